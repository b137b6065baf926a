"""Intervals that hold for outlets never seen: outlet-wise cross-conformal.

Residuals are those of models that saw nothing of the article's outlet. Each is
divided by how hard the article looks, so that easy articles get narrow intervals;
the quantiles of what remains are the reach of the interval.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from scorer.learning.frame import Array

COVERAGE: Final = 0.9
_LEAST: Final = 3.0  # points; no article is easier to guess than this


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the interval reaches down and up, per point of difficulty."""

    down: float
    up: float

    def interval(self, value: Array, difficulty: Array) -> tuple[Array, Array]:
        """Return the ends of each interval, within 0..100."""
        low = np.clip(value - self.down * difficulty, 0, 100)
        return low, np.clip(value + self.up * difficulty, 0, 100)


def floored(difficulty: Array) -> Array:
    """Return the difficulty, but never less than is believable."""
    return np.maximum(difficulty, _LEAST)


def find_reach(residuals: Array, difficulty: Array) -> Reach:
    """Choose the narrowest reach that covers nine in ten of these residuals.

    Args:
        residuals: Reading minus value, of articles whose outlets were left out.
        difficulty: Their expected size, from models that left the outlets out too.
    """
    scaled = np.sort(residuals / difficulty)
    inside = int(np.ceil(COVERAGE * (len(scaled) + 1)))
    inside = min(inside, len(scaled))
    lows, highs = scaled[: len(scaled) - inside + 1], scaled[inside - 1 :]
    best = int(np.argmin(_smooth(highs - lows)))
    return Reach(down=max(0.0, -float(lows[best])), up=max(0.0, float(highs[best])))


def _smooth(widths: Array, window: int = 15) -> Array:
    """Average neighbouring widths, so that one odd residual decides nothing."""
    if len(widths) < window:
        return widths
    padded = np.pad(widths, window // 2, mode="edge")
    smooth: Array = np.convolve(padded, np.ones(window) / window, mode="valid")
    return smooth


def coverage(low: Array, high: Array, target: Array) -> float:
    """Return the share of the targets that lie within their intervals."""
    return float(((low <= target) & (target <= high)).mean())
