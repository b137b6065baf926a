"""Measure a model on outlets that it never saw, beside what it must beat."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.metrics import roc_auc_score

from scorer.errors import TrainingError
from scorer.learning.agreement import spearman
from scorer.learning.crossfit import Fitted, fit_all
from scorer.learning.frame import Array, Frame, Rows
from scorer.learning.intervals import coverage
from scorer.learning.table import GENRES
from scorer.learning.targets import ESTIMATES, SIGNALS, targets

_LOW, _HIGH = 0.45, 0.75  # outlets rated below, and from here on
_DRAWS: Final = 200  # of the bootstrap
_MANY: Final = 10  # articles of an outlet whose mean is looked at
_NEWS: Final = tuple(GENRES.index(g) for g in ("news", "brief", "analysis"))
_OPINION: Final = GENRES.index("opinion")
_PARTS: Final = {
    "attributed": ("sourcing", -1),
    "single_source": ("sourcing", 1),
    "certainty_fit": ("hedging", -1),
    "headline_loaded": ("headline", 1),
    "loaded": ("wording", 1),
    "page_noise": ("page", 1),
}
_COUNTS: Final = {
    "sources": "sources_distinct",
    "attributed": "attributed_share",
    "relayed": "relayed_share",
}


def evaluate(table: Path, model: Path, jobs: int = 2) -> dict[str, Any]:
    """Fit the model anew on each fold's outside and measure it on the fold.

    Raises:
        TrainingError: The model was not fitted from this table.
    """
    from scorer.learning.training import to_data  # noqa: PLC0415 - it evaluates too
    from scorer.model.artifact import read_data  # noqa: PLC0415

    frame = Frame.read(table)
    fits = fit_all(frame, jobs)
    if read_data(model) != to_data(fits, frame, model.name, table):
        raise TrainingError(
            f"{model} was not fitted from {table}; fit it with 'scorer train'."
        )
    return evaluate_fits(frame, fits)


def evaluate_fits(frame: Frame, fits: Mapping[str, Fitted]) -> dict[str, Any]:
    """Return every figure of the model card."""
    wanted = targets(frame)
    news = frame.read_rows & np.isin(frame["genre"], _NEWS)
    opinion = frame.read_rows & (frame["genre"] == _OPINION)
    quality = fits["evidential_quality"].held_out
    return {
        "about": "Measured on folds whose outlets the model never saw.",
        "table": {k: frame.note[k] for k in ("rows", "rows_read", "outlets")},
        "readings": {
            score: _agreement(fits[score], wanted[score], news, opinion)
            for score in ESTIMATES
        },
        "parts": {
            part: _part(frame, fits[signal].held_out.value * sign, part)
            for part, (signal, sign) in _PARTS.items()
        },
        "counts": {
            feature: _part(frame, frame[feature], part)
            for part, feature in _COUNTS.items()
        },
        "single_source_auc": _auc(
            frame["reading_single_source"] >= 0.5,  # noqa: PLR2004 - a flag
            fits["sourcing"].held_out.value,
            frame.read_rows,
        ),
        "signals": {
            s: _correlation(fits[s].held_out.value, wanted[s]) for s in SIGNALS
        },
        "intervals": {s: _intervals(fits[s], wanted[s]) for s in ESTIMATES},
        "bands": _bands(fits["evidential_quality"], wanted["evidential_quality"]),
        "reader_with_itself": frame.note["self_agreement"],
        "references": {
            "length_alone": _reference(frame["words"], wanted, news),
            "wording_alone": _reference(frame["wording_quality"], wanted, news),
            **frame.note["references"],
        },
        "witnesses": _witnesses(frame, quality.value),
        "witnesses_sensationalism": {
            "hyperpartisan_auc": _auc(
                frame["hyperpartisan"] == 1,
                fits["sensationalism"].held_out.value,
                ~np.isnan(frame["hyperpartisan"]),
            )
        },
    }


def _correlation(values: Array, target: Array, rows: Rows | None = None) -> float:
    both = ~np.isnan(values) & ~np.isnan(target)
    both = both if rows is None else both & rows
    return spearman(values[both].tolist(), target[both].tolist())


def _reference(
    values: Array, wanted: Mapping[str, Array], news: Rows
) -> dict[str, float]:
    """Measure a single number the way that the model is measured."""
    quality = wanted["evidential_quality"]
    return {
        "quality": _correlation(values, quality),
        "quality_news": _correlation(values, quality, news),
        "sensationalism": _correlation(values, wanted["sensationalism"]),
    }


def _agreement(
    fitted: Fitted, target: Array, news: Rows, opinion: Rows
) -> dict[str, float]:
    value = fitted.held_out.value
    error = np.abs(value - target)[~np.isnan(target)]
    return {
        "spearman": _correlation(value, target),
        "spearman_news": _correlation(value, target, news),
        "spearman_opinion": _correlation(value, target, opinion),
        "mean_error": round(float(error.mean()), 2),
    }


def _part(frame: Frame, values: Array, part: str) -> dict[str, float | None]:
    return {
        "spearman": _correlation(values, frame[f"reading_{part}"]),
        "reader_with_itself": frame.note["self_agreement"].get(part),
    }


def _auc(
    positive: Rows, values: Array, rows: Rows, weights: Array | None = None
) -> float | None:
    rows = rows & ~np.isnan(values)
    if len(np.unique(positive[rows])) < 2:  # noqa: PLR2004 - two classes
        return None
    sample = None if weights is None else weights[rows]
    area = roc_auc_score(positive[rows], values[rows], sample_weight=sample)
    return round(float(area), 4)


def _intervals(fitted: Fitted, target: Array) -> dict[str, float]:
    read = ~np.isnan(target)
    held = fitted.held_out
    width = held.high - held.low
    kept = read & (width <= 60)  # noqa: PLR2004 - wider ones are not given
    return {
        "coverage": round(coverage(held.low[kept], held.high[kept], target[kept]), 4),
        "mean_width": round(float(width[kept].mean()), 2),
        "share_given": round(float(kept.sum() / read.sum()), 4),
    }


def _bands(fitted: Fitted, target: Array) -> dict[str, Any]:
    """Compare the probability given to each band with how often it was read."""
    read = ~np.isnan(target)
    given = fitted.held_out.bands[read]
    number = 4 - np.clip(target[read] // 20, 0, 4).astype(int)
    happened = np.eye(5)[number]
    bins = np.clip((given.ravel() * 10).astype(int), 0, 9)
    diagram = [
        {
            "given": round(float(given.ravel()[bins == b].mean()), 3),
            "happened": round(float(happened.ravel()[bins == b].mean()), 3),
            "cases": int((bins == b).sum()),
        }
        for b in range(10)
        if (bins == b).any()
    ]
    gaps = sum(abs(d["given"] - d["happened"]) * d["cases"] for d in diagram)
    return {
        "brier": round(float(((given - happened) ** 2).sum(axis=1).mean()), 4),
        "calibration_error": round(float(gaps / given.size), 4),
        "diagram": diagram,
    }


def _witnesses(frame: Frame, value: Array) -> dict[str, Any]:
    """Compare with judgements made by others for other ends."""
    rating = frame["outlet_quality"]
    known = (rating < _LOW) | (rating >= _HIGH)
    high = rating >= _HIGH
    hyper = frame["hyperpartisan"]
    return {
        "outlet_auc": _auc(high, value, known),
        "outlet_auc_weighted": _auc(high, value, known, frame["weight"]),
        "outlet_auc_interval": _bootstrap(frame, high, value, known),
        "within_right_auc": _auc(high, value, known & (frame["leaning"] == 1)),
        "within_left_auc": _auc(high, value, known & (frame["leaning"] == -1)),
        "outlet_mean_spearman": _outlet_means(frame, value),
        "health_spearman": _correlation(value, frame["health_criteria_met"]),
        "not_hyperpartisan_auc": _auc(hyper == 0, value, ~np.isnan(hyper)),
        "uk_papers_auc": _auc(
            frame["uk_quality_paper"] == 1, value, ~np.isnan(frame["uk_quality_paper"])
        ),
        "thin_share_of_high": _thin(value, known & high),
        "thin_share_of_low": _thin(value, known & ~high),
    }


def _thin(value: Array, rows: Rows) -> float:
    return round(float((value[rows] < 40).mean()), 4)  # noqa: PLR2004 - band border


def _bootstrap(frame: Frame, high: Rows, value: Array, known: Rows) -> list[float]:
    """Return the 95 % interval over outlets of the area under the curve."""
    draw = np.random.default_rng(0)
    outlets = frame["outlet"].astype(int)
    names = np.unique(outlets[known])
    areas = []
    for _ in range(_DRAWS):
        times = np.bincount(draw.choice(names, len(names)), minlength=outlets.max() + 1)
        weights = times[outlets].astype(float)
        area = _auc(high, value, known & (weights > 0), weights)
        areas += [area] if area is not None else []
    return [round(float(x), 4) for x in np.quantile(areas, (0.025, 0.975))]


def _outlet_means(frame: Frame, value: Array) -> float:
    outlets, rating = frame["outlet"], frame["outlet_quality"]
    means, ratings = [], []
    for outlet in np.unique(outlets[~np.isnan(rating)]):
        rows = outlets == outlet
        if rows.sum() >= _MANY:
            means.append(float(value[rows].mean()))
            ratings.append(float(np.nanmean(rating[rows])))
    return spearman(means, ratings)
