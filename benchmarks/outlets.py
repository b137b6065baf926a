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
from scorer.learning.frame import Array, Frame, Rows
from scorer.learning.targets import targets
from scorer.outlets.estimates import MEAN, NORMAL, shrunken
from scorer.outlets.rows import Article
from scorer.types import Estimate

ROOT = Path(__file__).resolve().parent.parent
LEAST = 10  # articles of an outlet
SEED = 7
ROUNDS = 1000  # drawings of outlets, for an interval


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


def means(values: Array, outlets: Array, rows: Rows) -> dict[float, float]:
    """Return the mean of each outlet that has such rows."""
    return {
        float(outlet): float(values[rows & (outlets == outlet)].mean())
        for outlet in np.unique(outlets[rows])
    }


def estimates(held_out: HeldOut, outlets: Array) -> dict[float, Estimate]:
    return {
        float(outlet): shrunken(articles(held_out, outlets == outlet), MEAN)
        for outlet in np.unique(outlets)
    }


def coverage(
    found: dict[float, Estimate], truth: dict[float, float], counted: list[float]
) -> str:
    errors = np.array([truth[o] - found[o].value for o in counted])
    inside = np.mean([found[o].low <= truth[o] <= found[o].high for o in counted])
    return (
        f"holds the mean reading of {inside:.3f} ({len(counted)}), which is"
        f" {np.sqrt((errors**2).mean()):.1f} off, {errors.mean():+.1f} on the whole"
    )


def gain(rating: list[float], plain: list[float], other: list[float]) -> str:
    """Say how much better another order agrees, with its interval over outlets."""
    draw = np.random.default_rng(SEED)
    rows = np.array([rating, plain, other])
    more = []
    for _ in range(ROUNDS):
        some = rows[:, draw.integers(0, rows.shape[1], rows.shape[1])].tolist()
        more.append(spearman(some[2], some[0]) - spearman(some[1], some[0]))
    low, high = np.quantile(more, [0.05, 0.95])
    by = spearman(other, rating) - spearman(plain, rating)
    return f"{by:+.3f} ({low:+.3f} to {high:+.3f})"


def main() -> None:
    frame = Frame.read(ROOT / "data/features.csv.gz")
    reading = targets(frame)["evidential_quality"]
    fitted = fit_all(frame, 1)
    held_out = fitted["evidential_quality"].held_out
    excited = fitted["sensationalism"].held_out.value
    outlets, rating = frame["outlet"], frame["outlet_quality"]
    read = ~np.isnan(reading)
    mean, spread, within = variance_parts(held_out.value, outlets)
    _, shared, _ = variance_parts((reading - held_out.value)[read], outlets[read])
    implied = np.mean((held_out.high - held_out.low) / (2 * NORMAL))
    print(f"mean {mean:.1f}  spread {spread:.1f}  within {within:.1f}")
    print(f"shared error {shared:.1f}  interval error {implied:.1f}")
    found = estimates(held_out, outlets)
    rated = means(rating, outlets, ~np.isnan(rating))
    truth = means(reading, outlets, read)
    count = {o: int((outlets == o).sum()) for o in found}
    known = {o: int((read & (outlets == o)).sum()) for o in found}
    for least in (LEAST // 2, LEAST):
        counted = [o for o in truth if known[o] >= least]
        print(
            f"{least} readings or more: the interval {coverage(found, truth, counted)}"
        )
    calm = means(held_out.value - excited, outlets, read | ~read)
    for least in (LEAST, 2 * LEAST):
        told = [o for o in rated if count[o] >= least]
        said, known_to_be = [found[o].value for o in told], [rated[o] for o in told]
        readers = [o for o in told if known[o] >= LEAST // 2]
        read_alike = spearman([truth[o] for o in readers], [rated[o] for o in readers])
        print(
            f"{least} articles or more: Spearman with ratings"
            f" {spearman(said, known_to_be):.3f} ({len(told)} outlets);"
            f" of the readings themselves {read_alike:.3f} ({len(readers)});"
            f" less sensationalism {gain(known_to_be, said, [calm[o] for o in told])}"
        )


if __name__ == "__main__":
    main()
