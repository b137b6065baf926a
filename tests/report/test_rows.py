import csv
import io
from math import nan

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.document import Document
from scorer.report.rows import (
    COLUMNS,
    Entry,
    csv_header,
    is_below,
    safe_cell,
    to_csv,
    to_row,
)
from scorer.types import Failure
from tests.stand_in import FEATURES, a_score

CONTRACT = (
    "id, path, title, outlet, url, published, words, language, status, reason, band, "
    "evidential_quality, evidential_quality_low, evidential_quality_high, "
    "sensationalism, sensationalism_low, sensationalism_high, signal_hedging, "
    "signal_sourcing, signal_headline, signal_wording, signal_page, sources_distinct, "
    "sources_named, sources_anonymous, sources_effective, single_source, "
    "relayed_share, attributed_share, hedges_per_1000_words, loaded_per_1000_words, "
    "headline_clickbait, headline_overclaim, cross_links, cross_links_clickbait, "
    "top_reasons, model, features"
)


def an_entry(**changes: object) -> Entry:
    document = Document.from_text("Rain fell, officials said.", title="Rain in Haldon")
    values: dict[str, object] = {
        "path": "a.txt",
        "outcome": a_score(),
        "document": document,
        "features": FEATURES,
        "model": "m1",
        "schema": "f1",
    }
    return Entry(**{**values, **changes})  # type: ignore[arg-type]


def test_the_columns_are_those_of_the_contract_in_order() -> None:
    assert ", ".join(COLUMNS) == CONTRACT
    assert csv_header() == ",".join(COLUMNS) + "\r\n"


def test_a_row_rounds_every_number_by_its_unit() -> None:
    row = to_row(an_entry())
    assert row["evidential_quality"] == 34.4
    assert row["evidential_quality_high"] == 60.0
    assert row["sensationalism_low"] == 50.2
    assert row["signal_hedging"] == 20.0
    assert row["sources_distinct"] == 1
    assert row["relayed_share"] == 0.333
    assert row["headline_clickbait"] == 0.7
    assert row["sources_named"] is None


def test_undefined_is_empty_and_none_is_zero() -> None:
    row = to_row(an_entry(features={"relayed_share": nan, "cross_links": 0.0}))
    cells = next(csv.reader([to_csv([row])]))
    assert cells[COLUMNS.index("relayed_share")] == ""
    assert cells[COLUMNS.index("cross_links")] == "0"


def test_a_failure_names_its_stage_and_leaves_numbers_empty() -> None:
    failure = Failure("a.txt", "read", "a.txt: binary, not text")
    row = to_row(an_entry(outcome=failure, document=None, features={}))
    assert row["status"] == "error"
    assert row["reason"] == "read: a.txt: binary, not text"
    assert row["model"] == "m1"
    numbers = COLUMNS[COLUMNS.index("band") : COLUMNS.index("model")]
    assert [row[name] for name in numbers] == [None] * len(numbers)


def test_only_a_scored_row_can_be_below_a_limit() -> None:
    failure = an_entry(outcome=Failure("a", "read", "gone"), document=None)
    assert is_below(to_row(an_entry()), 35)
    assert not is_below(to_row(an_entry()), 34)
    assert not is_below(to_row(an_entry()), None)
    assert not is_below(to_row(failure), 100)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "\n=2", "'=1"],
)
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    assert safe_cell(text).startswith("'")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_one_apostrophe_taken_away_gives_the_cell_back(text: str) -> None:
    cell = safe_cell(text)
    assert cell in {text, f"'{text}"}
    assert cell[:1] not in set("=+-@＝＋－＠")


@settings(max_examples=25, deadline=None)
@given(st.text(), st.text())
def test_any_text_survives_the_csv_module_and_pandas(title: str, url: str) -> None:
    row = {**to_row(an_entry()), "title": title, "url": url}
    data = (csv_header() + to_csv([row, row])).encode("utf-8")
    back = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert [r["title"] for r in back] == [safe_cell(title)] * 2
    assert [r["url"] for r in back] == [safe_cell(url)] * 2
    frame = pd.read_csv(io.BytesIO(data), keep_default_na=False, dtype={"title": str})
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["title"]) == [safe_cell(title)] * 2
    assert list(frame["evidential_quality"]) == [34.4, 34.4]
