"""What other judges of an article or its outlet say about articles nobody read.

Medical journalists counted the criteria that a health story meets, a crowd said what
is hyperpartisan, raters judged outlets. Each is worth as much as it tells of a
reading beyond what the features tell: a straight line, learned where there are both.
With it an article without a reading gets a supposed one.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from scorer.learning.frame import Array, Frame, Rows

WORTH: Final = 0.5  # of a supposed reading, beside a real one
# How far a reading is drawn to what is supposed. Readings stand for what can be seen in
# an article; others saw more of its outlet than that, and a little of it holds for
# outlets held out: low are told from high better by half a hundredth of AUC, for three
# thousandths of agreement with the readings.
PULL: Final = 0.3
# The first one known counts: those that looked at the article before its outlet's.
_WITNESSES: Final = (
    "health_criteria_met",
    "hyperpartisan",
    "uk_quality_paper",
    "outlet_quality",
)
_LEAST: Final = 100  # articles with both a reading and the witness


def supposed(frame: Frame, target: Array, said: Array, rows: Rows) -> Array:
    """Suppose readings from the witnesses; NaN where there is none.

    Args:
        frame: The feature table.
        target: The readings.
        said: What features tell of each article, by models that had not seen it.
        rows: The articles whose readings may be looked at.
    """
    found = np.full(len(frame), np.nan)
    for name in _WITNESSES:
        known = ~np.isnan(frame[name])
        taught = rows & known
        if taught.sum() < _LEAST:
            continue
        line = np.column_stack([np.ones(len(frame)), said, frame[name]])
        sides = np.column_stack(list(_sides(frame)))
        weights = np.sqrt(frame.outlet_weights(taught)[taught])
        whole = np.hstack([line, sides])[taught] * weights[:, None]
        learned = np.linalg.lstsq(whole, target[taught] * weights, rcond=None)[0]
        # Of the sides' share only the mean is kept: no side may gain by it.
        shift = float((sides[taught] @ learned[3:]).mean())
        value = np.clip(line @ learned[:3] + shift, 0, 100)
        found = np.where(np.isnan(found) & known, value, found)
    return found


def _sides(frame: Frame) -> Iterator[Array]:
    for side in (-1, 1):
        yield (frame["leaning"] == side).astype(float)


def drawn(target: Array, more: Array) -> Array:
    """Draw readings towards what is supposed, where something is."""
    return np.where(np.isnan(more), target, target + PULL * (more - target))
