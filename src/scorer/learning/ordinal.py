"""Ordered cut points on an additive score: the cumulative logit model.

The chance that a reading is at least t is a logistic curve of the additive score,
with one slope for all t and a cut point for each; the curves never cross.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from scorer.learning.frame import Array

# Middles of the twenty stretches that the expected reading is summed over, and
# the borders of the bands.
LEVELS: Final = tuple(2.5 + 5.0 * i for i in range(20))
BORDERS: Final = (20.0, 40.0, 60.0, 80.0)
_HOLD: Final = 1e-4  # penalty that keeps cuts finite where a score parts all readings


@dataclass(frozen=True, slots=True, eq=False)
class Ordinal:
    """The chance of each level, given an additive score.

    Attributes:
        slope: How fast the chance rises, per point of the additive score.
        cuts: For each level, the additive score at which it is even.
    """

    slope: float
    levels: tuple[float, ...]
    cuts: Array

    def chances(self, score: Array, levels: tuple[float, ...]) -> Array:
        """Return the chance of at least each level, one row an article."""
        at = [self.levels.index(level) for level in levels]
        chances: Array = expit(self.slope * (score[:, None] - self.cuts[at]))
        return chances

    def expected(self, score: Array) -> Array:
        """Return the expected reading, 0..100."""
        expected: Array = 5 * self.chances(score, LEVELS).sum(axis=1)
        return expected

    def bands(self, score: Array) -> Array:
        """Return the probability of each band, the best first."""
        chances = self.chances(score, BORDERS)[:, ::-1]
        ends = np.zeros((len(score), 1))
        return np.diff(np.hstack([ends, chances, ends + 1]), axis=1)


def fit_ordinal(score: Array, target: Array, weights: Array) -> Ordinal:
    """Fit the cut points by one logistic regression over all levels at once."""
    levels = tuple(sorted((*LEVELS, *BORDERS)))
    reached = target[:, None] >= np.array(levels) - 1e-9
    used = [k for k in range(len(levels)) if 0 < reached[:, k].mean() < 1]
    cuts = np.array([-1e3 if reached[:, k].all() else 1e3 for k in range(len(levels))])
    slope, starts = _logistic(score / 10, reached[:, used].astype(float), weights)
    cuts[used] = -starts / slope
    return Ordinal(slope / 10, levels, 10 * np.maximum.accumulate(cuts))


def _logistic(score: Array, reached: Array, weights: Array) -> tuple[float, Array]:
    """Return the slope that all levels share, and where each one's line starts.

    Newton's method, written out: a general solver needs a row for every article and
    level, and takes twenty times as long for the same answer.
    """

    def loss(found: Array) -> tuple[float, Array]:
        line = found[0] * score[:, None] + found[1:]
        missed = weights[:, None] * (expit(line) - reached)
        paid = weights @ (np.logaddexp(0, line) - reached * line).sum(axis=1)
        pull = np.concatenate([[score @ missed.sum(axis=1)], missed.sum(axis=0)])
        return float(paid + _HOLD * found @ found / 2), pull + _HOLD * found

    def bend(found: Array) -> Array:
        chance = expit(found[0] * score[:, None] + found[1:])
        unsure = weights[:, None] * chance * (1 - chance)
        bends = np.diag(np.concatenate([[0.0], unsure.sum(axis=0)]))
        bends[0, 0] = score**2 @ unsure.sum(axis=1)
        bends[0, 1:] = bends[1:, 0] = score @ unsure
        return bends + _HOLD * np.eye(len(found))

    begin = np.zeros(1 + reached.shape[1])
    best = minimize(
        loss,
        begin,
        jac=True,
        hess=bend,
        method="trust-exact",
        options={"gtol": 1e-6 * weights.sum()},
    )
    return float(best.x[0]), best.x[1:]
