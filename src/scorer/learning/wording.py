"""Learn what wording tells of the readings: a weight for each word and pair.

The vocabulary is chosen without sight of any reading, by how many outlets use it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.linear_model import Ridge

from scorer.features.masking import (
    count_terms,
    masked_body,
    shown_words,
    spelled,
)
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
from scorer.reading import Reading

TARGETS: Final = (
    "quality",
    "sensational",
    "attributed",
    "certainty_fit",
    "relayed",
    "single_source",
)
FOLDS: Final = range(5)
_STRENGTH: Final = 2.0  # of the ridge; 1 and 3 did worse on unseen outlets
_OUTLETS: Final = 40  # that use a term at least
_ABOUT: Final = (
    "Rarity of words and pairs of words, then their weights for what a careful reader"
    " would say, in the scales of the codebook. N is a name, # a number, _ another"
    ' word, " a quotation, . the start of a sentence. Learned by `scorer learn` from'
    " articles.jsonl.gz and ratings.jsonl.gz; at least 40 outlets use every term."
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


def choose_terms(terms: Sequence[Terms], outlets: Sequence[str]) -> dict[str, float]:
    """Return the terms that enough outlets use, with their rarity."""
    users: dict[str, set[str]] = defaultdict(set)
    times = Counter[str]()
    for counts, outlet in zip(terms, outlets, strict=True):
        times.update(counts.keys())
        for term in counts:
            users[term].add(outlet)
    return {
        term: round(1 + float(np.log(len(terms) / (1 + times[term]))), 2)
        for term in sorted(users)
        if len(users[term]) >= _OUTLETS
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


def fit(x: Array, texts: Texts, left_out: AbstractSet[int]) -> Ridge:
    """Fit all targets on the read articles outside some folds."""
    read = ~np.isnan(texts.readings).any(axis=1)
    rows = np.flatnonzero(read & ~np.isin(texts.folds, list(left_out))).tolist()
    counts = Counter(texts.outlets[i] for i in rows)
    weights = np.array([counts[texts.outlets[i]] ** -0.5 for i in rows])
    model = Ridge(alpha=_STRENGTH, solver="cholesky")
    return model.fit(x[rows], texts.readings[rows], sample_weight=weights)


def held_out(texts: Texts, rarity: Mapping[str, float]) -> dict[int | None, Array]:
    """Say what models that never saw an article's fold make of it.

    Returns:
        By the fold that a later fit will be measured on, and which no model behind
        these numbers saw either; under None what all but the article's own fold say.
    """
    x = to_matrix(texts.terms, rarity)
    known = x.any(axis=1)
    models: dict[frozenset[int], Ridge] = {}
    said: dict[int | None, Array] = {}
    for outer in (None, *FOLDS):
        said[outer] = np.full((len(x), len(TARGETS)), np.nan)
        for k in FOLDS:
            left = frozenset((k,) if outer is None else (k, outer))
            if left not in models:
                models[left] = fit(x, texts, left)
            rows = (texts.folds == k) & known
            if rows.any():
                said[outer][rows] = models[left].predict(x[rows])
    return said


def to_readings(rows: Sequence[Sequence[Row] | None]) -> Array:
    """Put the readings of articles into an array, NaN for what was not read."""
    means = [mean_reading(list(r)) if r and r[0]["confidence"] else {} for r in rows]
    return np.array([[mean.get(t, np.nan) for t in TARGETS] for mean in means])


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Learn the table of wording from the readings.

    Returns:
        Rank correlations on folds whose outlets were left out.
    """
    words = plain_words(read_rows(corpora / "articles.jsonl.gz"))
    texts = _read(corpora, shown_words(words))
    rarity = choose_terms(texts.terms, texts.outlets)
    model = fit(to_matrix(texts.terms, rarity), texts, set())
    weights = {
        term: [rare, *(round(float(w), 2) for w in model.coef_[:, i])]
        for i, (term, rare) in enumerate(rarity.items())
    }
    head = {
        "about": _ABOUT,
        "words": " ".join(words),
        "targets": TARGETS,
        "start": [round(float(b), 3) for b in model.intercept_],
    }
    (tables / "wording.json").write_text(_lines(head, weights), "utf-8")
    said = held_out(texts, rarity)[None]
    told = ~np.isnan(said).any(axis=1)
    agreement = {
        target: spearman(said[told, i].tolist(), texts.readings[told, i].tolist())
        for i, target in enumerate(TARGETS)
    }
    return {"words": len(words), "terms": len(rarity)} | agreement


def _read(corpora: Path, words: Mapping[str, str]) -> Texts:
    """Mask the articles that were read."""
    readings = read_readings(corpora)
    terms, rows, outlets, folds = [], [], [], []
    for article in read_rows(corpora / "articles.jsonl.gz"):
        said = readings.get((article["id"], article["set"]))
        if said and said[0]["confidence"]:
            reading = Reading.of(to_document(article, seen=True))
            terms.append(spelled(count_terms(masked_body(reading, words))))
            rows.append(said)
            outlets.append(article["outlet"])
            folds.append(article["fold"])
    return Texts(terms, to_readings(rows), outlets, np.array(folds, float))


def _lines(head: Mapping[str, object], weights: Mapping[str, object]) -> str:
    """Write one line for each term."""

    def line(key: str, value: object) -> str:
        compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return f"{json.dumps(key, ensure_ascii=False)}:{compact}"

    terms = ",\n".join(line(term, numbers) for term, numbers in weights.items())
    parts = [*(line(*item) for item in head.items()), f'"weights":{{\n{terms}\n}}']
    return "{\n" + ",\n".join(parts) + "\n}\n"
