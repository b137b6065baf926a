"""The files that a batch is for: the report as CSV or Parquet, the spans as JSON."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO, Final

from scorer.batch.extras import need
from scorer.batch.parts import Parts
from scorer.errors import OutputError
from scorer.report.rows import csv_header

_FORMS: Final = {".csv": "csv", ".parquet": "parquet", ".pq": "parquet"}


def form_of(out: Path) -> str:
    """Tell from a report's name what it is to be written as.

    Raises:
        OutputError: It says none that a report can have.
        ScorerError: A library for it is not installed.
    """
    form = _FORMS.get(out.suffix.lower())
    if form is None:
        raise OutputError(
            f"{out}: a report is CSV or Parquet; let its name end in .csv or .parquet"
        )
    if form == "parquet":
        need("parquet", f"{out}: writing Parquet")
    return form


def write_report(parts: Parts, form: str, last: int) -> None:
    """Make the report of its parts, those numbered 1 to `last`.

    Raises:
        OutputError: It cannot be written.
    """
    fill = _fill_parquet if form == "parquet" else _fill_csv
    parts.write_whole(parts.out, lambda stream: fill(stream, parts.rows(last)))


def write_spans(parts: Parts, path: Path, last: int) -> None:
    """Make the file of spans.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
    parts.write_whole(path, lambda stream: _copy(stream, parts.spans(last)))


def _fill_csv(stream: IO[bytes], rows: Iterable[bytes]) -> None:
    stream.write(csv_header().encode())
    _copy(stream, rows)


def _fill_parquet(stream: IO[bytes], rows: Iterable[bytes]) -> None:
    # Imported here: only this form needs pyarrow.
    from scorer.batch.arrow import write_parquet  # noqa: PLC0415

    write_parquet(stream, rows)


def _copy(stream: IO[bytes], pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        stream.write(piece)
