"""What `scorer report` says of stories."""

import json
from pathlib import Path

import pytest

from tests.cli.inside import scorer

STORIES = Path(__file__).parents[2] / "data" / "stories" / "stories.jsonl"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Write the articles of one invented story, and one that cannot be read."""
    whole = json.loads(STORIES.read_text("utf-8").partition("\n")[0])
    lines = [json.dumps(article) for article in whole["articles"]]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join([lines[0], "{broken", *lines[1:]]), "utf-8")
    return path


def test_pages_say_what_the_story_of_an_article_rests_on(given: Path) -> None:
    out = given.with_name("out.html")
    scorer("report", given, "--out", out)
    page = out.read_text("utf-8")
    assert page.count('<details class="told"') == 1
    last = given.with_name("out-articles") / "00004.html"  # 2 is broken
    assert 'href="../out.html#story-s1"' in last.read_text("utf-8")
    assert 'href="out-articles/00004.html"' in page


def test_stories_can_be_left_out(given: Path) -> None:
    out = given.with_name("out.html")
    scorer("report", given, "--out", out, "--no-stories")
    assert 'id="stories"' not in out.read_text("utf-8")


def test_several_processes_write_the_same_pages(given: Path) -> None:
    pages = []
    for jobs in ("1", "2"):
        out = given.with_name("out.html")
        scorer("report", given, "--out", out, "--jobs", jobs)
        folder = given.with_name("out-articles")
        files = [out, *sorted(folder.iterdir())]
        pages.append([file.read_text("utf-8") for file in files])
    assert pages[0] == pages[1]
