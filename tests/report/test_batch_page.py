"""The page of many articles, as text; tests/browser opens it."""

import csv
import gzip
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from pyarrow import Table
from pyarrow.parquet import write_table

from scorer.batch.stored import is_report, read_rows
from scorer.outlets.estimates import find_standings
from scorer.outlets.rows import outlet_of, read_outlets
from scorer.report.objects import to_array, to_line, to_object
from scorer.report.page import batch_page
from scorer.report.page.batch import Batch
from scorer.report.page.batch_page import SECTIONS, write_batch
from scorer.report.page.outlets import compare
from scorer.report.page.stories import Place, Stories
from scorer.report.rows import Cell, Row, csv_header, to_csv, to_row
from scorer.types import Failure
from tests.cli.inside import scorer
from tests.report.test_rows import an_entry


def a_row(**cells: Cell) -> Row:
    return {**to_row(an_entry()), **cells}


def rows(count: int = 12) -> list[Row]:
    failure = Failure("b.txt", "read", "b.txt: binary <b>not</b> text")
    broken = an_entry(path="b.txt", outcome=failure, document=None, features={})
    scored = [
        a_row(
            title=f"</script><script>alert({i})</script>",
            outlet=f"Outlet {i % 3}",
            evidential_quality=float(i),
            url="javascript:alert(1)",
        )
        for i in range(count)
    ]
    return [*scored, to_row(broken)]


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


@pytest.fixture(scope="module")
def page() -> str:
    places = [Place("s1", 2, 1, 0.5, shown=True)] * 2 + [None] * 11
    return write_batch(Batch(rows(), ["in.csv"], stories=Stories(places=places)))


def test_every_section_is_on_the_page(page: str) -> None:
    assert len(re.findall(r'<section id="\w+"', page)) == len(SECTIONS)


def test_every_input_is_on_the_page(page: str) -> None:
    data = data_of(page)
    assert len(data["rows"]) == 13
    assert data["rows"][3][0] == "</script><script>alert(3)</script>"
    assert data["rows"][3][4][0] == 3.0
    assert data["shown"][data["rows"][12][3]] == "could not be read"


def test_each_article_says_what_its_story_rests_on(page: str) -> None:
    packed = data_of(page)["rows"]
    assert packed[0][-1] == ["s1", 2, 1, 1]
    assert packed[2][-1] is None


def test_no_title_ends_the_script_and_no_address_runs(page: str) -> None:
    assert page.count("<script") == 2
    assert "<b>not</b>" not in page
    assert "javascript:alert" not in page


def test_pictures_are_drawn_without_styles_that_the_policy_forbids(page: str) -> None:
    assert page.count("<svg") > 7
    assert " style=" not in page


def test_a_batch_without_scores_has_a_page() -> None:
    failed = [row for row in rows(0) if row["status"] == "error"]
    page = write_batch(Batch(failed, ["in"]))
    assert "1 input has no score" in page


def test_outlets_of_few_articles_are_drawn_towards_the_mean() -> None:
    many = [a_row(outlet="Often", evidential_quality=v) for v in (70.0, 80.0) * 20]
    other = [a_row(outlet="Other", evidential_quality=v) for v in (30.0, 40.0) * 20]
    one = [a_row(outlet="Once", evidential_quality=100.0)]
    often, once = (
        next(o for o in compare([*many, *other, *one]) if o.name == name)
        for name in ("Often", "Once")
    )
    assert often.quality.value == pytest.approx(75, abs=1)
    assert once.quality.value < 100
    assert often.quality.high - often.quality.low < once.quality.high - once.quality.low


def test_the_page_and_the_command_say_the_same_of_an_outlet(tmp_path: Path) -> None:
    scored = [row for row in rows(9) if row["evidential_quality"] is not None]
    report = tmp_path / "report.csv"
    report.write_text(csv_header() + to_csv(scored), "utf-8")
    told = {one.outlet: one.reliability for one in find_standings(read_outlets(report))}
    shown = {one.name: one.quality for one in compare(scored)}
    assert len(shown) == 3
    assert shown == told


def test_an_outlet_is_known_by_its_address() -> None:
    row = a_row(outlet=None, url="https://www.brack.example/a")
    assert outlet_of(row) == "brack.example"
    assert not outlet_of(a_row(outlet=None, url="http://[broken"))


