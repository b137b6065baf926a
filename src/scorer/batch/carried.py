"""Records as Arrow, for an engine that carries nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

import pyarrow as pa

from scorer.batch.arrow import to_batch
from scorer.batch.chunks import Task, answer_chunk
from scorer.batch.records import Page, Record

_TYPES = {
    "path": pa.binary(),  # a file's name may be no UTF-8
    "line": pa.int64(),
    "unit": pa.string(),
    "data": pa.binary(),
    "raw": pa.binary(),
    "fields": pa.list_(pa.struct([("name", pa.string()), ("cell", pa.string())])),
    "page": pa.struct(
        [
            ("data", pa.binary()),
            ("is_markup", pa.bool_()),
            ("url", pa.string()),
            ("charset", pa.string()),
        ]
    ),
    "fault": pa.binary(),
}
_NAMES = tuple(field.name for field in fields(Record))
RECORDS = pa.schema([(name, _TYPES[name]) for name in _NAMES])


def pack(records: Iterable[Record]) -> pa.RecordBatch:
    """Make a record batch of records."""
    kept = list(records)
    arrays = [
        pa.array(
            [_packed(getattr(record, field.name), field) for record in kept], field.type
        )
        for field in RECORDS
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=RECORDS)


def _packed(value: object, field: pa.Field) -> object:
    if isinstance(value, str) and field.type == pa.binary():
        return value.encode("utf-8", "surrogateescape")
    return value


def unpack(batch: pa.RecordBatch) -> Iterator[Record]:
    """Take a record batch of records apart again."""
    for row in batch.select(_NAMES).to_pylist():
        if row["fields"] is not None:
            row["fields"] = tuple((f["name"], f["cell"]) for f in row["fields"])
        if row["page"] is not None:
            row["page"] = Page(**row["page"])
        for name in ("path", "fault"):
            if row[name] is not None:
                row[name] = row[name].decode("utf-8", "surrogateescape")
        yield Record(**row)


def answer_batches(
    batches: Iterable[pa.RecordBatch], task: Task
) -> Iterator[pa.RecordBatch]:
    """Answer batches of records; this is what runs in a worker."""
    for batch in batches:
        yield to_batch(answer_chunk(unpack(batch), task), spans=task.spans)
