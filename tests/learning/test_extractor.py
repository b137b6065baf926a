"""The transformer: rows in order, names in place, at home in a pipeline."""

import pickle

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

import scorer
from scorer.features import NAMES

TEXTS = [
    "The dam is safe, the engineer said on Monday. She showed the survey.",
    "They LIED to you! Everybody knows the dam will burst, you fools!",
    "The mill closed in March, according to the town's ledger.",
    "What a shameless disgrace! Wake up and see what they do to you!",
]


def test_gives_one_row_a_document_and_a_name_a_column() -> None:
    extractor = scorer.FeatureExtractor()
    rows = extractor.fit_transform(TEXTS)
    assert rows.shape == (4, len(NAMES))
    assert list(extractor.get_feature_names_out()) == list(NAMES)
    documents = [scorer.Document.from_text(text) for text in TEXTS]
    assert np.array_equal(rows, extractor.transform(documents), equal_nan=True)


def test_takes_no_documents_at_all() -> None:
    assert scorer.FeatureExtractor().transform([]).shape == (0, len(NAMES))


def test_refuses_a_single_string() -> None:
    with pytest.raises(TypeError, match="put it in a list"):
        scorer.FeatureExtractor().transform("It rained.")


def test_can_be_cloned_pickled_and_put_before_a_classifier() -> None:
    extractor = clone(scorer.FeatureExtractor())
    extractor = pickle.loads(pickle.dumps(extractor))  # noqa: S301 - our own bytes
    filled = SimpleImputer(keep_empty_features=True)
    pipeline = make_pipeline(extractor, filled, LogisticRegression(max_iter=5000))
    pipeline.fit(TEXTS, [1, 0, 1, 0])
    assert list(pipeline.predict(TEXTS)) == [1, 0, 1, 0]
