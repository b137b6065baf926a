"""How much the features give away: who published it, and on which side."""

from typing import Any, Final

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression

from scorer.learning.figures import auc
from scorer.learning.frame import Array, Frame

_ARTICLES: Final = 8  # of an outlet that may be guessed
_GUESSES: Final = 10
_FOLDS: Final = 5


def probe(frame: Frame) -> dict[str, Any]:
    """Guess outlet and leaning from the features alone."""
    return {"outlet": guess_outlet(frame), "leaning": guess_leaning(frame)}


def guess_outlet(frame: Frame) -> dict[str, float]:
    """Guess an article's outlet by its outlet's other articles."""
    outlets = frame["outlet"].astype(int)
    rows = np.flatnonzero(np.bincount(outlets)[outlets] >= _ARTICLES)
    if not len(rows):
        return {"outlets": 0, "right": 0.0, "right_by_chance": 0.0}
    x, y = standardised(frame.features[rows]), outlets[rows]
    parts = np.random.default_rng(0).integers(0, _FOLDS, len(rows))
    first, among = np.zeros(len(rows), bool), np.zeros(len(rows), bool)
    for k in range(_FOLDS):
        out = parts == k
        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=0.3)
        model.fit(x[~out], y[~out])
        best = model.classes_[np.argsort(-model.decision_function(x[out]))]
        first[out] = best[:, 0] == y[out]
        among[out] = (best[:, :_GUESSES] == y[out][:, None]).any(axis=1)
    return {
        "outlets": len(np.unique(y)),
        "right": round(float(first.mean()), 4),
        "right_by_chance": round(float(np.bincount(y).max() / len(y)), 4),
        "among_ten_guesses": round(float(among.mean()), 4),
    }


def guess_leaning(frame: Frame) -> dict[str, float]:
    """Guess left or right of outlets held out."""
    rows = np.flatnonzero(np.isin(frame["leaning"], (-1, 1)))
    y, folds = frame["leaning"][rows] == 1, frame["fold"][rows]
    said = np.zeros(len(rows))
    for k in np.unique(folds):
        x = standardised(frame.features_without(k)[rows])
        model = LogisticRegression(C=0.01, max_iter=500)
        model.fit(x[folds != k], y[folds != k])
        said[folds == k] = model.decision_function(x[folds == k])
    return {"articles": len(rows), "auc": auc(y, said, np.ones(len(y), bool)) or 0.5}


def standardised(features: Array) -> Array:
    """Return features with mean 0 and spread 1; what is undefined is the mean."""
    some = np.maximum((~np.isnan(features)).sum(axis=0), 1)
    apart = features - np.nansum(features, axis=0) / some
    spread = np.sqrt(np.nansum(apart**2, axis=0) / some)
    scaled = apart / np.where(spread > 0, spread, 1)
    clipped: Array = np.clip(np.nan_to_num(scaled), -4, 4)
    return clipped
