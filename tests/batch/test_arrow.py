import csv
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from scorer.batch import score_table
from scorer.batch.columns import Columns
from scorer.batch.running import run
from scorer.report.rows import COLUMNS, to_csv
from tests.articles import ARTICLE
from tests.batch.conftest import options


@pytest.fixture
def table() -> pa.Table:
    texts = [ARTICLE, "Too short.", None, ARTICLE.replace("Haldon", "Ferrow")]
    return pa.table({"id": ["a", "b", "c", "d"], "text": texts})


def test_each_row_of_a_table_has_its_row_in_order(table: pa.Table) -> None:
    scored = score_table(table)
    assert scored.column_names == list(COLUMNS)
    assert scored["status"].to_pylist() == ["ok", "insufficient", "error", "ok"]
    assert scored["id"].to_pylist() == ["a", "b", "row 3", "d"]
    assert scored["reason"][2].as_py().startswith("read: no text in it")


def test_a_table_gives_the_rows_that_a_batch_gives(
    table: pa.Table, tmp_path: Path
) -> None:
    path = tmp_path / "in.csv"
    with path.open("w", newline="") as stream:
        rows = [list(row.values()) for row in table.to_pylist()]
        csv.writer(stream).writerows([("id", "text"), *rows])
    run(options(path))
    expected = (tmp_path / "out.csv").read_text().splitlines()[1]
    row = score_table(table).to_pylist()[0]
    assert to_csv([row | {"path": str(path)}]).strip() == expected


def test_tables_of_other_libraries_are_taken(table: pa.Table) -> None:
    expected = score_table(table).to_pylist()
    assert score_table(pd.DataFrame(table.to_pydict())).to_pylist() == expected
    assert score_table(table.to_batches()[0]).to_pylist() == expected


def test_columns_can_be_named_and_paths_are_kept(table: pa.Table) -> None:
    named = table.rename_columns(["path", "story"])
    scored = score_table(named, columns=Columns.named(text="story"))
    assert scored["path"].to_pylist() == ["a", "b", "c", "d"]
    assert scored["status"].to_pylist() == ["ok", "insufficient", "error", "ok"]


def test_spans_point_into_the_text(table: pa.Table) -> None:
    found = score_table(table, spans=True)["spans"].to_pylist()
    assert found[2] == []
    marked = {ARTICLE[s["start"] : s["end"]] for s in found[0]}
    assert "according to" in marked
    assert all(0.5 <= span["weight"] <= 1 for span in found[0])


def test_an_empty_table_gives_an_empty_one() -> None:
    scored = score_table(pa.table({"text": pa.array([], pa.string())}))
    assert (scored.num_rows, scored.column_names) == (0, list(COLUMNS))
