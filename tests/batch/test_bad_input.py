"""Inputs that are broken or hostile: rows, a receipt or a sentence, never a trace."""

import csv
import gzip
import json
import os
import subprocess
import sys
from hashlib import shake_256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from scorer.batch.inputs import find_files
from scorer.batch.running import run
from tests.batch.conftest import options

RAIN = "Rain fell on the town again. "


def rows(path: Path) -> list[dict[str, str]]:
    with path.with_name("out.csv").open(newline="") as stream:
        return list(csv.DictReader(stream))


def statuses(path: Path) -> list[str]:
    receipt = run(options(path))
    found = [row["status"] for row in rows(path)]
    assert receipt["rows"] == len(found)
    assert receipt["errors"] == found.count("error")
    return found


@pytest.fixture(autouse=True)
def _judge(stand_in: None) -> None:
    """Score by length, which is quick."""


def test_gzip_damaged_in_the_middle_keeps_what_came_before(tmp_path: Path) -> None:
    noise = [shake_256(bytes([i])).hexdigest(900) for i in range(200)]
    lines = [json.dumps({"text": f"{RAIN}{word}"}) for word in noise]
    data = bytearray(gzip.compress("\n".join(lines).encode()))
    data[len(data) // 2 : len(data) // 2 + 50] = b"\x00" * 50
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(data)
    found = statuses(path)
    assert found[:50] == ["ok"] * 50
    assert found[-1] == "error"
    assert len(found) < 150
    assert "the gzip stream is damaged" in rows(path)[-1]["reason"]


def test_a_parquet_file_cut_short_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"text": [RAIN] * 50}), path)
    path.write_bytes(path.read_bytes()[:-40])
    assert statuses(path) == ["error"]
    assert "no Parquet file, or one cut short" in rows(path)[0]["reason"]


def test_a_csv_without_a_text_says_how_to_name_it(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("id,story\n1,Rain fell.\n2,Sun shone.\n")
    assert statuses(path) == ["error", "error"]
    assert "try --text-column NAME" in rows(path)[1]["reason"]


def test_a_lone_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f'id,text\n1,"{RAIN}\n2,{RAIN}\n3,{RAIN}\n')
    assert statuses(path) == ["error", "ok", "ok"]


def test_equal_ids_have_a_row_each(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f"id,text\n7,{RAIN}\n7,{RAIN}\n7,Sun.\n")
    assert statuses(path) == ["ok", "ok", "insufficient"]
    assert [row["id"] for row in rows(path)] == ["7", "7", "7"]


@pytest.mark.parametrize("name", ["in.jsonl", "in.csv", "in.jsonl.gz", "in.warc"])
def test_an_empty_table_gives_an_empty_report(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"") if name.endswith(".gz") else b"")
    assert statuses(path) == []
    assert path.with_name("out.csv.receipt.json").exists()


@pytest.mark.parametrize(
    ("name", "status"), [("in.parquet", "error"), ("in.txt", "insufficient")]
)
def test_an_empty_file_has_one_row(tmp_path: Path, name: str, status: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    assert statuses(path) == [status]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_folder_with_a_link_to_itself_is_searched_once(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep/a.txt").write_text(RAIN)
    (folder / "deep/loop").symlink_to(folder)
    assert len(list(find_files([str(folder)]))) == 1
    assert statuses(folder) == ["ok"]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told otherwise there")
def test_a_line_of_200_mb_is_an_error_and_memory_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "')
        for _ in range(200):
            stream.write(b"a" * 1_000_000)
        stream.write(b'"}\n{"text": "Too short."}\n')
    peak = _peak(path)
    assert [row["status"] for row in rows(path)] == ["error", "insufficient"]
    assert rows(path)[0]["reason"].endswith("line 1: line longer than 20 MB")
    assert peak < 200_000, "kB, of which Python and a model are 70"


# What the kernel tells of a child would count this process, too.
TOLD = """
import atexit
from pathlib import Path
from scorer.cli.app import main

atexit.register(lambda: Path("told").write_text(Path("/proc/self/status").read_text()))
main()
"""


def _peak(path: Path) -> int:
    """Run a batch on its own; return the most memory that it held, in kB."""
    run = subprocess.run(
        [sys.executable, "-c", TOLD, "batch", path.name, "--out", "out.csv"],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        capture_output=True,
    )
    assert run.returncode == 1, run.stderr
    told = path.with_name("told").read_text()
    return int(told.split("VmHWM:")[1].split()[0])
