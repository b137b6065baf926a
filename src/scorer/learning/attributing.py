"""What `attributed_share` is worth where its weights saw none of a fold's readings.

The feature's own weights are rounded from all readings. To publish how well such a
line agrees with readers, it is fitted anew on each fold's outside.
"""

from typing import Final

import numpy as np

from scorer.learning.frame import Array, Frame

_MOST: Final = 4  # of the readers' scale; the feature is a share


def attributed_by_fold(frame: Frame) -> Array:
    """Estimate the attributed share of each article without its fold's readings."""
    folds, target = frame["fold"], frame["reading_attributed"] / _MOST
    said = _parts(frame, "")
    found = np.full(len(frame), np.nan)
    for k in np.unique(folds):
        parts = _parts(frame, f"_without_{k:.0f}")
        rows = (folds != k) & ~np.isnan(target) & ~np.isnan(parts).any(axis=1)
        weights = np.linalg.lstsq(parts[rows], target[rows], rcond=None)[0]
        found[folds == k] = said[folds == k] @ weights
    shares: Array = np.clip(found, 0, 1)
    return shares


def _parts(frame: Frame, tail: str) -> Array:
    """Return what the share is made of, and a constant."""
    told, unnamed = (
        frame.numbers.get(f"{name}{tail}", frame[name])
        for name in ("wording_attributed", "wording_anonymous")
    )
    loaded = np.log1p(frame["loaded_weight_per_1000_words"])
    ones = np.ones(len(frame))
    return np.column_stack([ones, told, frame["tied_sentences_share"], loaded, unnamed])
