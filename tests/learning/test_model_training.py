"""Training: from the table alone, the same every time, honest about its intervals."""

import csv
import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from scorer.errors import TrainingError
from scorer.features import NAMES, schema_digest
from scorer.learning.corpora import READINGS
from scorer.learning.crossfit import fit, fit_all
from scorer.learning.curves import fit_shapes
from scorer.learning.frame import Array, Frame
from scorer.learning.intervals import coverage, find_reach
from scorer.learning.ordinal import BORDERS, LEVELS, fit_ordinal
from scorer.learning.shapes import bounded, find_breaks
from scorer.learning.table import columns
from scorer.learning.targets import eased, targets
from scorer.learning.training import to_data, train
from scorer.learning.witnesses import drawn, supposed
from scorer.model.artifact import load_model, read_data

DRAW = np.random.default_rng(7)


def write_table(folder: Path, rows: int = 240) -> Path:
    """Write a table whose quality hangs on two features and some noise."""
    draw = np.random.default_rng(3)
    table = folder / "features.csv.gz"
    with gzip.open(table, "wt", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns(), restval="", lineterminator="\n")
        writer.writeheader()
        for i in range(rows):
            outlet = i % 40
            values = {name: round(float(draw.random()), 4) for name in NAMES}
            good = 4 * values["attributed_share"] + 4 * (1 - values["single_source"])
            readings = {f"reading_{n}": float(draw.integers(0, 3)) for n in READINGS}
            readings["reading_quality"] = round(good + float(draw.random()), 1)
            readings["reading_sensational"] = round(9 - good, 1)
            writer.writerow(
                values
                | readings
                | {
                    "id": f"a{i}",
                    "set": "s",
                    "outlet": outlet,
                    "fold": outlet % 5,
                    "weight": 1,
                    "genre": i % 4,
                    "own_reading": int(i % 6 == 5),
                    "whole_words": 300,
                    "outlet_quality": [0.2, 0.9][outlet % 2],
                    "leaning": outlet % 3 - 1,
                    "health_criteria_met": i % 9,
                    "hyperpartisan": i % 2,
                    "uk_quality_paper": i % 2,
                }
            )
    note = {
        "schema": schema_digest(),
        "features_digest": "0" * 12,
        "rows": rows,
        "rows_read": rows,
        "rows_read_own": rows // 6,
        "outlets": 40,
        "self_agreement": dict.fromkeys(READINGS, 0.9),
        "agreement_of_own": dict.fromkeys(READINGS, 0.8),
        "references": {},
    }
    (folder / "features.json").write_text(json.dumps(note), "utf-8")
    return table


@pytest.mark.filterwarnings("ignore:An input array is constant")
def test_the_same_table_gives_the_same_model_that_loads(tmp_path: Path) -> None:
    table = write_table(tmp_path, rows=400)
    metrics = train(table, tmp_path / "one" / "small", jobs=1)
    frame = Frame.read(table)
    again = to_data(fit_all(frame, jobs=1), frame, "small", table)
    assert read_data(tmp_path / "one" / "small") == again
    assert metrics["readings"]["evidential_quality"]["spearman"] > 0.5
    card = (tmp_path / "one" / "small" / "CARD.md").read_text("utf-8")
    assert "large language model" in " ".join(card.split())
    assert "66 were read for this project" in " ".join(card.split())
    for picture in ("reliability.svg", "shapes.svg"):
        assert picture in card
        assert "<svg" in (tmp_path / "one" / "small" / picture).read_text("utf-8")
    model = load_model(tmp_path / "one" / "small")
    assert model.label.startswith("small ")


def test_readings_of_our_own_teach_but_measure_nothing(tmp_path: Path) -> None:
    frame = Frame.read(write_table(tmp_path, rows=60))
    own = frame["own_reading"] == 1
    judged = frame.judged()
    assert own.any()
    assert np.isnan(judged["reading_quality"][own]).all()
    assert (judged["reading_quality"] == frame["reading_quality"])[~own].all()
    assert not np.isnan(judged["outlet_quality"]).any()


