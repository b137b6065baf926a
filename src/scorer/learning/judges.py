"""Compare a value with what others judged, for other ends, of outlets and articles."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from scorer.learning.figures import auc, correlation, over_outlets
from scorer.learning.frame import Array, Frame, Rows

LOW, HIGH = 0.45, 0.75  # outlets rated below, and from here on
_THIN: Final = 40  # the border of the band `thin`
_MANY: Final = 10  # articles of an outlet whose mean is looked at
_DRAWN: Final = (1, 3, 10, 30)  # articles that a mean is taken over
_LENGTHS: Final = ((0, 250), (250, 500), (500, 1000), (1000, 10**6))
_YEARS: Final = ((0, 2015), (2015, 2018), (2018, 2020), (2020, 3000))
_GROUP: Final = 150  # articles of a set that is looked at alone
_SIDES: Final = {"left": -1, "right": 1}


def witnesses(frame: Frame, value: Array) -> dict[str, Any]:
    """Return how far a value agrees with each witness."""
    rating, leaning = frame["outlet_quality"], frame["leaning"]
    known = (rating < LOW) | (rating >= HIGH)
    high = rating >= HIGH
    hyper, papers = frame["hyperpartisan"], frame["uk_quality_paper"]
    return {
        "outlet_auc": auc(high, value, known),
        "outlet_auc_weighted": auc(high, value, known, frame["weight"]),
        "within_right_auc": auc(high, value, known & (leaning == 1)),
        "within_left_auc": auc(high, value, known & (leaning == -1)),
        "outlet_mean_spearman": _outlet_means(frame, value),
        "health_spearman": correlation(value, frame["health_criteria_met"]),
        "not_hyperpartisan_auc": auc(hyper == 0, value, ~np.isnan(hyper)),
        "uk_papers_auc": auc(papers == 1, value, ~np.isnan(papers)),
    }


def witness_intervals(frame: Frame, value: Array) -> dict[str, list[float]]:
    """Return how far some of these figures would move with other outlets."""
    rating, leaning = frame["outlet_quality"], frame["leaning"]
    known = (rating < LOW) | (rating >= HIGH)
    high = rating >= HIGH

    def area(weights: Array) -> float | None:
        return auc(high, value, weights > 0, weights)

    return {
        "outlet_auc": over_outlets(frame, known, area),
        "within_right_auc": over_outlets(frame, known & (leaning == 1), area),
        "within_left_auc": over_outlets(frame, known & (leaning == -1), area),
    }


def parts_of_the_corpus(frame: Frame, value: Array) -> dict[str, dict[str, Any]]:
    """Return low against high outlets by fold, set, length and year."""
    rating = frame["outlet_quality"]
    known = (rating < LOW) | (rating >= HIGH)
    return {
        group: {
            name: {"auc": area, "articles": int((known & rows).sum())}
            for name, rows in parts
            if (area := auc(rating >= HIGH, value, known & rows)) is not None
        }
        for group, parts in (
            ("fold", _folds(frame)),
            ("set", _sets(frame)),
            ("words", _between(frame["whole_words"], _LENGTHS)),
            ("year", _between(frame["year"], _YEARS)),
        )
    }


def _folds(frame: Frame) -> Iterator[tuple[str, Rows]]:
    for k in np.unique(frame["fold"]):
        yield f"{k:.0f}", frame["fold"] == k


def _sets(frame: Frame) -> Iterator[tuple[str, Rows]]:
    names = np.array(frame.sets)
    for name in sorted(set(frame.sets)):
        if (names == name).sum() >= _GROUP:
            yield name, names == name


def _between(
    values: Array, borders: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, Rows]]:
    for low, high in borders:
        yield f"{low}-{high - 1}", (values >= low) & (values < high)


def false_alarms(frame: Frame, value: Array) -> dict[str, Any]:
    """Say how often good outlets' articles are called thin or worse."""
    rating = frame["outlet_quality"]
    good, low = rating >= HIGH, rating < LOW

    def share(weights: Array) -> float | None:
        return float(np.average(value < _THIN, weights=weights))

    return {
        "good_called_thin": round(float((value[good] < _THIN).mean()), 4),
        "good_called_thin_interval": over_outlets(frame, good, share),
        "low_called_thin": round(float((value[low] < _THIN).mean()), 4),
        "low_called_thin_interval": over_outlets(frame, low, share),
        "good_read_as_thin": _read_as_thin(frame, good),
        "low_read_as_thin": _read_as_thin(frame, low),
    }


def _read_as_thin(frame: Frame, rows: Rows) -> float:
    """Return the share of these articles that the reader found thin."""
    reading = frame["reading_quality"][rows & frame.read_rows]
    return round(float((10 * reading < _THIN).mean()), 4)


def politics(frame: Frame, value: Array) -> dict[str, Any]:
    """Compare left and right outlets' articles, also where the readings are equal."""
    reading, leaning = 10 * frame["reading_quality"], frame["leaning"]
    rows = frame.read_rows & ((leaning == 1) | (leaning == -1))
    right = leaning[rows] == 1
    # A line of the reading, a bend in it, and what the side adds.
    said = reading[rows] / 100
    line = np.column_stack([np.ones(rows.sum()), said, said**2, right])
    learned = np.linalg.lstsq(line, value[rows], rcond=None)[0]
    means = {
        side: round(float(value[rows][leaning[rows] == number].mean()), 2)
        for side, number in _SIDES.items()
    }
    read = {
        f"{side}_as_read": round(float(reading[rows][leaning[rows] == n].mean()), 2)
        for side, n in _SIDES.items()
    }
    return means | read | {"right_minus_left_equally_read": round(float(learned[3]), 2)}


def _outlet_means(frame: Frame, value: Array) -> float | None:
    outlets, rating = frame["outlet"], frame["outlet_quality"]
    means, ratings = [], []
    for outlet in np.unique(outlets[~np.isnan(rating)]):
        rows = outlets == outlet
        if rows.sum() >= _MANY:
            means.append(float(value[rows].mean()))
            ratings.append(float(np.nanmean(rating[rows])))
    return correlation(np.array(means), np.array(ratings))


def convergence(frame: Frame, value: Array) -> list[dict[str, Any]]:
    """Say how near an outlet's mean comes with few of its articles and with many.

    The outlets are those with twice as many articles in the table; the mean of the
    others of their articles is what the drawn ones are held against.
    """
    draw = np.random.default_rng(0)
    outlets, rating = frame["outlet"].astype(int), frame["outlet_quality"]
    counts = np.bincount(outlets)
    rows = []
    for n in _DRAWN:
        few, rest, rated = [], [], []
        for outlet in np.flatnonzero(counts >= 2 * n):
            at = draw.permutation(np.flatnonzero(outlets == outlet))
            few.append(float(value[at[:n]].mean()))
            rest.append(float(value[at[n:]].mean()))
            rated.append(float(rating[at[0]]))
        if not few:
            break
        apart = np.abs(np.array(few) - np.array(rest))
        rows.append(
            {
                "articles": n,
                "outlets": len(few),
                "spearman_with_the_rest": correlation(np.array(few), np.array(rest)),
                "points_from_the_rest": round(float(apart.mean()), 2),
                "spearman_with_rating": correlation(np.array(few), np.array(rated)),
            }
        )
    return rows
