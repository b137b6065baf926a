"""Lines are told apart by look, wording and neighbours."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.document import Document
from scorer.parse.lines import label_lines

STORY = [
    "Two cows fled the fair at Dunmore on Friday, the council said in a statement.",
    "They were found by a farmer, Tom Ley, in a field to the north of the town.",
    "Nobody was hurt, according to Ada Finch, the mayor, who thanked the farmer.",
    "The fair goes on until Sunday, and the council has mended the broken fence.",
]
ARTICLES = (
    Path(os.environ.get("SCORER_CORPORA", "../shared/corpora")).parent / "articles"
)


def kinds_within(*lines: str, title: str | None = "Cows flee fair") -> list[str]:
    """Return the kinds of lines that stand in the middle of a story."""
    whole = [*STORY[:2], *lines, *STORY[2:]]
    spaced = [piece for line in whole for piece in (line, "")]
    kinds = [kind for kind in label_lines(spaced, title) if kind is not None]
    return [str(kind) for kind in kinds[2:-2]]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "boilerplate"),
        ("Story continues below advertisement", "boilerplate"),
        ("Sign up for our daily newsletter", "boilerplate"),
        ("READ MORE: Mayor of Dunmore promises stronger fences", "cross_link"),
        ("RELATED: Ten cows that made the news this year", "cross_link"),
        ("Cows in the High Street of Dunmore (Image: Getty)", "caption"),
        ("Photo: Karl Moss/Getty Images", "caption"),
        ("© Dale Press / Karl Moss A cow looks over a fence in Dunmore", "caption"),
        ("“We have never seen the like,” said Tom Ley.", "body"),
        ("“They just ran.”", "body"),
        ("He did not say why.", "body"),
        (STORY[1], "body"),
    ],
)
def test_tells_a_line_within_a_story(line: str, kind: str) -> None:
    assert kinds_within(line) == [kind]
    assert kinds_within(line, title=None) == [kind]


def test_a_block_of_bracketed_teasers_points_elsewhere() -> None:
    teasers = [
        "Prince Otto loses his temper over broken gate [REVEALED]",
        "Mayor rattled as farmers lead tractor march [REPORT]",
        "Duchess fights tears at hospital opening [LATEST]",
    ]
    whole = [STORY[0], "", STORY[1], "", *teasers, "", STORY[2], "", STORY[3]]
    kinds = Counter(str(kind) for kind in label_lines(whole, "Cows flee fair") if kind)
    assert kinds == {"body": 4, "cross_link": 3}


def test_a_caption_may_come_twice() -> None:
    twice = kinds_within(
        "Woman standing next to two cows in a street in the town of Dunmore, Arland",
        "A woman stands next to two cows in Dunmore (Image: Getty)",
    )
    assert twice == ["caption", "caption"]


def test_a_first_line_may_be_a_headline_or_body() -> None:
    spaced = [piece for line in STORY for piece in (line, "")]
    assert label_lines(spaced)[0] == "body"
    assert label_lines(["Furious farmers storm council", "", *spaced])[0] == "headline"


@pytest.mark.parametrize(
    "line", ["[Echo.example, 4/11/14]", "God bless you all. (Applause.)"]
)
def test_what_is_cited_or_noted_in_brackets_is_of_the_story(line: str) -> None:
    assert kinds_within(line) == ["body"]


def test_a_known_title_leaves_no_second_headline() -> None:
    kinds = label_lines(["Furious farmers storm council", "", *STORY], "Cows flee fair")
    assert "headline" not in kinds


@given(st.lists(st.text(alphabet='aB 1.:[]()"©@•', max_size=30).map(str.strip)))
def test_every_line_that_is_not_blank_has_a_kind(lines: list[str]) -> None:
    lines = [" ".join(line.split()) for line in lines]
    kinds = label_lines(lines)
    assert [kind is not None for kind in kinds] == [bool(line) for line in lines]


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles are not here")
@pytest.mark.parametrize("name", ["a.txt", "b.txt", "c.txt"])
def test_gets_all_but_two_lines_of_a_real_article_right(name: str) -> None:
    text = (ARTICLES / name).read_text("utf-8")
    labels = json.loads((ARTICLES / "segments.json").read_text("utf-8"))[name]
    kinds = {n: kind for kind, numbers in labels.items() for n in numbers}
    numbers = [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    segments = Document.from_text(text).segments
    wrong = [
        (number, str(segment.kind))
        for number, segment in zip(numbers, segments, strict=True)
        if kinds.get(number) != "skip" and segment.kind != kinds.get(number, "body")
    ]
    assert len(wrong) <= 2, wrong
