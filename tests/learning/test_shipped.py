"""The shipped table and figures: what may leak, and how much."""

import json
from pathlib import Path
from typing import Any

import pytest

from scorer.learning.frame import Frame
from scorer.learning.leaks import guess_leaning, guess_outlet

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def frame() -> Frame:
    return Frame.read(ROOT / "data" / "features.csv.gz")


@pytest.fixture(scope="module")
def metrics() -> dict[str, Any]:
    text = (ROOT / "models" / "readings" / "metrics.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def test_features_do_not_name_the_outlet(frame: Frame) -> None:
    found = guess_outlet(frame)
    assert found["outlets"] > 100
    assert found["right"] < 0.45


def test_features_do_not_tell_left_from_right(frame: Frame) -> None:
    assert 0.4 < guess_leaning(frame)["auc"] < 0.6


def test_no_side_is_scored_apart_where_readings_are_equal(
    metrics: dict[str, Any],
) -> None:
    assert abs(metrics["politics"]["right_minus_left_equally_read"]) < 5


def test_intervals_hold_nine_times_in_ten(metrics: dict[str, Any]) -> None:
    for figures in metrics["intervals"].values():
        assert 0.87 <= figures["coverage"] <= 0.93


def test_the_model_beats_what_anybody_would_try_first(metrics: dict[str, Any]) -> None:
    quality = metrics["readings"]["evidential_quality"]["spearman"]
    assert quality > metrics["references"]["tfidf_ridge"]["quality"] + 0.02
    assert quality > metrics["references"]["length_alone"]["quality"] + 0.3
