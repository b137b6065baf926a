"""A stream is one article, or an article a line where its lines are JSON."""

import io
import json
from pathlib import Path

import pytest

from scorer.batch import lines, piped
from scorer.batch.columns import Columns
from scorer.batch.inputs import count_records, read_records
from scorer.batch.piped import read_piped
from scorer.batch.records import Record, read_record
from tests.articles import ARTICLE
from tests.cli.inside import scorer

LINES = b'{"id": "a", "text": "One."}\n\n{"body": "Two."}\r\n{"content": "Three."}'


def piped_in(data: bytes) -> list[Record]:
    return list(read_piped(io.BytesIO(data)))


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_lines_of_json_are_the_records_that_the_same_file_has(
    tmp_path: Path, before: bytes
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(before + LINES)
    in_file = list(read_records([path]))
    found = piped_in(before + LINES)
    assert [(r.line, r.raw) for r in found] == [(r.line, r.raw) for r in in_file]
    assert {r.path for r in found} == {"-"}
    assert [read_record(r, Columns()).text for r in found] == ["One.", "Two.", "Three."]


def test_a_single_line_keeps_its_id_as_it_would_among_others() -> None:
    [record] = piped_in(LINES.split(b"\n")[0])
    assert read_record(record, Columns()).id == "a"


def test_a_broken_first_line_costs_only_itself() -> None:
    found = piped_in(b'{"text": "cut\n' + LINES)
    assert [r.line for r in found] == [1, 2, 4, 5]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"Rain fell.\n\nIt fell all day.",
        b'Rain fell.\n{"text": "One."}\n{"text": "Two."}\n',
        b"<html><p>{}</html>",
        b'{\n "text": "One."\n}\n',
        b'{"text":\n"One."}',
        b"{rain} fell\nall day",
        b'[{"text": "One."}]\n',
        b"\x1f\x8b\x08 no gzip",
    ],
)
def test_all_else_is_one_article_whole(data: bytes) -> None:
    assert piped_in(data) == [Record(path="-", data=data)]


def test_too_much_is_refused_as_it_is_in_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(piped, "_MOST", 100)
    assert piped_in(b"a" * 400)[0].data == b"a" * 100
    assert piped_in(b"\n" * 400)[0].data == b"\n" * 100
    monkeypatch.setattr(lines, "MAX_LINE_BYTES", 90)
    long = b'{"text": "' + b"a" * 90 + b'"}\n'
    found = piped_in(LINES + b"\n" + long + LINES)
    assert [r.fault for r in found][3:5] == ["line longer than 0 MB", None]


def test_lines_are_handed_on_before_the_stream_ends() -> None:
    class Endless(io.BytesIO):
        def readline(self, _: int | None = -1) -> bytes:
            return b'{"text": "One."}\n'

    records = read_piped(Endless())
    assert [next(records).line for _ in range(5)] == [1, 2, 3, 4, 5]


def test_nobody_knows_how_many_are_piped_in() -> None:
    assert count_records([Path("-")]) is None


def test_score_and_batch_give_a_row_a_line(tmp_path: Path) -> None:
    data = b"".join(
        json.dumps({"id": name, "text": ARTICLE}).encode() + b"\n" for name in "xyz"
    )
    data += b"{broken\n"
    scored = scorer("score", "-", "--format", "csv", stdin=data)
    assert [row["id"] for row in scored.rows] == ["x", "y", "z", "'-, line 4"]
    assert scored.status == 1
    out = tmp_path / "out.csv"
    assert scorer("batch", "-", "--out", out, stdin=data).status == 1
    assert out.read_bytes().decode() == scored.out


def test_explain_takes_one_article_that_is_piped_in() -> None:
    line = json.dumps({"id": "x", "text": ARTICLE}).encode() + b"\n"
    for data in (ARTICLE.encode(), line):
        assert scorer("explain", "-", stdin=data).status == 0
    several = scorer("explain", "-", stdin=line * 2)
    assert (several.status, several.err) == (
        2,
        "scorer: - holds several articles; explain takes one, score takes all\n",
    )
