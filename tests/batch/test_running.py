import csv
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scorer.batch import chunks, garbage, running
from scorer.batch.chunks import Part, Task
from scorer.batch.columns import Columns
from scorer.batch.inputs import read_records
from scorer.batch.records import Record
from scorer.batch.running import run
from scorer.document import Document
from scorer.errors import OutputError
from tests.batch.conftest import options
from tests.stand_in import StandIn

pytestmark = pytest.mark.usefixtures("stand_in")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_input_has_one_row_in_order(source: Path) -> None:
    receipt = run(options(source))
    rows = read(source.with_name("out.csv"))
    expected = [f"{source}, line {i + 1}" if i % 5 == 4 else f"n{i}" for i in range(20)]
    assert [row["id"] for row in rows] == expected
    assert (receipt["rows"], receipt["scored"], receipt["errors"]) == (20, 16, 4)
    assert receipt["errors_by_reason"] == {"not valid JSON": 4}
    assert rows[4]["reason"].startswith(f"read: {source}, line 5: not valid JSON")


def test_nothing_but_report_and_receipt_is_left(source: Path) -> None:
    run(options(source))
    left = {path.name for path in source.parent.iterdir()}
    assert left == {"in.jsonl", "out.csv", "out.csv.receipt.json"}


class Killed(BaseException):
    """Stands for the moment at which a process is killed."""


def killed_after(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a process die at its n-th look at the disk."""
    steps = iter(range(count))
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if next(steps, None) is None:
            raise Killed
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("moment", range(10))
def test_killed_at_any_moment_it_goes_on_and_loses_nothing(
    source: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    run(options(source, out=source.with_name("whole.csv")))
    with monkeypatch.context() as patch:
        killed_after(moment, patch)
        with pytest.raises(Killed):
            run(options(source))
    run(options(source))
    whole = source.with_name("whole.csv").read_bytes()
    assert source.with_name("out.csv").read_bytes() == whole


def test_finished_parts_are_not_scored_again(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        killed_after(5, patch)
        with pytest.raises(Killed):
            run(options(source))
    scored: list[int] = []
    real = chunks.score_chunk

    def counting(chunk: tuple[Record, ...], task: Task) -> Part:
        scored.append(len(chunk))
        return real(chunk, task)

    monkeypatch.setattr(garbage, "score_chunk", counting)
    run(options(source))
    assert sum(scored) == 20 - 4 * 3


def test_a_changed_input_is_refused_until_asked_to_start_over(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        killed_after(3, patch)
        with pytest.raises(Killed):
            run(options(source))
    with source.open("a") as stream:
        stream.write('{"text": "More."}\n')
    with pytest.raises(
        OutputError, match=r"input was 1 files of .* start over with --fresh"
    ):
        run(options(source))
    assert run(options(source, fresh=True))["rows"] == 21


def test_a_finished_report_is_not_made_twice(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(options(source))
    monkeypatch.setattr(garbage, "score_chunk", None)
    again = run(options(source))
    assert again.pop("already") is True
    assert again == first


def test_a_finished_report_is_made_anew_when_its_input_changed(source: Path) -> None:
    run(options(source))
    with source.open("a") as stream:
        stream.write('{"text": "More."}\n')
    assert run(options(source))["rows"] == 21


def test_progress_counts_every_row_once(source: Path) -> None:
    seen: list[int] = []
    run(options(source), lambda counts: seen.append(counts["rows"]))
    assert seen == [0, 3, 6, 9, 12, 15, 18, 20]


def test_what_is_below_the_limit_is_counted(source: Path) -> None:
    assert run(options(source, fail_under=25.0))["below"] == 4


def test_an_error_in_a_record_stays_its_own(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(self: StandIn, document: Document, *, marked: bool = False) -> object:
        if document.id == "n2":
            raise RuntimeError("unforeseen")
        return real(self, document, marked=marked)

    real = StandIn.judge
    monkeypatch.setattr(StandIn, "judge", judge)
    assert run(options(source))["errors"] == 5
    row = read(source.with_name("out.csv"))[2]
    assert (row["id"], row["status"]) == ("n2", "error")
    assert row["reason"].endswith("RuntimeError: unforeseen")


def test_a_folder_as_output_is_refused(source: Path) -> None:
    source.with_name("out.csv").mkdir()
    with pytest.raises(OutputError, match="not a file"):
        run(options(source))


def test_a_report_of_an_unknown_kind_is_refused(source: Path) -> None:
    out = source.with_name("out.csv.gz")
    with pytest.raises(OutputError, match=r"let its name end in \.csv or \.parquet"):
        run(options(source, out=out))
    assert not out.exists()


@pytest.mark.parametrize("changed", ["out", "spans"])
def test_an_input_is_not_written_over(source: Path, changed: str) -> None:
    table = source.with_name("in.csv")
    table.write_text("id,text\n1,Rain.\n")
    again = source.parent / "." / "again.csv"
    again.hardlink_to(table)
    with pytest.raises(OutputError, match="is an input, and would be written over"):
        run(options(table, **{changed: again}))
    assert table.read_text() == "id,text\n1,Rain.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such locks there")
def test_two_runs_do_not_write_one_report(source: Path) -> None:
    def another(_: object) -> None:
        with pytest.raises(OutputError, match="another run is writing it"):
            run(options(source, fresh=True))

    assert run(options(source), another)["rows"] == 20
    left = {path.name for path in source.parent.iterdir()}
    assert left == {"in.jsonl", "out.csv", "out.csv.receipt.json"}


@pytest.mark.skipif(sys.platform == "win32", reason="no such locks there")
def test_starting_over_keeps_other_runs_off_all_the_same(source: Path) -> None:
    def another(_: object) -> None:
        with pytest.raises(OutputError, match="another run is writing it"):
            run(options(source))

    assert run(options(source, fresh=True), another)["rows"] == 20


def test_a_lock_that_a_killed_run_left_keeps_nobody_off_and_goes(source: Path) -> None:
    parts = source.with_name("out.csv.parts")
    parts.mkdir()
    (parts / "lock").touch()
    assert run(options(source))["rows"] == 20
    assert not parts.exists()


def test_a_refused_run_leaves_no_folder(source: Path) -> None:
    run(options(source))
    with pytest.raises(OutputError, match="let its name end"):
        run(options(source, out=source.with_name("out.xls")))
    assert run(options(source))["already"] is True
    left = {path.name for path in source.parent.iterdir()}
    assert left == {"in.jsonl", "out.csv", "out.csv.receipt.json"}


def test_report_and_spans_cannot_be_one_file(source: Path) -> None:
    with pytest.raises(OutputError, match="cannot hold both"):
        run(options(source, spans=source.with_name("out.csv")))


def test_memory_holds_a_few_chunks_only(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []

    def records(paths: Iterable[Path], columns: Columns) -> Iterator[Record]:
        for record in read_records(paths, columns):
            taken.append(1)
            yield record

    monkeypatch.setattr(running, "read_records", records)
    ahead: list[int] = []
    run(options(source), lambda c: ahead.append(len(taken) - c["rows"]))
    assert max(ahead[:-1]) <= 3


def test_the_receipt_names_tables_that_were_left_out_but_not_its_own(
    source: Path,
) -> None:
    folder = source.parent / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Rain fell on the town again.")
    source.rename(folder / "b.jsonl")
    asked = options(folder, out=folder / "out.csv")
    told = {"files": 1, "names": [str(folder / "b.jsonl")]}
    assert run(asked)["left_out"] == told
    assert run(replace(asked, fresh=True))["left_out"] == told
