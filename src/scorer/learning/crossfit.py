"""Fit each score, and measure it on folds whose outlets it never saw.

Everything that touches a held-out article, calibration and intervals included, was
fitted on other outlets' articles.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from joblib import Parallel, delayed

from scorer.features import NAMES
from scorer.learning.curves import STEEP, fit_shapes
from scorer.learning.frame import Array, Frame, Rows
from scorer.learning.intervals import Reach, find_reach, floored
from scorer.learning.ordinal import Ordinal, fit_ordinal
from scorer.learning.priors import known_part, with_known
from scorer.learning.shapes import Shapes, bounded, centred, find_breaks
from scorer.learning.targets import (
    ESTIMATES,
    PAGE_NAMES,
    SCORES,
    eased,
    signs,
    targets,
)
from scorer.learning.witnesses import WORTH, drawn, supposed

PAGE_POINTS: Final = 4.0  # of the additive score; a value moves by 5 of them at most
DIFFICULTY_STEEP: Final = 3000.0  # where it errs is harder to learn than what to say
# Other than STEEP: quality is taught by more articles; a few teasers stand on many
# clean pages.
STEEPNESS: Final = {"evidential_quality": 100.0, "page": 30.0}
# An outlet of n articles counts as n to this in a fit. A reading tells of its article
# almost as much whatever else of the outlet was read: with more than √n the fit agrees
# more with readings of outlets held out, with n^¾ less with what outlets are rated.
POWER: Final = 0.6
PAGE_COLUMNS: Final = [j for j, name in enumerate(NAMES) if name in PAGE_NAMES]


@dataclass(frozen=True, slots=True, eq=False)
class HeldOut:
    """What models that never saw an article's outlet say of it, for every row.

    Attributes:
        additive: The additive score.
        value: The expected reading, 0..100.
        bands: Probability of each band, the best first.
        low: Lower ends of the intervals; all NaN for a score without intervals.
    """

    additive: Array
    value: Array
    bands: Array
    low: Array
    high: Array


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A score fitted on every article that was read, and what it says held out."""

    score: str
    shapes: Shapes
    ordinal: Ordinal
    held_out: HeldOut
    difficulty: Shapes | None = None
    reach: Reach | None = None


def fit_all(frame: Frame, jobs: int = 2) -> dict[str, Fitted]:
    """Fit every score; the same table gives the same model."""
    wanted = targets(frame)
    # One set of steps for all scores, though some articles lack some readings.
    read = ~np.isnan(wanted["evidential_quality"])
    breaks = find_breaks(frame.features[read])
    done = Parallel(n_jobs=jobs)(
        delayed(fit)(frame, s, wanted[s], breaks) for s in SCORES
    )
    return {fitted.score: fitted for fitted in done}


class _Taught(NamedTuple):
    """What a fit may look at: a target for some articles, and features for all."""

    target: Array
    weights: Array
    seen: Array


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """One score to fit: its readings, and the steps that it is to be given in."""

    frame: Frame
    score: str
    target: Array
    breaks: list[Array]

    @property
    def read(self) -> Rows:
        """Which articles have a reading of this score."""
        return ~np.isnan(self.target)

    def shapes(self, taught: _Taught) -> Shapes:
        """Fit the articles that have a target."""
        target = taught.target
        rows = ~np.isnan(target)
        x, weights = taught.seen[rows], taught.weights[rows]
        rest = target[rows] - known_part(self.score, x)
        ways, steep = signs(self.score), STEEPNESS.get(self.score, STEEP)
        fitted = fit_shapes(x, rest, weights, ways, self.breaks, steep)
        fitted = centred(with_known(self.score, fitted, x), x, weights)
        if self.score != "evidential_quality":
            return fitted
        return bounded(fitted, PAGE_COLUMNS, PAGE_POINTS)

    def without(self, left: float | None) -> _Taught:
        """Take all but a fold: readings, and what witnesses let suppose."""
        frame, folds = self.frame, self.frame["fold"]
        seen = frame.features if left is None else frame.features_without(left)
        rows = self.read & (folds != left)
        target = np.where(rows, eased(self.score, self.target), np.nan)
        taught = _Taught(target, frame.outlet_weights(rows, POWER), seen)
        if self.score != "evidential_quality":
            return taught
        more = supposed(frame, target, self.crossed(taught, left), rows)
        added = ~np.isnan(more) & ~self.read & (folds != left)
        weights = taught.weights + WORTH * frame.outlet_weights(added, POWER)
        return _Taught(np.where(added, more, drawn(target, more)), weights, seen)

    def crossed(self, taught: _Taught, left: float | None) -> Array:
        """Say of each article what fits to all but its fold, and `left`, say of it."""
        folds, said = self.frame["fold"], np.zeros(len(self.frame))
        for k in _numbers(folds[folds != left]):
            out = folds == k
            part = taught._replace(target=np.where(out, np.nan, taught.target))
            said[out] = self.shapes(part).score(taught.seen[out])
        return said


