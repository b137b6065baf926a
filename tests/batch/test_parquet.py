import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from scorer.batch.columns import Columns
from scorer.batch.inputs import count_records, read_records
from scorer.batch.records import Record, read_record
from scorer.batch.running import run
from scorer.report.rows import COLUMNS
from tests.batch.conftest import options

RAIN = "Rain fell on the town again. "


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in.parquet"
    columns = {
        "id": list(range(700)),
        "published": [dt.date(2024, 5, 1)] * 700,
        "text": [f"{RAIN}{i}" for i in range(699)] + [None],
        "vectors": [[0.5] * 64] * 700,
    }
    pq.write_table(pa.table(columns), path, row_group_size=300)
    return path


def records(path: Path, columns: Columns | None = None) -> list[Record]:
    return list(read_records([path], columns or Columns()))


def test_rows_are_read_in_order_and_only_the_columns_of_an_article(
    table: Path,
) -> None:
    found = records(table)
    assert [r.line for r in found] == list(range(1, 701))
    assert found[6].fields == (
        ("id", "6"),
        ("published", "2024-05-01"),
        ("text", f"{RAIN}6"),
    )
    assert found[699].place == f"{table}, row 700"
    assert count_records([table]) == 700


def test_a_column_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"story": [RAIN], "text": ["No."]}), path)
    columns = Columns.named(text="story")
    [record] = records(path, columns)
    assert read_record(record, columns).text.strip() == RAIN.strip()


def test_a_table_without_a_text_gives_rows_that_say_so(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"n": [1, 2]}), path)
    assert len(records(path)) == 2
    receipt = run(options(path))
    reason = "no text in it; try --text-column NAME"
    assert receipt["errors_by_reason"] == {reason: 2}


def test_a_cell_that_is_no_text_is_an_error_of_its_row(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"text": [["a"], None]}), path)
    assert [r.fault for r in records(path)] == [
        "'text' holds a list where a text should be",
        None,
    ]


def test_a_file_cut_short_is_one_error(table: Path) -> None:
    table.write_bytes(table.read_bytes()[:-100])
    [record] = records(table)
    assert str(record.fault).startswith("no Parquet file, or one cut short (")
    assert count_records([table]) == 1


def test_rows_in_a_damaged_part_are_errors_and_those_around_are_read(
    table: Path,
) -> None:
    data = bytearray(table.read_bytes())
    place = pq.read_metadata(table).row_group(1).column(2).data_page_offset
    data[place : place + 40] = b"\xff" * 40
    table.write_bytes(data)
    found = records(table)
    assert [r.line for r in found] == list(range(1, 701))
    bad = [r.line for r in found if r.fault]
    assert bad == list(range(301, 601))
    assert str(found[300].fault).startswith("in a damaged part of the file (")


@pytest.mark.usefixtures("stand_in")
def test_a_parquet_report_holds_what_the_csv_report_holds(source: Path) -> None:
    out = source.with_name("out.parquet")
    receipt = run(options(source, out=out))
    table = pq.read_table(out)
    assert table.column_names == list(COLUMNS)
    assert (table.num_rows, receipt["rows"]) == (20, 20)
    assert table.schema.field("words").type == pa.int64()
    assert table.schema.field("evidential_quality").type == pa.float64()
    row = table.to_pylist()[4]
    assert (row["status"], row["evidential_quality"]) == ("error", None)
    assert receipt["report"] == {"name": "out.parquet", "bytes": out.stat().st_size}


@pytest.mark.usefixtures("stand_in")
def test_a_parquet_report_gone_on_with_has_the_same_bytes(source: Path) -> None:
    whole = options(source, out=source.with_name("whole.parquet"))
    run(whole)
    cut = replace(whole, out=source.with_name("cut.parquet"))

    def stop(counts: dict[str, int]) -> None:
        if counts["rows"] == 9:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(cut, stop)
    assert not cut.out.exists()
    run(cut)
    assert cut.out.read_bytes() == whole.out.read_bytes()


def test_text_that_no_utf_8_can_hold_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a\ud800b", "text": RAIN}))
    run(options(path, out=tmp_path / "out.parquet"))
    assert pq.read_table(tmp_path / "out.parquet")["id"].to_pylist() == ["a?b"]
