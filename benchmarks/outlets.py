"""Measure outlets: how they vary, and how well their estimates hold.

Usage: python benchmarks/outlets.py

Everything is measured on folds whose outlets the model never saw. The first figures
are those of tables/outlets.json; coverage is that of the mean reading of an outlet's
articles, itself a sample, and so somewhat harsher than the interval promises.
"""

from pathlib import Path

import numpy as np

from scorer.learning.agreement import spearman
from scorer.learning.crossfit import HeldOut, fit_all
from scorer.learning.frame import Array, Frame
from scorer.learning.targets import targets
from scorer.outlets.estimates import MEAN, NORMAL, shrunken
from scorer.outlets.rows import Article

ROOT = Path(__file__).resolve().parent.parent
LEAST = 10  # articles of an outlet


def variance_parts(values: Array, outlets: Array) -> tuple[float, float, float]:
    """Return the mean of means, and the deviation between and within outlets."""
    groups = [values[outlets == outlet] for outlet in np.unique(outlets)]
    sizes = np.array([len(g) for g in groups], float)
    means = np.array([g.mean() for g in groups])
    within = sum(((g - g.mean()) ** 2).sum() for g in groups)
    within /= sizes.sum() - len(groups)
    between = (sizes * (means - values.mean()) ** 2).sum() / (len(groups) - 1)
    usual = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(groups) - 1)
    spread = max(0.0, (between - within) / usual)
    return float(means.mean()), float(spread**0.5), float(within**0.5)


def articles(held_out: HeldOut, rows: Array) -> list[Article]:
    columns = (held_out.value, held_out.low, held_out.high)
    numbers = zip(*(column[rows].tolist() for column in columns), strict=True)
    return [
        Article(value, low, high, None, (None,) * 5, None, None, None)
        for value, low, high in numbers
    ]


def main() -> None:
    frame = Frame.read(ROOT / "data/features.csv.gz")
    reading = targets(frame)["evidential_quality"]
    held_out = fit_all(frame, 1)["evidential_quality"].held_out
    outlets, rating = frame["outlet"], frame["outlet_quality"]
    read = ~np.isnan(reading)
    mean, spread, _ = variance_parts(reading[read], outlets[read])
    _, _, within = variance_parts(held_out.value, outlets)
    _, shared, _ = variance_parts((reading - held_out.value)[read], outlets[read])
    implied = np.mean((held_out.high - held_out.low) / (2 * NORMAL))
    print(f"mean {mean:.1f}  spread {spread:.1f}  within {within:.1f}")
    print(f"shared error {shared:.1f}  interval error {implied:.1f}")
    for least in (LEAST, 2 * LEAST):
        said, known, inside = [], [], []
        for outlet in np.unique(outlets):
            rows = outlets == outlet
            if rows.sum() < least:
                continue
            estimate = shrunken(articles(held_out, rows), MEAN)
            if not np.isnan(rating[rows]).all():
                said.append(estimate.value)
                known.append(float(np.nanmean(rating[rows])))
            if (rows & read).sum() >= LEAST:
                truth = float(reading[rows & read].mean())
                inside.append(estimate.low <= truth <= estimate.high)
        print(
            f"{least} articles or more: Spearman with ratings"
            f" {spearman(said, known):.3f}"
            f" ({len(said)} outlets); the interval holds the mean reading of"
            f" {np.mean(inside):.3f} ({len(inside)})"
        )


if __name__ == "__main__":
    main()