def fit(frame: Frame, score: str, target: Array, breaks: list[Array]) -> Fitted:
    """Fit one score, in these steps, on all folds and, for each fold, on the others.

    The cut points that a fold is measured with come from scores held out within the
    other folds. Scores of fits that had seen the fold lean away from it, and would
    take the measured scores with them.
    """
    work = _Work(frame, score, target, breaks)
    folds, read = frame["fold"], work.read
    additive, value = np.zeros(len(frame)), np.zeros(len(frame))
    bands = np.zeros((len(frame), 5))
    for k in _numbers(folds):
        out = folds == k
        taught = work.without(k)
        additive[out] = work.shapes(taught).score(taught.seen[out])
        ordinal = _ordinal(work, work.crossed(taught, k), read & ~out)
        value[out] = ordinal.expected(additive[out])
        bands[out] = ordinal.bands(additive[out])
    nothing = np.full(len(frame), np.nan)
    fitted = Fitted(
        score,
        work.shapes(work.without(None)),
        _ordinal(work, additive, read),
        HeldOut(additive, value, bands, nothing, nothing),
    )
    return _with_interval(fitted, frame, target) if score in ESTIMATES else fitted


def _ordinal(work: _Work, additive: Array, rows: Rows) -> Ordinal:
    """Fit cut points to the readings of some articles; outlets count as √n."""
    weights = work.frame.outlet_weights(rows)
    return fit_ordinal(additive[rows], work.target[rows], weights[rows])


def _numbers(folds: Array) -> list[float]:
    return [float(k) for k in np.unique(folds)]


def _with_interval(fitted: Fitted, frame: Frame, target: Array) -> Fitted:
    """Learn where the score errs, and how far its intervals must reach."""
    held, folds = fitted.held_out, frame["fold"]
    read = ~np.isnan(target)
    weights = frame.outlet_weights(read)
    residuals = target - held.value
    seen = np.column_stack([frame.features, held.value])
    breaks = find_breaks(seen[read], steps=12)

    def difficulty(rows: Rows, seen: Array) -> Shapes:
        return fit_shapes(
            seen[rows],
            np.abs(residuals[rows]),
            weights[rows],
            [0] * seen.shape[1],
            breaks,
            steep=DIFFICULTY_STEEP,
        )

    # The readings that a user may compare with are those of the corpora's reader.
    judged = read & (frame["own_reading"] != 1)
    hard = np.zeros(len(frame))
    low, high = np.zeros(len(frame)), np.zeros(len(frame))
    for k in _numbers(folds):
        out = folds == k
        without = np.column_stack([frame.features_without(k), held.value])
        hard[out] = floored(difficulty(read & ~out, without).score(without[out]))
    for k in _numbers(folds):
        rows, out = judged & (folds != k), folds == k
        reach = find_reach(residuals[rows], hard[rows])
        low[out], high[out] = reach.interval(held.value[out], hard[out])
    return Fitted(
        fitted.score,
        fitted.shapes,
        fitted.ordinal,
        HeldOut(held.additive, held.value, held.bands, low, high),
        difficulty(read, seen),
        find_reach(residuals[judged], hard[judged]),
    )
