"""What docs/batch.md says of columns and of Python is so."""

import re
from pathlib import Path

import pytest

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
