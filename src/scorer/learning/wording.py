"""Learn what wording tells of the readings: a weight for each word and pair.

The vocabulary is chosen without sight of any reading, by how many outlets use it.
Words that go together in many articles, read or not, learn together: weights that
follow the commonest ways of telling cost less than others (`_habits`).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from scipy.linalg import solve
from sklearn.utils.extmath import randomized_svd

from scorer.features.masking import (
    count_terms,
    masked_body,
    shown_words,
    spelled,
)
from scorer.features.wording_table import HUNDREDTHS
from scorer.learning.agreement import spearman
from scorer.learning.corpora import (
    Row,
    mean_reading,
    read_readings,
    read_rows,
    to_document,
)
from scorer.learning.frame import Array
from scorer.learning.lexicon import plain_words
from scorer.learning.selection import choose_articles
from scorer.reading import Reading

TARGETS: Final = (
    "quality",
    "sensational",
    "attributed",
    "certainty_fit",
    "relayed",
    "single_source",
    "anonymous",
)
FOLDS: Final = range(5)
_STRENGTH: Final = 1.0  # of the ridge; 0.7 and 1.5 did no better on unseen outlets
_HABITS: Final = 100  # ways of telling; 50 and 150 did as well
_EASE: Final = 0.5  # how much of a weight's freedom is theirs, beside the word's own
_EVENED: Final = 0.25  # how far the rarer of them are put on a par with the commonest
_OUTLETS: Final = 40  # that use a term at least
_ABOUT: Final = (
    "Rarity of words and pairs of words, then their weights for what a careful reader"
    " would say, in hundredths of the codebook's scales. N is a name, # a number, _"
    ' another word, " a quotation, . the start of a sentence. Learned by `scorer learn`'
    " from articles.jsonl.gz, ratings.jsonl.gz and data/annotations/readings.csv.gz; at"
    " least 40 outlets use every term."
)

Terms = Counter[str]


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """The terms of articles, and what readers said of them.

    Attributes:
        readings: One row an article, one column a target, NaN where unread.
    """

    terms: Sequence[Terms]
    readings: Array
    outlets: Sequence[str]
    folds: Array

    def read(self) -> tuple[list[Terms], list[str]]:
        """Return the terms and outlets of the articles that were read."""
        known = ~np.isnan(self.readings).any(axis=1)
        read = np.flatnonzero(known).tolist()
        return [self.terms[i] for i in read], [self.outlets[i] for i in read]


def choose_terms(
    terms: Sequence[Terms], outlets: Sequence[str], least: int = _OUTLETS
) -> dict[str, float]:
    """Return the terms that at least so many outlets use, with their rarity."""
    users: dict[str, set[str]] = defaultdict(set)
    times = Counter[str]()
    for counts, outlet in zip(terms, outlets, strict=True):
        times.update(counts.keys())
        for term in counts:
            users[term].add(outlet)
    return {
        term: round(1 + float(np.log(len(terms) / (1 + times[term]))), 2)
        for term in sorted(users)
        if len(users[term]) >= least
    }


def to_matrix(terms: Sequence[Terms], rarity: Mapping[str, float]) -> Array:
    """Return one row an article: (1 + log count) × rarity, scaled to length 1."""
    at = {term: i for i, term in enumerate(rarity)}
    x = np.zeros((len(terms), len(at)))
    for row, counts in enumerate(terms):
        for term, times in counts.items():
            if term in at:
                x[row, at[term]] = (1 + np.log(times)) * rarity[term]
    lengths = np.sqrt((x * x).sum(axis=1, keepdims=True))
    x /= np.maximum(lengths, 1e-9)
    return x


class Weights(NamedTuple):
    """What each target is without a word, and a row of weights for each target."""

    start: Array
    rows: Array

    def tell(self, x: Array) -> Array:
        """Say what articles' terms suggest, one column a target."""
        told: Array = self.start + x @ self.rows.T
        return told


def fit(
    x: Array, texts: Texts, left_out: AbstractSet[int], alike: Array | None = None
) -> Weights:
    """Fit all targets on the read articles outside some folds.

    Args:
        x: What `to_matrix` returns.
        texts: The articles, read or not.
        left_out: Folds that nothing may be learned from.
        alike: `x @ x.T`, where more than one fit can share it.
    """
    seen = ~np.isin(texts.folds, list(left_out))
    rows = np.flatnonzero(seen & ~np.isnan(texts.readings).any(axis=1))
    outlets = [texts.outlets[i] for i in rows.tolist()]
    counts = Counter(outlets)
    weights = np.array([counts[outlet] ** -0.5 for outlet in outlets])
    habits = _habits(x[seen])
    common = x[rows] @ habits
    kernel = x[rows] @ x[rows].T if alike is None else alike[np.ix_(rows, rows)]
    start, pulls = _ridge(kernel + common @ common.T, texts.readings[rows], weights)
    alone = x[rows].T @ pulls
    found = alone + habits @ (common.T @ pulls)
    middle = weights @ x[rows] / weights.sum()
    return Weights(start - middle @ found, found.T)


