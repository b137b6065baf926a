"""Fit additive scores by boosting trees of one feature each, and write them down.

Trees that may not mix features add up to one step function for each feature;
reading them off costs a probe at every step, and loses nothing.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingRegressor

from scorer.learning.frame import Array

STEPS: Final = 24  # of a shape at most; more gained nothing on unseen outlets
ROUNDS: Final = 160
RATE: Final = 0.1
BAGS: Final = 3
SMALLEST: Final = 40  # articles on each side of a step


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """An additive score: `base`, and a value for each step of each feature.

    Attributes:
        breaks: For each feature, where its steps begin; n breaks make n + 1 steps.
        values: For each feature, the points of each step, last those of NaN.
    """

    base: float
    breaks: list[Array]
    values: list[Array]

    def contributions(self, features: Array) -> Array:
        """Return each feature's points, one row an article."""
        parts = np.zeros(features.shape)
        for j, values in enumerate(self.values):
            parts[:, j] = values[step_numbers(self.breaks[j], features[:, j])]
        return parts

    def score(self, features: Array) -> Array:
        """Return the additive score of each article."""
        total: Array = self.base + self.contributions(features).sum(axis=1)
        return total


def find_breaks(features: Array, steps: int = STEPS) -> list[Array]:
    """Choose, for each feature, breaks between values that articles have."""
    return [_breaks(column[~np.isnan(column)], steps) for column in features.T]


def _breaks(values: Array, steps: int) -> Array:
    unique = np.unique(values)
    middles = (unique[1:] + unique[:-1]) / 2
    if len(unique) <= steps:
        return middles
    at = np.quantile(values, np.linspace(0, 1, steps + 1)[1:-1], method="lower")
    places = np.minimum(np.searchsorted(unique, at), len(middles) - 1)
    return np.array([float(f"{x:.5g}") for x in np.unique(middles[places])])


def step_numbers(breaks: Array, column: Array) -> NDArray[np.intp]:
    """Return the number of each value's step, the last for NaN."""
    codes = np.searchsorted(breaks, column, side="right")
    return np.where(np.isnan(column), len(breaks) + 1, codes)


def fit_shapes(
    features: Array,
    target: Array,
    weights: Array,
    signs: list[int],
    breaks: list[Array],
    rounds: int = ROUNDS,
) -> Shapes:
    """Fit an additive score to a target; deterministic.

    Args:
        features: One row an article, NaN where undefined.
        target: What the score should say of each article.
        weights: How much each article counts.
        signs: For each feature, +1 or -1 where the direction is given, else 0.
        breaks: Steps of each feature, from `find_breaks`.
        rounds: Trees in each of the fits that are averaged.
    """
    codes = np.column_stack(
        [
            np.where(np.isnan(x), np.nan, np.searchsorted(b, x, side="right"))
            for b, x in zip(breaks, features.T, strict=True)
        ]
    )
    codes[:, np.isnan(codes).all(axis=0)] = 0
    base, values = 0.0, [np.zeros(len(b) + 2) for b in breaks]
    for seed in range(BAGS):
        model = HistGradientBoostingRegressor(
            max_iter=rounds,
            learning_rate=RATE,
            max_leaf_nodes=3,
            max_features=0.25,
            min_samples_leaf=SMALLEST,
            interaction_cst="no_interactions",
            monotonic_cst=signs,
            early_stopping=False,
            random_state=seed,
        ).fit(codes, target, sample_weight=weights)
        start, parts = _read_off(model, breaks)
        base += start / BAGS
        values = [v + part / BAGS for v, part in zip(values, parts, strict=True)]
    return centred(Shapes(base, breaks, values), features, weights)


def _read_off(
    model: HistGradientBoostingRegressor, breaks: list[Array]
) -> tuple[float, list[Array]]:
    """Probe a fitted model at each step of each feature, the others held at 0."""
    probes = [np.zeros(len(breaks))]
    for j, edges in enumerate(breaks):
        for code in [*range(len(edges) + 1), np.nan]:
            probe = np.zeros(len(breaks))
            probe[j] = code
            probes.append(probe)
    start, *rest = model.predict(np.array(probes))
    ends = np.cumsum([len(edges) + 2 for edges in breaks])
    return float(start), np.split(np.array(rest) - start, ends[:-1])


def centred(shapes: Shapes, features: Array, weights: Array) -> Shapes:
    """Move each feature's mean into the base."""
    parts = shapes.contributions(features)
    means = np.average(parts, axis=0, weights=weights)
    values = [v - m for v, m in zip(shapes.values, means, strict=True)]
    return Shapes(shapes.base + float(means.sum()), shapes.breaks, values)


def bounded(shapes: Shapes, columns: list[int], most: float) -> Shapes:
    """Let some features only ever lower a score, by `most` points in all.

    Each keeps its form; at its first step it counts nothing.
    """
    values, base = list(shapes.values), shapes.base
    for j in columns:
        base += float(values[j][0])
        values[j] = np.minimum(values[j] - values[j][0], 0.0)
    depth = -sum(float(values[j].min()) for j in columns)
    for j in columns:
        values[j] = values[j] * min(1.0, most / depth) if depth else values[j]
    return Shapes(base, shapes.breaks, values)
