"""The features as a scikit-learn transformer, for models of one's own."""

from collections.abc import Iterable
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

from scorer.detectors import DETECTORS
from scorer.document import Document
from scorer.features import NAMES, measure
from scorer.reading import Reading


class FeatureExtractor(TransformerMixin, BaseEstimator):
    """From documents or strings to the matrix of features, one row each.

    There is nothing to fit; a string is read as scraped plain text.

    Example:
        >>> rows = FeatureExtractor().fit_transform(["It rained, the mayor said."])
        >>> rows.shape[0]
        1
    """

    def fit(self, documents: Iterable[Document | str], y: object = None) -> Self:
        """Do nothing: the features are fixed."""
        del documents, y
        return self

    def transform(self, documents: Iterable[Document | str]) -> NDArray[np.float64]:
        """Measure every document; what is undefined is NaN."""
        if isinstance(documents, str):
            raise TypeError(
                "Expected several documents, got one string; put it in a list."
            )
        rows = [_measure(document) for document in documents]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))

    def get_feature_names_out(
        self, input_features: object = None
    ) -> NDArray[np.object_]:
        """Return the features' names, as the CSV report has them."""
        del input_features
        return np.array(NAMES, dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        """Say that it may be used at once."""
        return True


def _measure(document: Document | str) -> tuple[float, ...]:
    whole = document if isinstance(document, Document) else Document.from_text(document)
    reading = Reading.of(whole)
    return measure(reading, [a for d in DETECTORS for a in d.annotate(reading)])
