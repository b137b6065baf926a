"""Fit the model from the feature table alone and write it down as plain data."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np

from scorer.features import NAMES, schema_digest
from scorer.learning.card import write
from scorer.learning.crossfit import Fitted, fit_all
from scorer.learning.evaluation import evaluate_fits
from scorer.learning.frame import Array, Frame
from scorer.learning.intervals import _LEAST
from scorer.learning.ordinal import BORDERS, LEVELS
from scorer.learning.shapes import Shapes
from scorer.learning.targets import ESTIMATES, SIGNALS

_DIGITS: Final = 3  # of a point: less than any reader could tell


def train(table: Path, out: Path, jobs: int = 2) -> dict[str, Any]:
    """Fit every score and write `model.json`, `metrics.json` and `CARD.md`.

    Args:
        table: What `scorer features` wrote; nothing else is read.
        out: Folder of the model; its name becomes the model's.
        jobs: Processes to fit in; the model is the same for any number.

    Returns:
        The metrics.
    """
    frame = Frame.read(table)
    fits = fit_all(frame, jobs)
    model = to_data(fits, frame, out.name, table)
    metrics = evaluate_fits(frame, fits)
    out.mkdir(parents=True, exist_ok=True)
    write_json(out / "model.json", model)
    write_json(out / "metrics.json", metrics)
    write(out)
    return metrics


def to_data(
    fits: Mapping[str, Fitted], frame: Frame, name: str, table: Path
) -> dict[str, Any]:
    """Put a fitted model into plain numbers."""
    breaks = next(iter(fits.values())).shapes.breaks
    scores = {score: score_data(fits[score]) for score in (*ESTIMATES, *SIGNALS)}
    return {
        "about": "Fitted by `scorer train` from the feature table; see CARD.md.",
        "name": name,
        "schema": schema_digest(),
        "features": frame.note["features_digest"],
        "table_sha256": sha256(table.read_bytes()).hexdigest(),
        "names": list(NAMES),
        "breaks": _breaks(breaks, NAMES),
        "scores": scores,
    }


def score_data(fitted: Fitted) -> dict[str, Any]:
    """Put one fitted score into plain numbers."""
    score = {
        **_shapes(fitted.shapes, NAMES),
        "slope": round(fitted.ordinal.slope, 5),
        "cuts": _cuts(fitted, LEVELS),
        "borders": _cuts(fitted, BORDERS),
    }
    if fitted.difficulty and fitted.reach:
        names = (*NAMES, "value")
        score["difficulty"] = {
            **_shapes(fitted.difficulty, names),
            "breaks": _breaks(fitted.difficulty.breaks, names),
            "least": _LEAST,
            "down": round(fitted.reach.down, 4),
            "up": round(fitted.reach.up, 4),
        }
    return score


def _breaks(breaks: list[Array], names: tuple[str, ...]) -> dict[str, list[float]]:
    pairs = zip(names, breaks, strict=True)
    return {name: [float(f"{x:.5g}") for x in edges] for name, edges in pairs}


def _shapes(shapes: Shapes, names: tuple[str, ...]) -> dict[str, Any]:
    """Leave out the features that a score does not use."""
    rounded = [np.round(values, _DIGITS) + 0.0 for values in shapes.values]
    return {
        "base": round(shapes.base, _DIGITS),
        "shapes": {
            name: values.tolist()
            for name, values in zip(names, rounded, strict=True)
            if values.any()
        },
    }


def _cuts(fitted: Fitted, levels: tuple[float, ...]) -> dict[str, float]:
    ordinal = fitted.ordinal
    return {
        f"{level:g}": round(float(ordinal.cuts[ordinal.levels.index(level)]), _DIGITS)
        for level in levels
    }


def write_json(path: Path, content: object) -> None:
    """Write JSON with one line for each row of numbers."""
    path.write_text(_lines(content, 0) + "\n", "utf-8")


def _lines(content: object, depth: int) -> str:
    if not isinstance(content, dict) or not content:
        return json.dumps(content)
    pad = " " * (depth + 1)
    inner = (
        f"{pad}{json.dumps(k)}: {_lines(v, depth + 1)}" for k, v in content.items()
    )
    return "{\n" + ",\n".join(inner) + f"\n{' ' * depth}}}"