def _ridge(kernel: Array, y: Array, weights: Array) -> tuple[Array, Array]:
    """Solve a weighted ridge regression in its dual form.

    Of a body's terms there are more than articles, and what articles share with one
    another is found once for all fits.

    Returns:
        Each target's weighted mean, and how far each article pulls on the weights
        of its terms (one column a target).
    """
    share = weights / weights.sum()
    mean = share @ y
    tilt = kernel @ share
    kernel = kernel - tilt - tilt[:, None] + share @ tilt
    root = np.sqrt(weights)[:, None]
    kernel = kernel * root * root.T
    kernel[np.diag_indices_from(kernel)] += _STRENGTH
    pulls = root * solve(kernel, root * (y - mean), assume_a="pos")
    # From the mean article on, as the terms were counted: what all pull together.
    return mean, pulls - share[:, None] * pulls.sum(axis=0)


def _habits(x: Array) -> Array:
    """Return the commonest ways of telling: which terms go together, by column."""
    _, sizes, ways = randomized_svd(x, min(_HABITS, *x.shape), n_iter=3, random_state=0)
    habits = ways.T * (sizes / sizes[0]) ** -_EVENED
    length = float(((x @ habits) ** 2).sum(axis=1).mean())
    scaled: Array = habits * np.sqrt(_EASE / length)
    return scaled


def held_out(texts: Texts, rarity: Mapping[str, float]) -> dict[int | None, Array]:
    """Say what models that never saw an article's fold make of it.

    Returns:
        By the fold that a later fit will be measured on, and which no model behind
        these numbers saw either; under None what all but the article's own fold say.
    """
    x = to_matrix(texts.terms, rarity)
    known, alike = x.any(axis=1), x @ x.T
    models: dict[frozenset[int], Weights] = {}
    said: dict[int | None, Array] = {}
    for outer in (None, *FOLDS):
        said[outer] = np.full((len(x), texts.readings.shape[1]), np.nan)
        for k in FOLDS:
            left = frozenset((k,) if outer is None else (k, outer))
            if left not in models:
                models[left] = fit(x, texts, left, alike)
            rows = (texts.folds == k) & known
            if rows.any():
                said[outer][rows] = models[left].tell(x[rows])
    return said


def to_readings(
    rows: Sequence[Sequence[Row] | None], targets: Sequence[str] = TARGETS
) -> Array:
    """Put the readings of articles into an array, NaN for what was not read."""
    means = [mean_reading(list(r)) if r and r[0]["confidence"] else {} for r in rows]
    return np.array([[mean.get(t, np.nan) for t in targets] for mean in means])


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Learn the table of wording from the readings.

    Returns:
        Rank correlations on folds whose outlets were left out.
    """
    words = plain_words(read_rows(corpora / "articles.jsonl.gz"))
    shown = shown_words(words)
    texts = mask_articles(
        corpora, lambda r: spelled(count_terms(masked_body(r, shown))), TARGETS
    )
    rarity = choose_terms(*texts.read())
    head = {"about": _ABOUT, "words": " ".join(words)}
    text, found = learned_table(texts, rarity, TARGETS, head)
    (tables / "wording.json").write_text(text, "utf-8")
    return {"words": len(words), "terms": len(rarity)} | found


def mask_articles(
    corpora: Path, mask: Callable[[Reading], Terms], targets: Sequence[str]
) -> Texts:
    """Mask the articles that the feature table has, read or not."""
    readings = read_readings(corpora)
    articles = choose_articles(list(read_rows(corpora / "articles.jsonl.gz")), readings)
    said = [readings.get((a["id"], a["set"])) for a in articles]
    return Texts(
        [
            mask(Reading.of(to_document(article, seen=bool(rows))))
            for article, rows in zip(articles, said, strict=True)
        ],
        to_readings(said, targets),
        [article["outlet"] for article in articles],
        np.array([article["fold"] for article in articles], float),
    )


def learned_table(
    texts: Texts,
    rarity: Mapping[str, float],
    targets: Sequence[str],
    head: Mapping[str, object],
) -> tuple[str, dict[str, float]]:
    """Return the text of a table, and how its like agrees on outlets left out."""
    model = fit(to_matrix(texts.terms, rarity), texts, set())
    weights = {
        term: [round(HUNDREDTHS * w) for w in (rare, *model.rows[:, i].tolist())]
        for i, (term, rare) in enumerate(rarity.items())
    }
    head = dict(head) | {
        "targets": targets,
        "start": [round(float(b), 3) for b in model.start],
    }
    said = held_out(texts, rarity)[None]
    told = ~np.isnan(said).any(axis=1) & ~np.isnan(texts.readings).any(axis=1)
    agreement = {
        target: spearman(said[told, i].tolist(), texts.readings[told, i].tolist())
        for i, target in enumerate(targets)
    }
    return _lines(head, weights), agreement


def _lines(head: Mapping[str, object], weights: Mapping[str, object]) -> str:
    """Write one line for each term."""

    def line(key: str, value: object) -> str:
        compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return f"{json.dumps(key, ensure_ascii=False)}:{compact}"

    terms = ",\n".join(line(term, numbers) for term, numbers in weights.items())
    parts = [*(line(*item) for item in head.items()), f'"weights":{{\n{terms}\n}}']
    return "{\n" + ",\n".join(parts) + "\n}\n"
