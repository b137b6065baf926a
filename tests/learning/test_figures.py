"""The card's figures, each on data whose answer is known."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from scorer.learning import judges
from scorer.learning.figures import auc, correlation
from scorer.learning.frame import Array, Frame
from scorer.learning.leaks import guess_leaning, guess_outlet

DRAW = np.random.default_rng(11)


def frame(**columns: Array) -> Frame:
    size = len(next(iter(columns.values())))
    return Frame(("a",) * size, ("s",) * size, columns, {})


def test_area_under_the_curve_is_that_of_scikit_learn() -> None:
    value = DRAW.integers(0, 30, 500).astype(float)
    good, weights = DRAW.random(500) < value / 40, DRAW.random(500)
    rows = np.ones(500, bool)
    expected = roc_auc_score(good, value, sample_weight=weights)
    assert auc(good, value, rows, weights) == pytest.approx(expected, abs=1e-4)


def test_no_figure_is_given_for_what_cannot_be_compared() -> None:
    assert correlation(np.ones(50), np.arange(50.0)) is None
    assert auc(np.ones(9, bool), np.arange(9.0), np.ones(9, bool)) is None


def test_a_side_that_is_scored_lower_at_equal_readings_is_found() -> None:
    reading = DRAW.uniform(0, 10, 400)
    side = DRAW.choice([-1.0, 1.0], 400)
    table = frame(reading_quality=reading, leaning=side)
    found = judges.politics(table, 10 * reading - 7 * (side == 1))
    assert found["right_minus_left_equally_read"] == pytest.approx(-7, abs=0.1)
    fair = judges.politics(table, 10 * reading)
    assert fair["right_minus_left_equally_read"] == pytest.approx(0, abs=0.1)


def test_good_outlets_called_thin_are_counted() -> None:
    table = frame(
        outlet=np.arange(100.0) // 5,
        outlet_quality=np.repeat([0.9, 0.2], 50),
        reading_quality=np.full(100, 5.0),
    )
    value = np.where(np.arange(100) % 10 == 0, 30.0, 70.0)
    found = judges.false_alarms(table, value)
    assert found["good_called_thin"] == 0.1
    low, high = found["good_called_thin_interval"]
    assert low <= 0.1 <= high


def test_an_outlets_mean_settles_with_more_articles() -> None:
    outlet = np.repeat(np.arange(40.0), 20)
    value = 50 + 5 * np.sin(outlet) + DRAW.normal(0, 8, 800)
    rows = judges.convergence(frame(outlet=outlet, outlet_quality=value / 100), value)
    assert [row["articles"] for row in rows] == [1, 3, 10]
    assert rows[0]["points_from_the_rest"] > rows[2]["points_from_the_rest"]


class Marked(Frame):
    """A table whose features are two numbers."""

    @property
    def features(self) -> Array:
        return np.column_stack([self["one"], self["two"]])

    def features_without(self, fold: float) -> Array:
        del fold
        return self.features


def marked(*, tells: bool) -> Frame:
    outlet = np.repeat(np.arange(30.0), 20)
    columns = {
        "outlet": outlet,
        "fold": outlet % 5,
        "leaning": np.where(outlet % 2 == 0, 1.0, -1.0),
        "one": (outlet if tells else 0 * outlet) + DRAW.normal(0, 0.1, 600),
        "two": (outlet % 2 if tells else 0 * outlet) + DRAW.normal(0, 0.1, 600),
    }
    return Marked(("a",) * 600, ("s",) * 600, columns, {})


def test_features_that_name_outlet_and_side_are_caught() -> None:
    assert guess_outlet(marked(tells=True))["right"] > 0.5
    assert guess_leaning(marked(tells=True))["auc"] > 0.9


def test_features_that_name_nobody_are_not_accused() -> None:
    assert guess_outlet(marked(tells=False))["right"] < 0.15
    assert 0.3 < guess_leaning(marked(tells=False))["auc"] < 0.7
