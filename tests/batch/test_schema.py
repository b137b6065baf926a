import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scorer.batch import schema
from scorer.batch.chunks import Task, answer_chunk
from scorer.batch.records import Record
from scorer.batch.running import run
from scorer.batch.schemas import FOLDER
from scorer.report import numbers
from scorer.report.rows import COLUMNS, TEXT_COLUMNS, Row
from tests.articles import ARTICLE
from tests.batch.conftest import options

ARTICLES = sorted((Path(__file__).parents[2] / "data/articles").glob("*.*"))


def valid(record: str, value: object) -> None:
    Draft202012Validator(schema(record)).validate(value)


def is_valid(record: str, value: object) -> bool:
    return bool(Draft202012Validator(schema(record)).is_valid(value))


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    records = [Record(path=str(path)) for path in ARTICLES]
    records += [Record(path="in.csv", line=1, fault="a quotation mark is never closed")]
    records += [Record(path="in.csv", line=2, fields=(("text", "Too short."),))]
    return [answer.row for answer in answer_chunk(records, Task())]


@pytest.mark.parametrize("record", ["row", "spans", "receipt"])
def test_a_schema_is_a_schema(record: str) -> None:
    Draft202012Validator.check_schema(schema(record))


def test_there_is_a_schema_of_every_record_and_no_other() -> None:
    assert {p.stem for p in FOLDER.glob("*.json")} == {"row", "spans", "receipt"}
    with pytest.raises(ValueError, match="there are receipt, row, spans"):
        schema("rows")


def test_the_schema_of_a_row_has_the_columns_in_their_order_and_types() -> None:
    properties = schema("row")["properties"]
    assert tuple(properties) == COLUMNS
    for name in set(COLUMNS) - TEXT_COLUMNS - {"single_source"}:
        kind = "integer" if numbers.is_whole(name) else "number"
        assert properties[name]["type"] == [kind, "null"], name


def test_every_row_is_valid(rows: list[Row]) -> None:
    assert {row["status"] for row in rows} == {
        "ok",
        "insufficient",
        "unsupported_language",
        "error",
    }
    for row in rows:
        valid("row", dict(row))


@pytest.mark.parametrize(
    ("name", "value"),
    [("evidential_quality", None), ("band", "good"), ("words", 2.5), ("more", 1)],
)
def test_a_wrong_row_is_refused(rows: list[Row], name: str, value: object) -> None:
    scored = next(row for row in rows if row["status"] == "ok")
    assert is_valid("row", dict(scored))
    assert not is_valid("row", {**scored, name: value})


def test_spans_and_receipt_of_a_batch_are_valid(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": ARTICLE}) + "\n{broken\n")
    spans = tmp_path / "spans.jsonl"
    receipt = run(options(path, spans=spans, fail_under=99.0))
    valid("receipt", json.loads((tmp_path / "out.csv.receipt.json").read_text()))
    statuses = ("scored", "insufficient", "unsupported_language", "errors")
    assert sum(receipt[name] for name in statuses) == receipt["rows"] == 2
    assert receipt["below"] == 1
    lines = [json.loads(line) for line in spans.read_text().splitlines()]
    assert len(lines[0]["spans"]) > 3
    for line in lines:
        valid("spans", line)
