"""A score as a JSON object, with the same digits as the CSV row."""

import json
from collections.abc import Mapping
from typing import Any

from scorer.report import numbers
from scorer.report.rows import SIGNALS, Entry, to_row
from scorer.types import Annotation, Estimate, Evidence, Failure, Score


def to_object(entry: Entry) -> dict[str, Any]:
    """Make the JSON object of one input: its row, nested, and the evidence."""
    row = to_row(entry)
    score = entry.outcome
    known: dict[str, Any] = {
        name: row[name]
        for name in ("id", "path", "title", "outlet", "url", "published", "words")
    }
    known |= {name: row[name] for name in ("language", "status", "reason", "band")}
    if isinstance(score, Failure):
        return known | {"model": entry.model, "features": entry.schema}
    text = entry.document.text if entry.document else ""
    return (
        known
        | _verdict(score)
        | {
            "top_reasons": row["top_reasons"],
            "measured": _measured(entry.features),
            "base": {k: numbers.push(v) for k, v in score.base.items()},
            "evidence": [_evidence(item, text) for item in score.evidence],
            "notes": list(score.notes),
            "model": entry.model,
            "features": entry.schema,
        }
    )


def _verdict(score: Score) -> dict[str, Any]:
    return {
        "bands": {k: numbers.share(v) for k, v in score.bands.items()},
        "evidential_quality": _estimate(score.evidential_quality),
        "sensationalism": _estimate(score.sensationalism),
        "signals": {
            name: numbers.points(score.signals[name])
            for name in SIGNALS
            if name in score.signals
        },
    }


def _estimate(estimate: Estimate | None) -> dict[str, Any] | None:
    if estimate is None:
        return None
    return {k: numbers.points(v) for k, v in estimate._asdict().items()}


def _measured(features: Mapping[str, float]) -> dict[str, Any]:
    return {name: numbers.feature(name, value) for name, value in features.items()}


def _evidence(item: Evidence, text: str) -> dict[str, Any]:
    return {
        "score": item.score,
        "feature": item.feature,
        "value": numbers.feature(item.feature, item.value),
        "contribution": numbers.push(item.contribution),
        "findings": [_finding(found, text) for found in item.annotations],
    }


def _finding(found: Annotation, text: str) -> dict[str, Any]:
    return {
        "label": found.label,
        "start": found.span.start,
        "end": found.span.end,
        "text": found.span.of(text),
        "weight": numbers.share(found.weight),
        "voice": found.voice.value,
    }


def to_line(entry: Entry) -> str:
    """Write one input as a line of JSON."""
    return json.dumps(to_object(entry), ensure_ascii=True, allow_nan=False) + "\n"


def to_array(objects: list[dict[str, Any]]) -> str:
    """Write many inputs as one readable JSON array."""
    return json.dumps(objects, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
