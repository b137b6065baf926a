"""Measure the clickbait model by five-fold cross-validation.

Usage: python benchmarks/clickbait.py
"""

import os
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from scorer.learning.clickbait import fit, predict, read

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("SCORER_CORPORA", ROOT.parent / "shared" / "corpora"))
FOLDS = 5
FINDING = 0.5


def main() -> None:
    webis = read(CORPORA / "headlines" / "webis17.jsonl.gz")
    stop = read(CORPORA / "headlines" / "stopclickbait.jsonl.gz")
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
    mean = np.array([row["clickbait_mean"] for row in webis])
    y = np.array([row["clickbait"] for row in webis])
    bait = p >= FINDING
    right = (bait & (y == 1)).sum()
    print(f"webis17 mse {((p - mean) ** 2).mean():.4f}")
    print(f"webis17 precision {right / bait.sum():.3f} recall {right / y.sum():.3f}")
    print(f"webis17 f1 {2 * right / (bait.sum() + y.sum()):.4f}")
    print(f"webis17 auc {roc_auc_score(y, p):.4f}")
    label = [row["label"] for row in stop]
    print(f"stopclickbait auc {roc_auc_score(label, p_stop):.4f}")


if __name__ == "__main__":
    main()
