"""Learn which lines are clickbait from two corpora of headlines at once.

Webis-17 has the honest labels, five judges' means; Stop-Clickbait is confounded
with its sources, so it counts little and has a bias of its own.
"""

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge
from sklearn.metrics import f1_score, roc_auc_score

from scorer.text.clickbait import bend, tokens, traits
from scorer.text.tables import load_table

COMMAND = "scorer learn --only cross_links"
COUNT = 4  # a trait that is seen less often in Webis-17 has no weight
WORD_COUNT = 4  # so for a word, in either corpus
SHARE_LOWER = 0.5  # what is mostly written with a capital is a name
SHRINKAGE = 1.5
SHARE_STOP = 0.01  # what a headline of Stop-Clickbait counts
LEAST = 0.01  # smaller weights are dropped
BAIT = 0.5  # probability from which a line is called bait
FOLDS = 5


class Fit(NamedTuple):
    """A fitted model: the weight of each trait, and the bias for Webis-17."""

    words: frozenset[str]
    weights: dict[str, float]
    bias: float

    def mean(self, line: str) -> float:
        """Return the judges' expected mean for a line."""
        known = [self.weights[n] for n in traits(line, self.words) if n in self.weights]
        return self.bias + sum(known) / sqrt(len(known) + 1)


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Fit on both corpora, write `tables/bait.json`, and measure out of fold."""
    webis = _read(corpora / "headlines" / "webis17.jsonl.gz")
    stop = _read(corpora / "headlines" / "stopclickbait.jsonl.gz")
    found = fit(webis, stop)
    table = {
        "about": (
            f"Weights of a ridge regression of the judges' mean on the traits of a "
            f"line (scorer.text.clickbait), learned by `{COMMAND}` from {len(webis)} "
            f"posts of Webis-17 and {len(stop)} headlines of Stop-Clickbait (weight "
            f"{SHARE_STOP}); words seen {WORD_COUNT} times in each, mostly in lower "
            "case."
        ),
        "bias": round(found.bias, 4),
        "words": " ".join(sorted(found.words)),
        "weights": found.weights,
    }
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    text = text.replace(',"', ',\n"')
    (tables / "bait.json").write_text(text + "\n", "utf-8")
    return {"weights": len(found.weights)} | measure(webis, stop)


def fit(webis: list[dict[str, Any]], stop: list[dict[str, Any]]) -> Fit:
    """Fit on both corpora; each has a bias, and Webis-17's is the one that is kept."""
    words = vocabulary([row["text"] for row in webis], [row["text"] for row in stop])
    found = [traits(row["text"], words) for row in webis]
    counts = Counter(name for names in found for name in names)
    names = sorted(name for name, n in counts.items() if n >= COUNT)
    other = [traits(row["text"], words) for row in stop]
    corpus = np.r_[np.zeros(len(webis)), np.ones(len(stop))]
    X = sparse.vstack([matrix(found, names), matrix(other, names)])
    y = [row["clickbait_mean"] for row in webis] + [row["label"] for row in stop]
    model = Ridge(alpha=SHRINKAGE, solver="sparse_cg", tol=1e-4, max_iter=300)
    model.fit(
        sparse.hstack([X, corpus[:, None]]).tocsr(),
        np.array(y),
        sample_weight=np.where(corpus == 0, 1.0, SHARE_STOP),
    )
    weights = {
        name: round(float(weight), 3)
        for name, weight in zip(names, model.coef_, strict=False)
        if abs(weight) >= LEAST
    }
    return Fit(words, weights, float(model.intercept_))


def measure(
    webis: list[dict[str, Any]], stop: list[dict[str, Any]]
) -> dict[str, float]:
    """Return how well lines are judged by models that never saw them."""
    draw = random.Random(17)  # noqa: S311 no secret
    fold = {id(row): draw.randrange(FOLDS) for row in (*webis, *stop)}
    judged: list[tuple[dict[str, Any], float]] = []
    for k in range(FOLDS):
        model = fit(*([r for r in rows if fold[id(r)] != k] for rows in (webis, stop)))
        judged += [
            (row, bend(model.mean(row["text"])))
            for row in (*webis, *stop)
            if fold[id(row)] == k
        ]
    posts = [(row, p) for row, p in judged if "clickbait_mean" in row]
    heads = [(row["label"], p) for row, p in judged if "label" in row]
    errors = [(row["clickbait_mean"] - p) ** 2 for row, p in posts]
    truth = [row["clickbait"] for row, _ in posts]
    return {
        "webis17_mse": round(fmean(errors), 4),
        "webis17_f1": round(f1_score(truth, [p >= BAIT for _, p in posts]), 3),
        "webis17_auc": round(roc_auc_score(truth, [p for _, p in posts]), 3),
        "stopclickbait_auc": round(roc_auc_score(*zip(*heads, strict=True)), 3),
    }


def vocabulary(*corpora: list[str]) -> frozenset[str]:
    """Return the words that every corpus has often and that are no names."""
    topics = frozenset(load_table("topics")["words"].split())
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
        and word not in topics
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


def _words(lines: Iterable[str]) -> Iterable[str]:
    return (t.lower() for line in lines for t in tokens(line) if t[0].isalpha())


def _read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
