"""Learn from saved pages with known text which blocks belong to the article."""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from scorer.parse.blocks import choose
from scorer.parse.looks import look_at
from scorer.parse.metadata import read_metadata
from scorer.parse.page import Block
from scorer.parse.reader import read_page
from scorer.parse.vicinity import look_around

_C = 0.05
_FOLDS = 5
_MIN_WEIGHT = 0.02
_LONG = 6  # words from which a line's 4-grams tell where it comes from
_SAME = 0.6
_ABOUT = (
    "Weights of two logistic regressions (`alone`, then `around`) that judge whether a"
    " block of a web page belongs to the article. Learned from the 134 saved pages and"
    " their known text in corpora/pages by `scorer learn`."
)

Names = list[list[list[str]]]  # of each page, of each block


class Example(NamedTuple):
    """A saved page: its blocks, which are body, and how much each counts."""

    site: str
    title: str
    body: str
    blocks: list[Block]
    labels: list[int]


def learn(corpora: Path, tables: Path) -> dict[str, float]:
    """Learn the weights, write `tables/blocks.json`, return out-of-fold 4-gram F1."""
    examples = read_examples(corpora)
    alone, both = _looks(examples)
    table = {
        "about": _ABOUT,
        "alone": _weights(*_fit(alone, examples)),
        "around": _weights(*_fit(both, examples)),
    }
    text = json.dumps(table, indent=1, sort_keys=True, ensure_ascii=False)
    (tables / "blocks.json").write_text(text + "\n", "utf-8")
    scores = list(map(score_page, examples, _out_of_fold(both, examples)))
    return {"body_f1_of_unseen_sites": sum(scores) / len(scores)}


def score_unseen(examples: Sequence[Example]) -> list[float]:
    """Return each page's F1 under weights that saw nothing of its site."""
    return list(map(score_page, examples, _out_of_fold(_looks(examples)[1], examples)))


def _looks(examples: Sequence[Example]) -> tuple[Names, Names]:
    """Name what each block shows alone, and with its surroundings."""
    alone = [[look_at(b, e.title) for b in e.blocks] for e in examples]
    first = _out_of_fold(alone, examples)
    both = [
        [a + b for a, b in zip(n, look_around(e.blocks, c, e.title), strict=True)]
        for n, e, c in zip(alone, examples, first, strict=True)
    ]
    return alone, both


def score_page(example: Example, chances: Sequence[float]) -> float:
    """Return the 4-gram F1 of the body that these chances choose."""
    is_body = choose(example.blocks, chances)
    found = zip(example.blocks, is_body, strict=True)
    return overlap(example.body, "\n".join(block.text for block, yes in found if yes))


def read_examples(corpora: Path) -> list[Example]:
    """Read the pages and say which of their blocks are body."""
    examples = []
    with gzip.open(
        corpora / "pages" / "truth.jsonl.gz", "rt", encoding="utf-8"
    ) as rows:
        for row in map(json.loads, rows):
            body = (
                row["body"] if isinstance(row["body"], str) else "\n".join(row["body"])
            )
            with gzip.open(corpora / "pages" / row["file"]) as file:
                markup = file.read().decode("utf-8", "replace")
            url = row.get("url")
            page = read_page(markup)
            title = read_metadata(page, url).title or ""
            site = _site(url, row["file"])
            labels = label_blocks(page.blocks, body)
            examples.append(Example(site, title, body, page.blocks, labels))
    return examples


def _site(url: str | None, file: str) -> str:
    host = urlsplit(url or "").netloc or file.split("_", maxsplit=1)[0]
    return ".".join(host.split(".")[-2:])


def tokens(text: str) -> list[str]:
    """Split as the measure of extraction does."""
    return re.findall(r"\w+", text.lower())


def grams(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Count runs of four words."""
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def overlap(truth: str, found: str) -> float:
    """Return the F1 of the 4-grams that two texts share."""
    a, b = grams(tokens(truth)), grams(tokens(found))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def label_blocks(blocks: Sequence[Block], body: str) -> list[int]:
    """Return 1 for each block that is in the known body, each passage once."""
    truth = tokens(body)
    left = grams(truth)
    place: dict[tuple[str, ...], int] = {}
    for i in range(len(truth) - 3):
        place.setdefault(tuple(truth[i : i + 4]), i)
    labels, ends, end = [], [], 0
    for block in blocks:
        words = tokens(block.text)
        known = grams(words)
        hits = sum(left[gram] > 0 for gram in known)
        label = int(len(words) >= _LONG and hits >= _SAME * len(known))
        if label:
            left.subtract(known)
            end = max((place[g] + 4 for g in known if g in place), default=end)
        labels.append(label)
        ends.append(end)
    return [
        label or _is_short_body(i, blocks, labels, truth[max(0, ends[i] - 3) :])
        for i, label in enumerate(labels)
    ]


def _is_short_body(
    i: int, blocks: Sequence[Block], labels: Sequence[int], truth: Sequence[str]
) -> int:
    """Tell whether a line too short for 4-grams stands in the text that follows."""
    words = tokens(blocks[i].text)
    near = any(labels[max(0, i - 4) : i + 5])
    if not words or len(words) >= _LONG or not near:
        return 0
    window = f" {' '.join(truth[: len(words) + 28])} "
    return int(f" {' '.join(words)} " in window)


def _fit(
    names: Names, examples: Sequence[Example]
) -> tuple[DictVectorizer, LogisticRegression]:
    rows = [dict.fromkeys(block, 1) for page in names for block in page]
    labels = [label for e in examples for label in e.labels]
    weights = [(1 + b.text.count(" ")) ** 0.5 for e in examples for b in e.blocks]
    vectorizer = DictVectorizer()
    X = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=_C, max_iter=500)
    return vectorizer, model.fit(X, labels, sample_weight=weights)


def _out_of_fold(names: Names, examples: Sequence[Example]) -> list[list[float]]:
    """Return each page's chances from a model that saw nothing of its site."""
    chances: dict[int, list[float]] = defaultdict(list)
    sites = [e.site for e in examples]
    folds = GroupKFold(_FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(names, groups=sites):
        vectorizer, model = _fit(
            [names[i] for i in train], [examples[i] for i in train]
        )
        for i in test:
            if names[i]:
                rows = [dict.fromkeys(block, 1) for block in names[i]]
                found = model.predict_proba(vectorizer.transform(rows))[:, 1]
                chances[i] = [
                    0.0 if "figcaption" in block.frame.tags else float(chance)
                    for block, chance in zip(examples[i].blocks, found, strict=True)
                ]
    return [chances[i] for i in range(len(names))]


def _weights(vectorizer: DictVectorizer, model: LogisticRegression) -> dict[str, float]:
    found = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    kept = {name: round(float(w), 3) for name, w in found if abs(w) >= _MIN_WEIGHT}
    return {"bias": round(float(model.intercept_[0]), 3), **kept}
