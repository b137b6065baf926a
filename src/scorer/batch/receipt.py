"""The receipt of a finished batch: what was asked, what came of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scorer.batch import tally
from scorer.batch.manifest import Manifest, changes
from scorer.report.rows import ERROR
from scorer.types import Status

Receipt = dict[str, Any]


def to_receipt(
    manifest: Manifest, counts: Mapping[str, int], out: Path, spans: Path | None
) -> Receipt:
    """Make the receipt of what was counted and written."""
    causes = tally.causes(counts)
    return {
        **manifest,
        "rows": counts.get("rows", 0),
        "scored": counts.get(Status.OK, 0),
        "insufficient": counts.get(Status.INSUFFICIENT, 0),
        "unsupported_language": counts.get(Status.UNSUPPORTED_LANGUAGE, 0),
        "errors": counts.get(ERROR, 0),
        "errors_by_reason": causes,
        "below": counts.get("below", 0),
        "report": _file(out),
        "spans": None if spans is None else _file(spans),
    }


def is_of(receipt: Receipt, manifest: Manifest, out: Path, spans: Path | None) -> bool:
    """Tell whether the files of a receipt are there and are what is asked for."""
    if changes(receipt, manifest):
        return False
    if receipt.get("report") != _file(out):
        return False
    return spans is None or receipt.get("spans") == _file(spans)


def _file(path: Path) -> dict[str, Any] | None:
    try:
        return {"name": path.name, "bytes": path.stat().st_size}
    except OSError:
        return None
