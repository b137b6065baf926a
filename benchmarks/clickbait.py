"""Measure the clickbait model by five-fold cross-validation.

Usage: python benchmarks/clickbait.py CORPORA [--errors]
"""

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
from figures import Count, corpora, number, publish, rates, table
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from scorer.learning.clickbait import fit, predict, read

FOLDS = 5
FINDING = 0.5
SOME = 100  # draws: thousands of lines make each one slow

Scored = tuple[float, float, int]  # the model's probability, the judges' mean, bait


def out_of_fold(
    webis: list[dict[str, Any]], stop: list[dict[str, Any]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the probabilities that models of the other folds give both corpora."""
    draw = np.random.default_rng(0)
    fold, fold_stop = (draw.permutation(len(rows)) % FOLDS for rows in (webis, stop))
    p, p_stop = np.zeros(len(webis)), np.zeros(len(stop))
    for k in range(FOLDS):
        fitted = fit(
            [row for row, f in zip(webis, fold, strict=True) if f != k],
            [row for row, f in zip(stop, fold_stop, strict=True) if f != k],
        )
        for rows, folds, out in ((webis, fold, p), (stop, fold_stop, p_stop)):
            part = [row for row, f in zip(rows, folds, strict=True) if f == k]
            out[folds == k] = predict(part, fitted)
    return p, p_stop


def auc(scored: Sequence[Scored]) -> float:
    p, _, bait = zip(*scored, strict=True)
    return float(roc_auc_score(bait, p))


def squared_error(scored: Sequence[Scored]) -> float:
    return sum((p - mean) ** 2 for p, mean, _ in scored) / len(scored)


def count(scored: Scored) -> Count:
    p, _, bait = scored
    marked = p >= FINDING
    return Count.of(marked and bait, marked and not bait, bait and not marked)


def show(rows: Sequence[dict[str, Any]], scored: Sequence[Scored]) -> None:
    for row, (p, mean, bait) in zip(rows, scored, strict=True):
        if (p >= FINDING) != bait:
            name = "missed" if bait else "extra"
            print(f"{name} {p:.2f} {mean:.2f}: {row['text']}")


def main() -> None:
    folder = corpora() / "headlines"
    webis = read(folder / "webis17.jsonl.gz")
    stop = read(folder / "stopclickbait.jsonl.gz")
    p, p_stop = out_of_fold(webis, stop)
    posts: list[Scored] = [
        (float(a), r["clickbait_mean"], r["clickbait"])
        for a, r in zip(p, webis, strict=True)
    ]
    lines: list[Scored] = [
        (float(a), r["label"], r["label"]) for a, r in zip(p_stop, stop, strict=True)
    ]
    if "--errors" in sys.argv:
        show(webis, posts)
    publish(
        "headlines",
        [
            table(
                f"{len(posts):,} posts judged by five readers each (Webis-17)",
                "five folds",
                len(posts),
                [rates("headline.clickbait", map(count, posts))],
                [
                    number("mean squared error", posts, squared_error, SOME),
                    number("AUC", posts, auc, SOME),
                ],
            ),
            table(
                f"{len(lines):,} headlines of bait sites and news (Stop-Clickbait)",
                "five folds, the same model",
                len(lines),
                numbers=[number("AUC", lines, auc, SOME)],
            ),
        ],
    )


if __name__ == "__main__":
    main()