@pytest.mark.parametrize("form", ["csv", "csv.gz", "jsonl", "json", "parquet"])
def test_a_report_is_read_back_as_it_was_written(tmp_path: Path, form: str) -> None:
    entries = [an_entry(), an_entry(path="=1+1")]
    path = tmp_path / f"report.{form}"
    written = {
        "csv": csv_header() + to_csv(map(to_row, entries)),
        "jsonl": "".join(map(to_line, entries)),
        "json": to_array([to_object(e) for e in entries]),
    }
    if form == "parquet":
        table = Table.from_pylist([to_row(entry) for entry in entries])
        write_table(table, path)
    elif form == "csv.gz":
        path.write_bytes(gzip.compress(written["csv"].encode()))
    else:
        path.write_bytes(written[form].encode())
    assert is_report(path)
    back = list(read_rows(path))
    for row, entry in zip(back, entries, strict=True):
        assert {k: v for k, v in row.items() if v != to_row(entry)[k]} == {}


def test_a_table_of_articles_is_no_report(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    path.write_text("id,title,text,status\n1,a,b,ok\n", "utf-8")
    assert not is_report(path)


def test_a_folder_becomes_a_page_and_a_page_for_each(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.txt").write_text("Rain fell, officials said.")
    out = tmp_path / "my page.html"
    assert scorer("report", tmp_path / "in", "--out", out).status == 0
    data = data_of(out.read_text("utf-8"))
    assert data["folder"] == "my%20page-articles"
    pages = sorted((tmp_path / "my page-articles").iterdir())
    assert [page.name for page in pages] == ["00001.html", "00002.html"]
    assert 'href="../my%20page.html"' in pages[0].read_text("utf-8")


def test_a_report_becomes_a_page_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    path.write_text(csv_header() + to_csv(rows()), "utf-8", newline="")
    done = scorer("report", path, "--out", tmp_path / "page.html")
    assert done.status == 1  # one of its rows could not be read
    data = data_of((tmp_path / "page.html").read_text("utf-8"))
    assert len(data["rows"]) == len(list(csv.DictReader(io.StringIO(path.read_text()))))
    assert not (tmp_path / "page-articles").exists()


def test_a_shorter_run_leaves_no_pages_of_the_longer_one(tmp_path: Path) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    for name in ("a", "b", "c"):
        (articles / f"{name}.txt").write_text("Rain fell, officials said.")
    scorer("report", articles, "--out", tmp_path / "page.html")
    (articles / "c.txt").unlink()
    scorer("report", articles, "--out", tmp_path / "page.html")
    assert len(list((tmp_path / "page-articles").iterdir())) == 2


def test_several_processes_write_the_same_pages(tmp_path: Path) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    for i in range(20):
        (articles / f"{i:02d}.txt").write_text(f"Rain fell, {i} officials said.")
    written = []
    for jobs in ("1", "2"):
        out = tmp_path / jobs / "page.html"
        assert scorer("report", articles, "--out", out, "--jobs", jobs).status == 0
        pages = sorted((tmp_path / jobs / "page-articles").iterdir())
        written.append([page.read_text("utf-8") for page in [out, *pages]])
    assert len(written[0]) == 21
    assert written[0] == written[1]


def test_one_unreadable_article_has_a_page_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 500)
    out = tmp_path / "page.html"
    done = scorer("report", tmp_path / "a.txt", "--out", out)
    assert done.status == 1
    assert "It could not be read" in out.read_text("utf-8")


def test_pages_of_their_own_can_be_left_out(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Rain fell, officials said.")
    out = tmp_path / "page.html"
    both = (tmp_path / "a.txt", tmp_path / "b.txt")
    assert scorer("report", *both, "--out", out, "--no-pages").status == 0
    assert not (tmp_path / "page-articles").exists()


def test_a_table_too_long_to_open_says_what_it_leaves_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch_page, "MOST", 5)
    page = write_batch(Batch(rows(), ["in.csv"]))
    assert len(data_of(page)["rows"]) == 5
    assert "8 more are counted" in page
    assert "<h1>13 articles</h1>" in page


def test_without_the_extra_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    path = tmp_path / "report.csv"
    path.write_text(csv_header() + to_csv(rows()), "utf-8", newline="")
    done = scorer("report", path, "--out", tmp_path / "page.html")
    assert done.status == 2
    assert "pip install 'scorer[report]'" in done.err
