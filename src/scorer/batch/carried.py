"""Chunks as Arrow, for an engine that carries nothing else.

A chunk is one row of the table, and so is the part that it comes to: what a worker
wrote as the outputs want it, nobody needs to take apart again on the way.
"""

import json
import pickle
from collections.abc import Iterable, Iterator

import pyarrow as pa

from scorer.batch.chunks import Chunk, Part, Task
from scorer.batch.garbage import score_only

CHUNKS = pa.schema([("chunk", pa.binary())])
PARTS = pa.schema(
    [("counts", pa.string()), ("rows", pa.binary()), ("spans", pa.binary())]
)


def pack(chunks: Iterable[Chunk]) -> pa.Table:
    """Make a table of chunks, each in a batch of its own."""
    return pa.Table.from_batches(
        [pa.record_batch([[pickle.dumps(chunk)]], CHUNKS) for chunk in chunks], CHUNKS
    )


def score_packed(
    batches: Iterable[pa.RecordBatch], task: Task
) -> Iterator[pa.RecordBatch]:
    """Score chunks; this is what runs in a worker."""
    for batch in batches:
        for row in batch.to_pylist():
            # Our own, as the function is that Spark carries beside it.
            part = score_only(pickle.loads(row["chunk"]), task)  # noqa: S301
            cells = [[json.dumps(part.counts)], [part.rows], [part.spans]]
            yield pa.record_batch(cells, PARTS)


def unpack(table: pa.Table | pa.RecordBatch) -> Iterator[Part]:
    """Take the parts out of what the workers gave."""
    for row in table.to_pylist():
        yield Part(json.loads(row["counts"]), row["rows"], row["spans"])
