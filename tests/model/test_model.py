"""The shipped model: additive, monotone, bounded, and the same every time."""

import random
from itertools import pairwise
from math import fsum, isnan

import pytest

from scorer.features import NAMES, SCHEMA
from scorer.features.feature import Feature
from scorer.model.additive import BANDS, ESTIMATES, SIGNALS, Model
from scorer.model.artifact import load_model

PAGE = ("cross_links", "cross_links_clickbait", "captions", "chrome_share")
DIRECTED = [feature for feature in SCHEMA if feature.quality]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def some_features(seed: int) -> list[float]:
    """Draw features about as they come, some undefined."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    values = []
    for feature in SCHEMA:
        most = 1.0 if "share" in feature.unit or "0 or 1" in feature.unit else 30.0
        undefined = draw.random() < 0.1
        values.append(float("nan") if undefined else draw.uniform(0, most))
    return values


@pytest.mark.parametrize("seed", range(20))
def test_base_and_contributions_are_the_additive_score(model: Model, seed: int) -> None:
    prediction = model.predict(some_features(seed))
    for score in ESTIMATES:
        parts = prediction.contributions[score]
        assert len(parts) == len(NAMES)
        additive = fsum([model.bases[score], *parts])
        expected = model.scales[score].expected(additive)
        assert prediction.values[score] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("seed", range(20))
def test_everything_stays_on_its_scale(model: Model, seed: int) -> None:
    prediction = model.predict(some_features(seed))
    assert set(prediction.values) == {*ESTIMATES, *SIGNALS}
    assert all(0 <= value <= 100 for value in prediction.values.values())
    assert tuple(prediction.bands) == BANDS
    assert sum(prediction.bands.values()) == pytest.approx(1)
    assert all(0 <= p <= 1 for p in prediction.bands.values())
    for score, (low, high) in prediction.intervals.items():
        assert 0 <= low <= prediction.values[score] <= high <= 100


@pytest.mark.parametrize("feature", DIRECTED, ids=lambda feature: feature.name)
def test_more_never_moves_quality_the_wrong_way(model: Model, feature: Feature) -> None:
    at = NAMES.index(feature.name)
    steps = [row[0] * feature.quality for row in model.rows[at][:-1]]
    assert all(a <= b + 1e-9 for a, b in pairwise(steps))


def test_what_stands_beside_an_article_costs_it_five_points_at_most(
    model: Model,
) -> None:
    places = [NAMES.index(name) for name in PAGE]
    for seed in range(200):
        clean, noisy = some_features(seed), some_features(seed)
        for at in places:
            clean[at], noisy[at] = 0.0, 1e6
        before = model.predict(clean).values["evidential_quality"]
        after = model.predict(noisy).values["evidential_quality"]
        assert before - 5 <= after <= before


def test_the_same_features_give_the_same_bytes(model: Model) -> None:
    first = model.predict(some_features(1))
    assert repr(first) == repr(model.predict(some_features(1)))


def test_a_document_of_which_nothing_is_known_still_has_numbers(model: Model) -> None:
    prediction = model.predict([float("nan")] * len(NAMES))
    assert not any(isnan(value) for value in prediction.values.values())