def test_refuses_a_table_of_other_features(tmp_path: Path) -> None:
    table = write_table(tmp_path, rows=10)
    note = json.loads((tmp_path / "features.json").read_text("utf-8"))
    note["schema"] = "f" * 12
    (tmp_path / "features.json").write_text(json.dumps(note), "utf-8")
    with pytest.raises(TrainingError, match="was made for features ffffffffffff"):
        Frame.read(table)


def test_names_a_missing_table(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="scorer features"):
        Frame.read(tmp_path / "none.csv.gz")


def test_shapes_add_up_to_what_was_fitted_and_keep_their_direction() -> None:
    x = DRAW.random((600, 3))
    y = 10 * x[:, 0] - 5 * x[:, 1] + DRAW.normal(size=600)
    fitted = fit_shapes(x, y, np.ones(600), [1, -1, 0], find_breaks(x))
    assert np.corrcoef(fitted.score(x), y)[0, 1] > 0.9
    assert (np.diff(fitted.values[0][:-1]) >= 0).all()
    assert (np.diff(fitted.values[1][:-1]) <= 0).all()
    parts = fitted.contributions(x)
    assert np.allclose(fitted.base + parts.sum(axis=1), fitted.score(x))


def test_bounded_features_only_lower_and_only_so_far() -> None:
    x = DRAW.random((600, 2))
    y = -30 * x[:, 0] - 30 * x[:, 1]
    fitted = fit_shapes(x, y, np.ones(600), [-1, -1], find_breaks(x))
    held = bounded(fitted, [0, 1], 4.0)
    parts = held.contributions(x)
    assert parts.max() <= 0
    assert held.values[0].min() + held.values[1].min() == pytest.approx(-4)


def test_bands_follow_the_score_and_add_up() -> None:
    score = DRAW.uniform(0, 100, 2000)
    target = np.clip(score + DRAW.normal(0, 15, 2000), 0, 100)
    ordinal = fit_ordinal(score, target, np.ones(2000))
    bands = ordinal.bands(np.array([10.0, 50.0, 90.0]))
    assert bands.sum(axis=1) == pytest.approx([1, 1, 1])
    assert bands[:, 0].argmax() == 2
    assert bands[:, 4].argmax() == 0
    assert (np.diff(ordinal.chances(np.array([50.0]), BORDERS)[0]) <= 0).all()
    assert (np.diff(ordinal.expected(np.array([5.0, 30.0, 60.0, 95.0]))) > 0).all()


def test_cut_points_are_those_of_one_logistic_regression_over_all_levels() -> None:
    score = DRAW.uniform(0, 100, 300)
    target = np.clip(score + DRAW.normal(0, 20, 300), 0, 100)
    weights = DRAW.uniform(0.2, 2, 300)
    ordinal = fit_ordinal(score, target, weights)
    levels = sorted((*LEVELS, *BORDERS))
    reached = np.array([[y >= level for level in levels] for y in target])
    steps = np.vstack([np.eye(len(levels))] * len(score))
    rows = np.column_stack([np.repeat(score / 10, len(levels)), steps])
    general = LogisticRegression(C=1e4, fit_intercept=False, max_iter=5000, tol=1e-9)
    general.fit(rows, reached.ravel(), np.repeat(weights, len(levels)))
    slope, *starts = general.coef_[0]
    assert ordinal.slope == pytest.approx(slope / 10, rel=1e-3)
    assert ordinal.cuts == pytest.approx(-np.array(starts) / slope * 10, abs=0.05)


def test_what_is_said_of_a_fold_hangs_on_none_of_its_readings(tmp_path: Path) -> None:
    whole = Frame.read(write_table(tmp_path))
    three = {"fold": whole["outlet"] % 3}  # fewer fits than five folds take
    frame = Frame(whole.ids, whole.sets, whole.numbers | three, whole.note)
    target = targets(frame)["evidential_quality"]
    out = frame["fold"] == 2
    other = np.where(out, 100 - target, target)
    breaks = find_breaks(frame.features)
    before = fit(frame, "evidential_quality", target, breaks).held_out
    after = fit(frame, "evidential_quality", other, breaks).held_out
    assert (before.value[out] == after.value[out]).all()
    assert (before.bands[out] == after.bands[out]).all()
    assert (before.value[~out] != after.value[~out]).all()


