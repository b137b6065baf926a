import io
import json
import sys
from pathlib import Path

import pytest

from scorer.batch.inputs import read_records
from scorer.batch.running import run
from scorer.batch.zstd import ZstdFile
from scorer.errors import ScorerError
from tests.batch.conftest import options


def compress(data: bytes) -> bytes:
    sink = io.BytesIO()
    with ZstdFile(sink, "w") as stream:
        stream.write(data)
    return sink.getvalue()


def test_zstandard_is_read_as_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.zst"
    path.write_bytes(compress(b"id,text\n1,One.\n"))
    [record] = read_records([path])
    assert record.fields == (("id", "1"), ("text", "One."))


@pytest.mark.parametrize("kind", ["cut short", "damaged"])
def test_broken_zstandard_gives_what_came_before_it(tmp_path: Path, kind: str) -> None:
    lines = [json.dumps({"text": f"{i} {hash(str(i))} " * 500}) for i in range(500)]
    packed = compress("\n".join(lines).encode())[:-2000]
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(packed if kind == "cut short" else packed + b"x" * 2000)
    found = list(read_records([path]))
    assert [r.fault for r in found[:-1]] == [None] * (len(found) - 1)
    assert str(found[-1].fault).startswith(f"the Zstandard stream is {kind}")


def test_what_is_no_zstandard_is_one_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(b"no Zstandard at all")
    assert ["damaged" in str(r.fault) for r in read_records([path])] == [True]


def test_a_library_that_is_missing_is_named_before_anything_is_scored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "scorer.batch.zstd", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name, extra in (("a.jsonl.zst", "zst"), ("a.parquet", "parquet")):
        path = tmp_path / name
        path.write_bytes(b"")
        with pytest.raises(ScorerError, match=rf"pip install 'scorer\[{extra}\]'"):
            run(options(path))
    assert {p.name for p in tmp_path.iterdir()} == {"a.jsonl.zst", "a.parquet"}
