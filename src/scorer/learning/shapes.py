"""Additive scores: for each feature a curve of steps, and nothing between features."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scorer.learning.frame import Array

STEPS: Final = 32  # of a shape at most; more gained nothing on unseen outlets


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
