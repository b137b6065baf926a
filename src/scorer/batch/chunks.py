"""The one piece of work that every engine carries: a few records in, their rows out.

It is plain Python on plain values, so that the default path needs no library;
`scorer.batch.arrow` wraps the same in Arrow for whoever has tables.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from scorer.batch import tally
from scorer.batch.columns import DEFAULT_COLUMNS, Columns
from scorer.batch.judging import load_judge
from scorer.batch.records import Record, score_records
from scorer.configuration.chosen import Configuration
from scorer.report import numbers
from scorer.report.rows import TEXT_COLUMNS, Cell, Row, to_csv, to_row
from scorer.types import Annotation

# A part is about a second's work, so that a kill loses little and workers end together:
# a hundred articles of 6 kB. Bounded in bytes, it is bounded in memory, too.
PART_ROWS: Final = 256
PART_BYTES: Final = 600_000

Chunk = tuple[Record, ...]


class Task(NamedTuple):
    """What a worker needs to know of the batch: small, and sent with each chunk.

    Attributes:
        model: The model's name or path; each process loads it once.
        form: `csv` or `parquet`, what the rows are written as.
        spans: Whether the findings are wanted too.
    """

    model: str | None = None
    columns: Columns = DEFAULT_COLUMNS
    fail_under: float | None = None
    form: str = "csv"
    spans: bool = False
    configuration: Configuration | None = None


class Mark(NamedTuple):
    """One finding, as it stands in the file of spans."""

    label: str
    start: int
    end: int
    weight: float


class Answer(NamedTuple):
    """The row of one record, and what was marked in it."""

    row: Row
    marks: tuple[Mark, ...] = ()


class Part(NamedTuple):
    """What a chunk came to, written as the outputs want it.

    Attributes:
        counts: How many rows there are of each kind.
        rows: Lines of CSV, or a stream of Arrow.
        spans: Lines of JSON, one for each row; empty where none were asked for.
    """

    counts: dict[str, int]
    rows: bytes
    spans: bytes = b""


def score_chunk(chunk: Chunk, task: Task) -> Part:
    """Score one chunk; this is what runs in a worker."""
    return to_part(answer_chunk(chunk, task), task)


def answer_chunk(chunk: Iterable[Record], task: Task) -> list[Answer]:
    """Answer every record exactly once, in order."""
    judge = load_judge(task.model, task.configuration)
    entries = score_records(chunk, judge, task.columns, findings=task.spans)
    return [Answer(_clean(to_row(entry)), _marks(entry.findings)) for entry in entries]


def _clean(row: dict[str, Cell]) -> dict[str, Cell]:
    """Replace what no UTF-8 can hold, since half a letter can stand in JSON."""
    for name in TEXT_COLUMNS:
        cell = row[name]
        if isinstance(cell, str) and not cell.isascii():
            row[name] = cell.encode("utf-8", "replace").decode("utf-8")
    return row


def to_part(answers: list[Answer], task: Task) -> Part:
    """Write answers as the outputs want them."""
    rows = [answer.row for answer in answers]
    spans = "".join(map(_line, answers)) if task.spans else ""
    return Part(
        tally.count(rows, task.fail_under), _written(rows, task.form), spans.encode()
    )


def _written(rows: list[Row], form: str) -> bytes:
    if form == "csv":
        return to_csv(rows).encode()
    # Imported here: only this form needs pyarrow.
    from scorer.batch.arrow import to_stream  # noqa: PLC0415

    return to_stream(rows)


def _marks(findings: Iterable[Annotation]) -> tuple[Mark, ...]:
    return tuple(
        Mark(a.label, a.span.start, a.span.end, float(numbers.share(a.weight) or 0))
        for a in findings
    )


def _line(answer: Answer) -> str:
    line = {
        "id": answer.row["id"],
        "path": answer.row["path"],
        "spans": [mark._asdict() for mark in answer.marks],
    }
    return json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n"


def split(records: Iterable[Record]) -> Iterator[Chunk]:
    """Cut a stream of records into chunks; the same stream gives the same ones."""
    chunk: list[Record] = []
    size = 0
    for record in records:
        chunk.append(record)
        size += record.size
        if len(chunk) == PART_ROWS or size >= PART_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)
