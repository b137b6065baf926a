"""The row of a report: the same columns and digits in CSV, JSON and tables."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from scorer.document import Document
from scorer.report import numbers
from scorer.report.reasons import top_reasons
from scorer.types import Annotation, Estimate, Failure, Outcome, Score, Status

Cell = str | float | int | None
Row = Mapping[str, Cell]

FEATURE_COLUMNS: Final = (
    "sources_distinct",
    "sources_named",
    "sources_anonymous",
    "sources_effective",
    "single_source",
    "relayed_share",
    "attributed_share",
    "hedges_per_1000_words",
    "loaded_per_1000_words",
    "headline_clickbait",
    "headline_overclaim",
    "cross_links",
    "cross_links_clickbait",
)
SIGNALS: Final = ("hedging", "sourcing", "headline", "wording", "page")

# Programs rely on these names and this order: append, never change.
COLUMNS: Final = (
    "id",
    "path",
    "title",
    "outlet",
    "url",
    "published",
    "words",
    "language",
    "status",
    "reason",
    "band",
    "evidential_quality",
    "evidential_quality_low",
    "evidential_quality_high",
    "sensationalism",
    "sensationalism_low",
    "sensationalism_high",
    *(f"signal_{name}" for name in SIGNALS),
    *FEATURE_COLUMNS,
    "top_reasons",
    "model",
    "features",
)

# Whose cells are text; those of the others are numbers.
TEXT_COLUMNS: Final = frozenset(
    {
        *COLUMNS[: COLUMNS.index("words")],
        *COLUMNS[COLUMNS.index("language") : COLUMNS.index("evidential_quality")],
        "top_reasons",
        "model",
        "features",
    }
)

_IN_ORDER: Final = itemgetter(*COLUMNS)
_TEXTS: Final = [place for place, name in enumerate(COLUMNS) if name in TEXT_COLUMNS]

ERROR: Final = "error"

# What a spreadsheet runs, also after blanks and in the full width of East Asian
# fonts. One more apostrophe goes before a cell that has some already, so that
# taking one away always gives the cell back.
_FORMULA = re.compile(r"'*[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# With what a text must begin for a spreadsheet to run it, if all of it is printable.
_DOUBTFUL: Final = (
    "'",
    " ",
    "=",
    "+",
    "-",
    "@",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One input and what became of it.

    Attributes:
        path: Where it came from, as the user named it.
        document: None where reading failed.
        features: The measured values; NaN where undefined.
        findings: What was marked, where that was asked for.
        marks: All that was marked for the score, weak marks too, in no order; None
            where it was not kept.
        model: Digest of the model; also on a failure, which it did not make.
        schema: Digest of the features.
    """

    path: str
    outcome: Outcome
    document: Document | None = None
    features: Mapping[str, float] = field(default_factory=dict)
    findings: tuple[Annotation, ...] = ()
    marks: tuple[Annotation, ...] | None = None
    model: str = ""
    schema: str = ""


def to_row(entry: Entry) -> dict[str, Cell]:
    """Make the row of one input: typed, rounded, every column present."""
    row: dict[str, Cell] = dict.fromkeys(COLUMNS)
    row |= {
        "id": entry.outcome.document_id,
        "path": entry.path,
        "model": entry.model,
        "features": entry.schema,
    }
    if entry.document is not None:
        row |= _identity(entry.document)
    if isinstance(entry.outcome, Failure):
        row["status"] = ERROR
        row["reason"] = f"{entry.outcome.stage}: {entry.outcome.reason}"
        return row
    row |= {
        name: numbers.feature(name, entry.features.get(name))
        for name in ("words", *FEATURE_COLUMNS)
    }
    row |= _verdict(entry.outcome)
    if entry.outcome.status is Status.OK:
        text = entry.document.text if entry.document else ""
        row["top_reasons"] = top_reasons(entry.outcome, entry.features, text)
    return row


def _identity(document: Document) -> dict[str, Cell]:
    return {
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "published": document.published,
        "language": document.language,
    }


def _verdict(score: Score) -> dict[str, Cell]:
    cells: dict[str, Cell] = {"status": score.status.value, "band": score.band}
    if score.status is not Status.OK:
        cells["reason"] = " ".join(score.notes)
        return cells
    cells |= _limits("evidential_quality", score.evidential_quality)
    cells |= _limits("sensationalism", score.sensationalism)
    for name in SIGNALS:
        cells[f"signal_{name}"] = numbers.points(score.signals.get(name))
    return cells


def _limits(name: str, estimate: Estimate | None) -> dict[str, Cell]:
    if estimate is None:
        return {}
    return {
        name: numbers.points(estimate.value),
        f"{name}_low": numbers.points(estimate.low),
        f"{name}_high": numbers.points(estimate.high),
    }


def is_below(row: Row, limit: float | None) -> bool:
    """Tell whether a row was scored, and lower than a limit."""
    value = row["evidential_quality"]
    return limit is not None and isinstance(value, float) and value < limit


def safe_cell(value: Cell) -> str:
    """Write a cell that no spreadsheet runs and every reader can decode.

    Example:
        >>> safe_cell("=1+1"), safe_cell("'=1"), safe_cell(-1.5), safe_cell("a-b")
        ("'=1+1", "''=1", '-1.5', 'a-b')
    """
    if not isinstance(value, str):
        return numbers.as_text(value)
    if value.isprintable() and not value.startswith(_DOUBTFUL):
        return value  # as nearly all are
    text = _CONTROL.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if _FORMULA.match(text) else text


def plain_cell(text: str) -> str:
    """Take back what `safe_cell` did to a text.

    Example:
        >>> plain_cell("'=1+1"), plain_cell("''=1"), plain_cell("'tis")
        ('=1+1', "'=1", "'tis")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def csv_header() -> str:
    """Return the first line of the report."""
    return _lines([COLUMNS])


def to_csv(rows: Iterable[Row]) -> str:
    """Write rows as RFC 4180 asks, without the header."""
    return _lines(map(_cells, rows))


def _cells(row: Row) -> list[Cell]:
    """Put the cells of a row in order; the writer writes numbers as we do."""
    cells = list(_IN_ORDER(row))
    for place in _TEXTS:
        if cells[place]:
            cells[place] = safe_cell(cells[place])
    return cells


def _lines(rows: Iterable[Iterable[Cell]]) -> str:
    sheet = io.StringIO(newline="")
    csv.writer(sheet, lineterminator="\r\n").writerows(rows)
    return sheet.getvalue()
