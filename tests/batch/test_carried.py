"""Chunks and parts as Arrow, for an engine that carries nothing else."""

import gc

from scorer.batch.carried import CHUNKS, pack, score_packed, unpack
from scorer.batch.chunks import Task, score_chunk
from scorer.batch.garbage import set_aside
from scorer.batch.records import Page, Record
from tests.articles import ARTICLE

CHUNK = (
    Record(path="a\udcff.jsonl", line=1, raw=b'{"id": "\\ud800", "text": "Rain."}'),
    Record(path="b.csv", line=2, unit="row", fields=(("text", ARTICLE),)),
    Record(path="c", line=3, page=Page(ARTICLE.encode(), is_markup=False)),
    Record(path="d", fault="cannot be read"),
)


def test_a_chunk_comes_back_as_the_part_that_it_has_here() -> None:
    chunks = [CHUNK, CHUNK[:1], CHUNK[1:]]
    table = pack(chunks)
    assert (table.schema, len(table.to_batches())) == (CHUNKS, 3)
    before = gc.get_threshold()
    try:
        for task in (Task(), Task(spans=True), Task(form="parquet", fail_under=99.0)):
            batches = list(score_packed(table.to_batches(), task))
            assert [batch.num_rows for batch in batches] == [1, 1, 1]
            parts = [part for batch in batches for part in unpack(batch)]
            assert parts == [score_chunk(chunk, task) for chunk in chunks]
        assert gc.get_threshold() != before
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
        set_aside.cache_clear()
