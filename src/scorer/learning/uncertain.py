"""Fit how uncertain whole sentences read, from sentences labelled so or not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

_RAREST = 3
_STRENGTH = 1.0
_SMALLEST = 0.02


def fit_sentences(
    described: Sequence[Mapping[str, int]], uncertain: Sequence[bool]
) -> dict[str, Any]:
    """Return bias and weights of a logistic regression over names and their counts."""
    spread = Counter(name for names in described for name in names)
    vectors = DictVectorizer()
    X = vectors.fit_transform(
        [
            {k: n for k, n in names.items() if spread[k] >= _RAREST}
            for names in described
        ]
    )
    model = LogisticRegression(C=_STRENGTH, max_iter=1000)
    model.fit(X, uncertain)
    learned = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {k: round(float(v), 2) for k, v in learned if abs(v) >= _SMALLEST}
    return {"bias": round(float(model.intercept_[0]), 3), "weights": weights}
