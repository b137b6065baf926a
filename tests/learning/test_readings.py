"""Readings: those that came with the corpora, and those made for this project."""

import gzip
import json
from pathlib import Path

import pytest

from scorer.learning.agreement import agreement_of_own
from scorer.learning.corpora import READINGS, read_own, read_readings

HEAD = ",".join(("id", "set", "sitting", "genre", *READINGS))


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    marks = dict.fromkeys(READINGS, 2) | {"other_side": None}
    rows = [{"id": f"a{n}", "set": "s", **marks, "quality": n} for n in range(3)]
    with gzip.open(tmp_path / "ratings.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "readings.csv.gz"
    cells = dict.fromkeys(READINGS, "1") | {"other_side": ""}
    rows = [
        ",".join(
            (f"a{n}", "s", "4", "news", *(cells | {"quality": str(9 - n)}).values())
        )
        for n in range(5)
    ]
    path.write_bytes(gzip.compress(("\n".join([HEAD, *rows]) + "\n").encode()))
    return path


def test_own_readings_come_in_where_there_are_no_others(
    corpora: Path, own: Path
) -> None:
    readings = read_readings(corpora, own)
    assert sorted(readings) == [(f"a{n}", "s") for n in range(5)]
    assert [len(rows) for rows in readings.values()] == [1] * 5
    assert [key for key, (row,) in readings.items() if "own" in row] == [
        ("a3", "s"),
        ("a4", "s"),
    ]
    [row] = readings["a4", "s"]
    assert (row["quality"], row["other_side"], row["genre"]) == (5.0, None, "news")


def test_readers_are_compared_on_what_both_have_read(corpora: Path, own: Path) -> None:
    readings = read_readings(corpora, own)
    assert agreement_of_own(readings, read_own(own)) == {"quality": -1.0}


def test_without_own_readings_those_of_the_corpora_are_all(
    corpora: Path, tmp_path: Path
) -> None:
    assert len(read_readings(corpora, tmp_path / "none.csv")) == 3
