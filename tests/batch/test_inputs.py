import gzip
import json
from pathlib import Path

import pytest

from scorer.batch import lines
from scorer.batch.columns import Columns
from scorer.batch.inputs import count_records, find_files, left_out, read_records
from scorer.batch.manifest import fingerprint
from scorer.batch.records import Record, read_record
from scorer.errors import InputError
from tests.cli.inside import scorer


def records(path: Path) -> list[Record]:
    return list(read_records([path]))


def summary(path: Path) -> list[tuple[int, object]]:
    """Line and fault, or line and the text of each record."""
    return [
        (r.line, r.fault or read_record(r, Columns()).text.strip())
        for r in records(path)
    ]


def test_each_line_of_json_is_a_record_and_blank_ones_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "One."}\n\n{"body": "Two."}\r\n{"content": "Three."}')
    assert summary(path) == [(1, "One."), (3, "Two."), (4, "Three.")]


def test_a_compressed_file_is_read_as_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "One."}\n'))
    assert summary(path) == [(1, "One.")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_a_mark_of_order_at_the_start_is_no_text(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    for name, content in (
        ("a.jsonl", '{"text": "Straße."}\n{"text": "Two."}\n'),
        ("a.csv", "text\nStraße.\nTwo.\n"),
    ):
        path = tmp_path / name
        path.write_bytes((mark + content).encode(encoding))
        assert [text for _, text in summary(path)] == ["Straße.", "Two."]


def test_a_table_may_have_semicolons_tabs_and_cells_of_many_lines(
    tmp_path: Path,
) -> None:
    for delimiter in ",;\t":
        path = tmp_path / "a.csv"
        path.write_text(f'id{delimiter}text\n7{delimiter}"One.\n\nTwo."\n8{delimiter}x')
        assert summary(path) == [(2, "One.\n\nTwo."), (5, "x")]


def test_a_quotation_mark_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,"One.\n2,Two.\n3,Three.\n')
    assert summary(path) == [
        (2, "a quotation mark is never closed"),
        (3, "Two."),
        (4, "Three."),
    ]


def test_a_row_of_another_length_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,One.\n2\n3,Three.,more\n")
    assert summary(path) == [
        (2, "One."),
        (3, "1 cells where the header has 2"),
        (4, "3 cells where the header has 2"),
    ]


def test_a_stream_cut_short_gives_what_came_before_it(tmp_path: Path) -> None:
    line = json.dumps({"text": "One. " * 500}).encode() + b"\n"
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(line * 50, compresslevel=0)[:-2000])
    found = records(path)
    assert [r.fault for r in found[:-1]] == [None] * (len(found) - 1)
    assert len(found) > 40
    assert "cut short" in str(found[-1].fault)


def test_damaged_gzip_is_one_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b"no gzip at all")
    assert [r.line for r in records(path)] == [1]
    assert "damaged" in str(records(path)[0].fault)


def test_a_line_without_end_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "MAX_LINE_BYTES", 1_000_000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 3_000_000 + b'"}\n{"text": "Two."}\n')
    assert summary(path) == [(1, "line longer than 1 MB"), (2, "Two.")]


def test_a_bomb_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE_BYTES", 1_000_000)
    monkeypatch.setattr(lines, "MAX_SKIPPED_BYTES", 2_000_000)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"a" * 9_000_000))
    assert summary(path) == [(1, "line longer than 1 MB, without end")]


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"{", "not valid JSON"),
        (b"[1]", "a JSON list where an object should be"),
        (b'{"title": "x"}', "no text in it"),
        (b'{"text": 3}', "'text' holds a int where a text should be"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_record_says_why(raw: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause.replace("(", r"\(")):
        read_record(Record(path="a.jsonl", line=1, raw=raw), Columns())


def test_columns_can_be_named_and_fill_the_document() -> None:
    columns = Columns.named(text="story", outlet="paper")
    fields = (("story", "Rain fell."), ("paper", "The Post"), ("id", "7"))
    document = read_record(Record(path="a.csv", line=2, fields=fields), columns)
    assert (document.id, document.outlet, document.text.strip()) == (
        "7",
        "The Post",
        "Rain fell.",
    )


def test_inputs_keep_their_order_and_open_folders_and_patterns(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c1.jsonl", "c2.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    named = [tmp_path / "b", tmp_path / "c*.jsonl", tmp_path / "a.txt"]
    found = [p.relative_to(tmp_path).as_posix() for p in find_files(map(str, named))]
    assert found == ["b/1.txt", "b/2.txt", "c1.jsonl", "c2.jsonl", "a.txt"]
    assert count_records(find_files(map(str, named))) == 5


@pytest.mark.parametrize("name", ["gone.txt", "gone*.txt"])
def test_what_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"gone.*(no such file|nothing matches)"):
        list(find_files([str(tmp_path / name)]))


def test_a_fingerprint_changes_with_any_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One.")
    before = fingerprint([path])
    assert fingerprint([path]) == before
    path.write_text("Other.")
    assert fingerprint([path]) != before


def test_tables_in_a_folder_are_left_out_and_named(tmp_path: Path) -> None:
    for name in ("in/a.txt", "in/deep/b.jsonl", "in/c.csv.gz", "in/.d.csv", "e.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    named = [str(tmp_path / "in"), str(tmp_path / "e.csv"), "-"]
    found = [path.relative_to(tmp_path).as_posix() for path in left_out(named)]
    assert found == ["in/c.csv.gz", "in/deep/b.jsonl"]
    assert [p.name for p in find_files(named)] == ["a.txt", "e.csv", "-"]


@pytest.mark.parametrize("name", ["b.jsonl", "b.tsv.zst", "b.warc.gz", "b.parquet"])
def test_a_folder_of_tables_alone_says_to_name_them(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    with pytest.raises(InputError, match=rf"{name} was left out; name it to read it"):
        list(find_files([str(tmp_path)]))


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["a.csv"], "scorer: the table in/a.csv was left out; name it to read it\n"),
        (["a.csv", "b.csv"], "scorer: 2 tables in folders were left out (the first is"),
        ([], ""),
    ],
)
def test_score_and_batch_say_what_they_left_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for name in ("a.txt", *names):
        Path("in", name).write_text("x")
    for command in (("score",), ("batch", "--out", "out.csv")):
        said = scorer(*command, "in").err
        assert (sentence in said) if sentence else ("left out" not in said)
