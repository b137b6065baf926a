"""What docs/batch.md says of columns and of Python is so."""

import re
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from scorer.batch import score_table
from scorer.batch.columns import DEFAULTS
from scorer.batch.inputs import KINDS

DOCS = (Path(__file__).parents[1] / "docs/batch.md").read_text("utf-8")


def test_the_columns_are_those_that_are_tried() -> None:
    rows = re.findall(r"^\| (\w+)[^|]* \| (`[^|]*`) \|$", DOCS, re.MULTILINE)
    told = {part: tuple(re.findall("`(.*?)`", names)) for part, names in rows}
    assert told == DEFAULTS
    assert [part for part in DEFAULTS if f"`--{part}-column`" not in DOCS] == []


def test_every_kind_of_input_is_named() -> None:
    assert [kind for kind in KINDS if f"`{kind}" not in DOCS] == []


def test_the_example_runs_as_written(capsys: pytest.CaptureFixture[str]) -> None:
    example = re.findall(r"```python\n(import pyarrow.*?)```", DOCS, re.DOTALL)
    assert len(example) == 1
    exec(example[0], {})  # noqa: S102 - our own documentation
    assert "insufficient" in capsys.readouterr().out


@pytest.mark.parametrize("part", ["polars.from_arrow", "duckdb.sql"])
def test_rows_come_from_frames_and_queries_as_written(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = next(
        code
        for code in re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL)
        if part in code
    )
    frame = pl.DataFrame(
        {"id": ["a", "b"], "outlet": ["x", "y"], "text": ["Too short.", "So is this."]}
    )
    frame.write_parquet(tmp_path / "articles.parquet")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"score_table": score_table, "frame": frame}
    exec(example, names | {"polars": pl, "duckdb": duckdb}, names)  # noqa: S102 - our own documentation
    scored = pl.DataFrame(names["scored"]).to_dict(as_series=False)
    assert scored["id"] == ["a", "b"]
    assert scored["outlet"] == ["x", "y"]
    assert scored["status"] == ["insufficient", "insufficient"]
