"""Rows and records as Arrow: a thin shell around `chunks.answer_chunk`.

Everything here needs pyarrow, the extra `parquet`, and nothing else in the
package imports this module unless Arrow was asked for.
"""

from collections.abc import Iterable, Iterator
from typing import IO, Any, Final

from scorer.batch.cells import to_record
from scorer.batch.chunks import PART_ROWS, Answer, Task, answer_chunk
from scorer.batch.columns import DEFAULT_COLUMNS, Columns
from scorer.batch.extras import need
from scorer.report import numbers
from scorer.report.rows import COLUMNS, TEXT_COLUMNS, Row

need("parquet", "scoring a table")

import pyarrow as pa  # noqa: E402 - after the sentence that says how to install it

GROUP_ROWS: Final = 16_384  # rows in each piece of a Parquet report
SPANS: Final = "spans"
_MARKS: Final = pa.list_(
    pa.struct(
        [
            ("label", pa.string()),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("weight", pa.float64()),
        ]
    )
)


def _type(column: str) -> pa.DataType:
    if column in TEXT_COLUMNS:
        return pa.string()
    return pa.int64() if numbers.is_whole(column) else pa.float64()


ROWS: Final = pa.schema([(name, _type(name)) for name in COLUMNS])
ROWS_WITH_SPANS: Final = ROWS.append(pa.field(SPANS, _MARKS))


def score_table(
    table: Any,  # noqa: ANN401 - anything that Arrow can take
    *,
    columns: Columns = DEFAULT_COLUMNS,
    model: str | None = None,
    spans: bool = False,
) -> pa.Table:
    """Score a table of articles: one row out for each row in, in its order.

    Args:
        table: A pyarrow table or record batch, or whatever gives Arrow (Polars,
            DuckDB, pandas). Its columns are found by their usual names.
        columns: Other names for them, `Columns.named(text="story")`.
        model: Another model than the one shipped.
        spans: Whether each row is to have its findings, as a list.

    Returns:
        A pyarrow table with the columns of the report.
    """
    taken = pa.table(table) if not isinstance(table, pa.RecordBatch) else None
    batches = [table] if taken is None else taken.to_batches(max_chunksize=PART_ROWS)
    task = Task(model, columns, spans=spans)
    schema = ROWS_WITH_SPANS if spans else ROWS
    return pa.Table.from_batches(score_batches(batches, task), schema)


def score_batches(
    batches: Iterable[pa.RecordBatch], task: Task | None = None
) -> Iterator[pa.RecordBatch]:
    """Score record batches one after another; Spark's `mapInArrow` takes this."""
    number = 0
    for batch in batches:
        yield score_batch(batch, task or Task(), first=number + 1)
        number += batch.num_rows


def score_batch(batch: pa.RecordBatch, task: Task, first: int = 1) -> pa.RecordBatch:
    """Score one record batch of articles into one of rows.

    Args:
        batch: Its columns are those of `task.columns`; `path` is handed on.
        task: What is asked for.
        first: The number of its first row, to name rows by.
    """
    records = (
        to_record(str(row.pop("path", None) or ""), number, row)
        for number, row in enumerate(_rows(batch, task.columns), first)
    )
    return to_batch(answer_chunk(records, task), spans=task.spans)


def _rows(batch: pa.RecordBatch, columns: Columns) -> Iterator[dict[str, object]]:
    names = columns.among(batch.schema.names)
    if "path" in batch.schema.names and "path" not in names:
        names.append("path")
    if not names:
        return ({} for _ in range(batch.num_rows))
    rows: list[dict[str, object]] = batch.select(names).to_pylist()
    return iter(rows)


def to_batch(answers: Iterable[Answer], *, spans: bool = False) -> pa.RecordBatch:
    """Make a record batch of answers."""
    kept = list(answers)
    batch = _rows_batch([answer.row for answer in kept])
    if not spans:
        return batch
    marks = [[mark._asdict() for mark in answer.marks] for answer in kept]
    arrays = [*batch.columns, pa.array(marks, _MARKS)]
    return pa.RecordBatch.from_arrays(arrays, schema=ROWS_WITH_SPANS)


def _rows_batch(rows: list[Row]) -> pa.RecordBatch:
    arrays = [pa.array([row[field.name] for row in rows], field.type) for field in ROWS]
    return pa.RecordBatch.from_arrays(arrays, schema=ROWS)


def to_stream(rows: list[Row]) -> bytes:
    """Write rows as a stream of Arrow, to wait in a part."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, ROWS) as writer:
        writer.write_batch(_rows_batch(rows))
    return bytes(sink.getvalue())


def write_parquet(stream: IO[bytes], parts: Iterable[bytes]) -> None:
    """Write the rows of parts as one Parquet file, a bounded number at a time."""
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - only here

    with ParquetWriter(stream, ROWS) as writer:
        waiting: list[pa.RecordBatch] = []
        for part in parts:
            waiting.extend(pa.ipc.open_stream(part))
            if sum(batch.num_rows for batch in waiting) >= GROUP_ROWS:
                writer.write_table(pa.Table.from_batches(waiting, ROWS))
                waiting = []
        if waiting:
            writer.write_table(pa.Table.from_batches(waiting, ROWS))
