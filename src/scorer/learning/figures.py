"""Figures that leave out what cannot be compared."""

from collections.abc import Callable
from typing import Final

import numpy as np

from scorer.learning.agreement import spearman
from scorer.learning.frame import Array, Frame, Rows

_DRAWS: Final = 200  # of the bootstrap
_FEWEST: Final = 20  # articles that a figure is worth giving for


def correlation(values: Array, target: Array, rows: Rows | None = None) -> float | None:
    """Return the rank correlation where both are known, None of too little."""
    both = ~np.isnan(values) & ~np.isnan(target)
    both = both if rows is None else both & rows
    a, b = values[both], target[both]
    if len(a) < _FEWEST or np.ptp(a) == 0 or np.ptp(b) == 0:
        return None
    return spearman(a.tolist(), b.tolist())


def auc(
    positive: Rows, values: Array, rows: Rows, weights: Array | None = None
) -> float | None:
    """Return the area under the curve, None where one class is missing."""
    rows = rows & ~np.isnan(values)
    if len(np.unique(positive[rows])) < 2:  # noqa: PLR2004 - two classes
        return None
    even = np.ones(len(values)) if weights is None else weights
    steps = np.unique(values[rows], return_inverse=True)[1]
    good = np.bincount(steps, weights=even[rows] * positive[rows])
    bad = np.bincount(steps, weights=even[rows] * ~positive[rows])
    below = np.cumsum(bad) - bad / 2
    return round(float(good @ below / (good.sum() * bad.sum())), 4)


def over_outlets(
    frame: Frame, rows: Rows, figure: Callable[[Array], float | None]
) -> list[float]:
    """Return the 95 % interval of a figure when other outlets had been drawn.

    Args:
        frame: The feature table.
        rows: The articles that the figure is about.
        figure: From a weight for each article to the figure.
    """
    draw = np.random.default_rng(0)
    outlets = frame["outlet"].astype(int)
    names = np.unique(outlets[rows])
    found = []
    for _ in range(_DRAWS):
        times = np.bincount(draw.choice(names, len(names)), minlength=outlets.max() + 1)
        value = figure(times[outlets].astype(float) * rows)
        found += [] if value is None else [value]
    return [round(float(x), 4) for x in np.quantile(found, (0.025, 0.975))]
