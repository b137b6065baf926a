"""Measure a model on outlets that it never saw, beside what it must beat."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from scorer.errors import TrainingError
from scorer.learning import judges
from scorer.learning.attributing import attributed_by_fold
from scorer.learning.crossfit import Fitted, fit, fit_all
from scorer.learning.figures import auc, correlation
from scorer.learning.frame import Array, Frame
from scorer.learning.intervals import coverage
from scorer.learning.leaks import probe
from scorer.learning.priors import chosen_part
from scorer.learning.table import GENRES
from scorer.learning.targets import ESTIMATES, SIGNALS, targets

_NEWS: Final = tuple(GENRES.index(g) for g in ("news", "brief", "analysis"))
_OPINION: Final = GENRES.index("opinion")
_COUNTED: Final = ("rows", "rows_read", "rows_read_own", "outlets")
_WIDEST: Final = 60  # points; a wider interval is not given
_PARTS: Final = {
    "attributed": ("sourcing", -1),
    "single_source": ("sourcing", 1),
    "certainty_fit": ("hedging", -1),
    "headline_loaded": ("headline", 1),
    "loaded": ("wording", 1),
    "page_noise": ("page", 1),
}
_COUNTS: Final = {"sources": "sources_distinct", "relayed": "relayed_share"}


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
    """Return every figure of the model card; readings of our own are no measure."""
    whole, frame = frame, frame.judged()
    wanted = targets(frame)
    quality = fits["evidential_quality"].held_out.value
    hyper = frame["hyperpartisan"]
    return {
        "about": "Measured on folds whose outlets the model never saw.",
        "table": {k: frame.note[k] for k in _COUNTED if k in frame.note},
        "readings": {
            score: _agreement(frame, fits[score].held_out.value, wanted[score])
            for score in ESTIMATES
        },
        **_parts(frame, fits, wanted),
        "chosen_pushes": _chosen(frame, fits, wanted),
        "intervals": {s: _intervals(fits[s], wanted[s]) for s in ESTIMATES},
        "bands": _bands(fits["evidential_quality"], wanted["evidential_quality"]),
        "reader_with_itself": frame.note["self_agreement"],
        "agreement_of_own": frame.note.get("agreement_of_own", {}),
        "references": _references(frame, wanted),
        "witnesses": judges.witnesses(frame, quality),
        "witness_intervals": judges.witness_intervals(frame, quality),
        "witnesses_sensationalism": {
            "hyperpartisan_auc": auc(
                hyper == 1,
                fits["sensationalism"].held_out.value,
                ~np.isnan(hyper),
            )
        },
        "parts_of_the_corpus": judges.parts_of_the_corpus(frame, quality),
        "false_alarms": judges.false_alarms(frame, quality),
        "politics": judges.politics(frame, quality),
        "convergence": judges.convergence(frame, quality),
        "leaks": probe(frame) | {"random_split": _random_split(whole, fits, wanted)},
    }


def _parts(
    frame: Frame, fits: Mapping[str, Fitted], wanted: Mapping[str, Array]
) -> dict[str, Any]:
    single = frame["reading_single_source"] >= 0.5  # noqa: PLR2004 - a flag
    return {
        "parts": {
            part: _part(frame, fits[signal].held_out.value * sign, part)
            for part, (signal, sign) in _PARTS.items()
        },
        "counts": {
            feature: _part(frame, frame[feature], part)
            for part, feature in _COUNTS.items()
        }
        | {"attributed_share": _part(frame, attributed_by_fold(frame), "attributed")},
        "single_source_auc": auc(
            single, fits["sourcing"].held_out.value, frame.read_rows
        ),
        "signals": {s: correlation(fits[s].held_out.value, wanted[s]) for s in SIGNALS},
    }


def _references(frame: Frame, wanted: Mapping[str, Array]) -> dict[str, Any]:
    """Measure what is simpler in the same way."""
    given = {
        "length_alone": ("words", "words"),
        "wording_alone": ("wording_quality", "wording_sensational"),
        "tfidf_ridge": ("tfidf_quality", "tfidf_sensational"),
    }
    found = {}
    for name, (quality, sensational) in given.items():
        value = frame[quality]
        agreement = _agreement(frame, value, wanted["evidential_quality"])
        found[name] = {
            "quality": agreement["spearman"],
            "quality_news": agreement["spearman_news"],
            "sensationalism": correlation(frame[sensational], wanted["sensationalism"]),
            **judges.witnesses(frame, np.where(np.isnan(value), 0, value)),
        }
    return found


def _random_split(
    frame: Frame, fits: Mapping[str, Fitted], wanted: Mapping[str, Array]
) -> dict[str, float | None]:
    """Say how much better a split that lets outlets stand on both sides looks."""
    target, taught = wanted["evidential_quality"], targets(frame)["evidential_quality"]
    mixed = np.random.default_rng(0).integers(0, 5, len(frame)).astype(float)
    numbers = {n: c for n, c in frame.numbers.items() if "_without_" not in n}
    lazy = Frame(frame.ids, frame.sets, numbers | {"fold": mixed}, frame.note)
    breaks = fits["evidential_quality"].shapes.breaks
    value = fit(lazy, "evidential_quality", taught, breaks).held_out.value
    return {
        "fit_quality": correlation(value, target),
        "fit_quality_outlets_apart": correlation(
            fits["evidential_quality"].held_out.value, target
        ),
        "tfidf_quality": correlation(frame["tfidf_quality_random_split"], target),
        "tfidf_quality_outlets_apart": correlation(frame["tfidf_quality"], target),
    }


def _agreement(frame: Frame, value: Array, target: Array) -> dict[str, Any]:
    news = frame.read_rows & np.isin(frame["genre"], _NEWS)
    opinion = frame.read_rows & (frame["genre"] == _OPINION)
    error = np.abs(value - target)[~np.isnan(target)]
    return {
        "spearman": correlation(value, target),
        "spearman_news": correlation(value, target, news),
        "spearman_opinion": correlation(value, target, opinion),
        "mean_error": round(float(error.mean()), 2),
    }


def _part(frame: Frame, values: Array, part: str) -> dict[str, float | None]:
    return {
        "spearman": correlation(values, frame[f"reading_{part}"]),
        "reader_with_itself": frame.note["self_agreement"].get(part),
    }


def _chosen(
    frame: Frame, fits: Mapping[str, Fitted], wanted: Mapping[str, Array]
) -> dict[str, float | None]:
    """Return how quality's additive score agrees with the chosen pushes and without."""
    name = "evidential_quality"
    score = fits[name].held_out.additive
    bare = score - chosen_part(name, frame.features)
    return {
        "spearman": correlation(score, wanted[name]),
        "spearman_without": correlation(bare, wanted[name]),
    }


def _intervals(fitted: Fitted, target: Array) -> dict[str, float]:
    read = ~np.isnan(target)
    held = fitted.held_out
    width = held.high - held.low
    kept = read & (width <= _WIDEST)
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
