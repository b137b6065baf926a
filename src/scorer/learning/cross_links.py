"""Learn which lines are clickbait from two corpora of headlines at once.

Webis-17 has the honest labels, five judges' means; Stop-Clickbait is confounded
with its sources, so it counts little and has a bias of its own.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from scorer.text.clickbait import tokens, traits

COMMAND = "scorer learn --only cross_links"
COUNT = 4  # a trait that is seen less often in Webis-17 has no weight
WORD_COUNT = 8  # so for a word, in either corpus
SHARE_LOWER = 0.5  # what is mostly written with a capital is a name
STRENGTH = 10.0
SHARE_STOP = 0.02  # what a headline of Stop-Clickbait counts
LEAST = 0.02  # smaller weights are dropped


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Fit on both corpora and write `tables/bait.json`."""
    webis = _read(corpora / "headlines" / "webis17.jsonl.gz")
    stop = _read(corpora / "headlines" / "stopclickbait.jsonl.gz")
    names, weights, bias = fit(webis, stop)
    kept = {
        name: round(float(weight), 3)
        for name, weight in sorted(zip(names, weights, strict=True))
        if abs(weight) >= LEAST
    }
    table = {
        "about": (
            f"Weights of a logistic regression over the traits of a line "
            f"(scorer.text.clickbait), learned by `{COMMAND}` from {len(webis)} "
            f"posts of Webis-17 and {len(stop)} headlines of Stop-Clickbait "
            f"(weight {SHARE_STOP}); words seen {WORD_COUNT} times in each, mostly "
            "in lower case."
        ),
        "bias": round(bias, 3),
        "weights": kept,
    }
    text = json.dumps(table, ensure_ascii=False, indent=0)
    (tables / "bait.json").write_text(text + "\n", "utf-8")
    return {"weights": len(kept)}


def fit(
    webis: list[dict[str, Any]], stop: list[dict[str, Any]]
) -> tuple[list[str], Any, float]:
    """Return the traits, their weights and the bias for Webis-17's kind of line."""
    words = vocabulary([row["text"] for row in webis], [row["text"] for row in stop])
    found = [_known(row["text"], words) for row in webis]
    counts = Counter(name for names in found for name in names)
    names = sorted(name for name, n in counts.items() if n >= COUNT)
    X = matrix(found, names)
    other = matrix([_known(row["text"], words) for row in stop], names)
    y = np.array([row["clickbait_mean"] for row in webis])
    label = np.array([row["label"] for row in stop])
    corpus = np.r_[np.zeros(2 * len(webis)), np.ones(len(stop))]
    rows = sparse.hstack([sparse.vstack([X, X, other]), corpus[:, None]]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3)
    model.fit(
        rows,
        np.r_[np.ones(len(webis)), np.zeros(len(webis)), label],
        sample_weight=np.r_[y, 1 - y, np.full(len(stop), SHARE_STOP)],
    )
    return names, model.coef_[0, :-1], float(model.intercept_[0])


def vocabulary(*corpora: list[str]) -> frozenset[str]:
    """Return the words that every corpus has often and that are no names."""
    counts = [Counter(_words(lines)) for lines in corpora]
    inner = Counter(
        word
        for lines in corpora[:1]
        for line in lines
        for word in [t for t in tokens(line) if t[0].isalpha()][1:]
    )
    lower, either = Counter[str](), Counter[str]()
    for word, n in inner.items():
        either[word.lower()] += n
        lower[word.lower()] += n * word[0].islower()
    return frozenset(
        word
        for word in counts[0]
        if all(count[word] >= WORD_COUNT for count in counts)
        and lower[word] > SHARE_LOWER * either[word]
    )


def matrix(found: list[set[str]], names: list[str]) -> sparse.csr_matrix:
    """Return a row of traits for each line, scaled as `clickbait_probability` does."""
    place = {name: i for i, name in enumerate(names)}
    columns = [[place[n] for n in names_ if n in place] for names_ in found]
    ends = np.cumsum([0, *map(len, columns)])
    scale = [1 / np.sqrt(len(row) + 1) for row in columns]
    data = np.repeat(scale, [len(row) for row in columns])
    flat = np.array([c for row in columns for c in sorted(row)], dtype=np.int32)
    return sparse.csr_matrix((data, flat, ends), shape=(len(found), len(names)))


def _known(line: str, words: frozenset[str]) -> set[str]:
    return {name for name in traits(line) if _allowed(name, words)}


def _allowed(name: str, words: frozenset[str]) -> bool:
    kind, _, value = name.partition("=")
    if kind not in {"w", "b", "first", "end"}:
        return True
    return all(word in words for word in value.split())


def _words(lines: Iterable[str]) -> Iterable[str]:
    return (t.lower() for line in lines for t in tokens(line) if t[0].isalpha())


def _read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
