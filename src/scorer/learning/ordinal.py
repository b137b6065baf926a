"""Ordered cut points on an additive score: the cumulative logit model.

The chance that a reading is at least t is a logistic curve of the additive score,
with one slope for all t and a cut point for each; the curves never cross.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from scorer.learning.frame import Array

# Middles of the twenty stretches that the expected reading is summed over, and
# the borders of the bands.
LEVELS: Final = tuple(2.5 + 5.0 * i for i in range(20))
BORDERS: Final = (20.0, 40.0, 60.0, 80.0)


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
    rows = [
        np.column_stack([score / 10, np.tile(np.eye(len(used))[i], (len(score), 1))])
        for i in range(len(used))
    ]
    model = LogisticRegression(C=1e4, fit_intercept=False, max_iter=2000, tol=1e-8).fit(
        np.vstack(rows),
        np.concatenate([reached[:, k] for k in used]),
        sample_weight=np.tile(weights, len(used)),
    )
    slope = float(model.coef_[0][0]) / 10
    cuts = np.array([-1e3 if reached[:, k].all() else 1e3 for k in range(len(levels))])
    cuts[used] = -model.coef_[0][1:] / slope
    return Ordinal(slope, levels, np.maximum.accumulate(cuts))