def test_an_outlet_of_many_articles_counts_more_but_not_as_many_times(
    tmp_path: Path,
) -> None:
    frame = Frame.read(write_table(tmp_path, rows=60))  # 20 outlets twice, 20 once
    weights = frame.outlet_weights(np.ones(60, bool), 0.75)
    sums = np.bincount(frame["outlet"].astype(int), weights)
    assert sums[0] / sums[39] == pytest.approx(2**0.75)
    assert weights.mean() == pytest.approx(1)


def test_only_sensationalism_is_eased_and_keeps_its_order_and_its_points() -> None:
    readings = np.array([0.0, 10.0, 30.0, 60.0, 100.0])
    assert (eased("evidential_quality", readings) == readings).all()
    found = eased("sensationalism", readings)
    assert (np.diff(found) > 0).all()
    assert found[[1, 3]] == pytest.approx([10, 60], abs=0.1)
    assert found[1] - found[0] > 15


def test_readings_are_drawn_only_to_what_is_supposed() -> None:
    found = drawn(np.array([50.0, 50.0, np.nan]), np.array([80.0, np.nan, 80.0]))
    assert 50 < found[0] < 65
    assert found[1] == 50
    assert np.isnan(found[2])


def test_intervals_cover_nine_in_ten_and_follow_the_difficulty() -> None:
    hard = DRAW.choice([2.0, 10.0], 4000)
    residuals = DRAW.normal(0, hard)
    reach = find_reach(residuals[:2000], hard[:2000])
    value = np.full(2000, 50.0)
    low, high = reach.interval(value, hard[2000:])
    assert 0.87 <= coverage(low, high, value + residuals[2000:]) <= 0.93
    easy = hard[2000:] == 2.0
    assert (high - low)[easy].max() < (high - low)[~easy].min()


def test_a_straight_truth_gives_a_straight_line_and_nan_its_own_points() -> None:
    x = DRAW.random((800, 2))
    x[:200, 1] = np.nan
    y = 20 * x[:, 0] + np.where(np.isnan(x[:, 1]), 6.0, 0.0)
    fitted = fit_shapes(x, y, np.ones(800), [1, 0], find_breaks(x), steep=1.0)
    rises = np.diff(fitted.values[0][:-1])
    assert rises.min() > 0.5 * rises.mean()
    assert fitted.values[1][-1] - fitted.values[1][:-1].mean() == pytest.approx(6, 0.1)


def only_outlets_rated(frame: Frame, rating: Array) -> Frame:
    unknown = np.full(len(frame), np.nan)
    others = ("health_criteria_met", "hyperpartisan", "uk_quality_paper")
    numbers = frame.numbers | dict.fromkeys(others, unknown)
    return Frame(
        frame.ids, frame.sets, numbers | {"outlet_quality": rating}, frame.note
    )


def test_witnesses_speak_for_articles_that_nobody_read(tmp_path: Path) -> None:
    frame = Frame.read(write_table(tmp_path, rows=600))
    rows = DRAW.random(600) < 0.5
    rating = frame["outlet_quality"]
    target = np.where(rows, 30 + 40 * rating, np.nan)
    told = only_outlets_rated(frame, rating)
    found = supposed(told, target, np.full(600, 50.0), rows)
    assert not np.isnan(found[~rows]).any()
    assert found[rating > 0.5].mean() > found[rating < 0.5].mean() + 20


def test_no_side_gains_by_what_its_outlets_are_rated(tmp_path: Path) -> None:
    frame = Frame.read(write_table(tmp_path, rows=600))
    side = frame["leaning"] == 1
    rating = np.where(side, 0.3, 0.8) + DRAW.normal(0, 0.05, 600)
    target = np.where(side, 30.0, 60.0)
    told = only_outlets_rated(frame, rating)
    found = supposed(told, target, np.full(600, 50.0), np.ones(600, bool))
    assert abs(found[side].mean() - found[~side].mean()) < 5
