"""Pages made once, and a browser for each process that tests."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorer.batch.judging import load_judge
from scorer.batch.records import Record, score_records
from scorer.report.page.batch import Batch
from scorer.report.page.batch_page import write_batch
from scorer.report.rows import Cell, Row, to_row
from scorer.types import Failure
from tests.browser.hostile import HOSTILE_TITLE
from tests.browser.window import ROOT, Window
from tests.cli.inside import scorer
from tests.report.test_rows import an_entry

ARTICLES = ROOT / "data" / "articles"


@pytest.fixture(scope="session")
def browser() -> Iterator[Window]:
    """Start one browser."""
    window = Window()
    yield window
    window.close()


@pytest.fixture(scope="session")
def samples(browser: Window, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the page of the sample articles, with a page for each."""
    del browser  # without one nothing needs to be made
    out = tmp_path_factory.mktemp("samples") / "samples.html"
    copy = out.with_name("articles")
    shutil.copytree(ARTICLES, copy)
    with pytest.MonkeyPatch.context() as here:
        here.chdir(copy.parent)  # so that the pages name no folder of this machine
        scorer("report", "articles", "--out", out)
    return out


@pytest.fixture(scope="session")
def sample(samples: Path) -> Path:
    """Name the page of an article with findings of every kind."""
    names = sorted(path.name for path in ARTICLES.iterdir())
    number = names.index("tabloid-harbour-evacuation.txt")
    return samples.with_name("samples-articles") / f"{number + 1:05d}.html"


@pytest.fixture(scope="session")
def batch(browser: Window, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the page of 300 articles, some of which could not be read."""
    del browser
    judge = load_judge()
    records = [Record(path=str(path)) for path in sorted(ARTICLES.iterdir())]
    known = [to_row(entry) for entry in score_records(records, judge)]
    rows = [_varied(known[i % len(known)], i) for i in range(290)]
    rows += [_failed(i) for i in range(10)]
    out = tmp_path_factory.mktemp("batch") / "batch.html"
    out.write_text(write_batch(Batch(rows, ["three hundred"])), "utf-8")
    return out


def _varied(row: Row, number: int) -> Row:
    """Make another article of one: a little better or worse, another title."""
    shift = (number * 7 % 31) - 15
    other: dict[str, Cell] = {**row, "outlet": f"Outlet {number % 12}"}
    other["title"] = f"{HOSTILE_TITLE if number == 7 else row['title']} {number}"
    for name in ("evidential_quality", "sensationalism"):
        for end in ("", "_low", "_high"):
            value = row[f"{name}{end}"]
            if isinstance(value, float | int):
                other[f"{name}{end}"] = min(100.0, max(0.0, value + shift))
    return other


def _failed(number: int) -> Row:
    reason = f"file-{number}.txt: binary, not <b>text</b>"
    failure = Failure(f"file-{number}.txt", "read", reason)
    return to_row(an_entry(path=f"file-{number}.txt", outcome=failure, document=None))


@pytest.fixture(scope="session")
def stories(browser: Window, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the page of six invented stories, their articles with a page each."""
    del browser
    folder = tmp_path_factory.mktemp("stories")
    given = (ROOT / "data" / "stories" / "stories.jsonl").read_text("utf-8")
    whole = [json.loads(line) for line in given.splitlines()[:6]]
    articles = [json.dumps(a) for story in whole for a in story["articles"]]
    (folder / "in.jsonl").write_text("\n".join(articles), "utf-8")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        scorer("report", "in.jsonl", "--out", "stories.html")
    return folder / "stories.html"
