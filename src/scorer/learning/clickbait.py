"""Learn which lines are clickbait from two corpora of headlines at once.

Webis-17 has the honest labels, five judges' means; Stop-Clickbait is confounded
with its sources, so it counts little and has a bias of its own. The judges' mean
is met by ridge regression.
"""

import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge

from scorer.text.clickbait import lift, tokens, traits

COMMAND = "scorer learn --only clickbait"
COUNT = 5  # a trait that is seen less often in Webis-17 has no weight
SHARE_LOWER = 0.5  # what is mostly written with a capital is a name
FUNCTION_WORDS = 220
STRENGTH = 1.2
SHARE_STOP = 0.03  # what a headline of Stop-Clickbait counts
LEAST = 0.003  # smaller weights are dropped
_BEGINNING = 4


class Fitted(NamedTuple):
    """What was learned; `function_words` are the commonest words."""

    weights: dict[str, float]
    bias: float
    function_words: frozenset[str]


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Fit on both corpora and write `tables/bait.json`."""
    webis = read(corpora / "headlines" / "webis17.jsonl.gz")
    stop = read(corpora / "headlines" / "stopclickbait.jsonl.gz")
    fitted = fit(webis, stop)
    kept = {
        name: round(weight, 3)
        for name, weight in sorted(fitted.weights.items())
        if abs(weight) >= LEAST
    }
    table = {
        "about": (
            f"Weights of a ridge regression over the traits of a line "
            f"(scorer.text.clickbait), learned by `{COMMAND}` from {len(webis)} "
            f"posts of Webis-17 and {len(stop)} headlines of Stop-Clickbait "
            f"(weight {SHARE_STOP}); traits seen {COUNT} times, words mostly in "
            "lower case."
        ),
        "bias": round(fitted.bias, 4),
        "function_words": " ".join(sorted(fitted.function_words)),
        "weights": kept,
    }
    text = json.dumps(table, ensure_ascii=False, separators=(",\n", ":"))
    (tables / "bait.json").write_text(text + "\n", "utf-8")
    return {"weights": len(kept)}


def fit(webis: list[dict[str, Any]], stop: list[dict[str, Any]]) -> Fitted:
    """Return the model for Webis-17's kind of line."""
    known, commonest = vocabulary([row["text"] for row in webis])
    found = [
        {name for name in traits(row["text"], commonest) if _allowed(name, known)}
        for row in webis
    ]
    counts = Counter(name for names in found for name in names)
    names = sorted(name for name, n in counts.items() if n >= COUNT)
    X = sparse.vstack([matrix(webis, names, commonest), matrix(stop, names, commonest)])
    corpus = np.r_[np.zeros(len(webis)), np.ones(len(stop))]
    y = [*(r["clickbait_mean"] for r in webis), *(r["label"] for r in stop)]
    model = Ridge(alpha=STRENGTH, solver="sparse_cg", tol=1e-4)
    rows = sparse.hstack([X, corpus[:, None]]).tocsr()
    model.fit(rows, np.array(y), np.where(corpus, SHARE_STOP, 1.0))
    weights = dict(zip(names, model.coef_[:-1].tolist(), strict=True))
    return Fitted(weights, float(model.intercept_), commonest)


def predict(rows: list[dict[str, Any]], fitted: Fitted) -> np.ndarray[Any, Any]:
    """Return the probabilities that a model fitted elsewhere gives these lines."""
    names = sorted(fitted.weights)
    X = matrix(rows, names, fitted.function_words)
    w = np.array([fitted.weights[name] for name in names])
    return np.array([lift(mean) for mean in np.clip(fitted.bias + X @ w, 0, 1)])


def vocabulary(lines: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return words and word beginnings that are no names, and the commonest words."""
    lower, either, all_of = Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        words = [t for t in tokens(line) if t[0].isalpha()]
        all_of.update(t.lower() for t in words)
        for word in words[1:]:
            for form in {word.lower(), word.lower()[:_BEGINNING] + "-"}:
                either[form] += 1
                lower[form] += word[0].islower()
    known = frozenset(w for w in either if lower[w] > SHARE_LOWER * either[w])
    most = [word for word, _ in all_of.most_common(FUNCTION_WORDS)]
    return known, frozenset(most) & known


def matrix(
    rows: list[dict[str, Any]], names: list[str], commonest: frozenset[str]
) -> sparse.csr_matrix:
    """Return a row of traits for each line, scaled as `clickbait_probability` does."""
    place = {name: i for i, name in enumerate(names)}
    columns, ends, scale = [], [0], []
    for row in rows:
        found = traits(row["text"], commonest)
        columns += sorted(place[name] for name in found if name in place)
        ends.append(len(columns))
        scale.append(1 / np.sqrt(len(found) + 1))
    data = np.repeat(scale, np.diff(ends))
    return sparse.csr_matrix((data, columns, ends), shape=(len(rows), len(names)))


def _allowed(name: str, known: frozenset[str]) -> bool:
    kind, _, value = name.partition("=")
    if kind == "p":
        return value + "-" in known
    if kind in {"w", "first"}:
        return all(word in known for word in value.split())
    return True


def read(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
