"""Scraped text becomes lines of known kinds."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.document import Document
from scorer.types import SegmentKind
from tests.strategies import texts

BODY = "Two cows fled the fair at Dunmore on Friday, the council said in a statement."


def kinds(document: Document) -> list[str]:
    return [str(segment.kind) for segment in document.segments]


@given(text=texts(), title=st.none() | texts())
def test_segments_cover_every_line_in_order(text: str, title: str | None) -> None:
    document = Document.from_text(text, title=title)
    lines = [line for line in document.text.split("\n") if line.strip()]
    assert [s.span.of(document.text) for s in document.segments] == lines
    spans = [s.span for s in document.segments]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "\u200b\u00ad", "\ufeff"])
def test_an_empty_text_has_no_segments(text: str) -> None:
    document = Document.from_text(text)
    assert (document.segments, document.title) == ((), None)


def test_a_text_of_one_line_is_body() -> None:
    assert kinds(Document.from_text("Cows Flee Fair")) == ["body"]
    assert kinds(Document.from_text(f"\n\n{BODY}\n")) == ["body"]


def test_a_title_given_apart_becomes_the_first_line() -> None:
    document = Document.from_text(f"{BODY}\n\n{BODY}", title="Cows flee fair")
    assert document.text.startswith("Cows flee fair\n\nTwo cows")
    assert kinds(document) == ["headline", "body", "body"]
    assert document.title == "Cows flee fair"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Cows flee fair", "Cows flee fair"),
        ("COWS FLEE FAIR!", "Cows flee fair"),
        ("Cow’s flight", "Cow's flight"),
        ("Cows flee fair | The Dale Echo", "Cows flee fair"),
        ("Cows flee fair - Dale Echo Online", "Cows flee fair"),
        ("Cows flee fair", "Cows flee fair | The Dale Echo"),
        ("Cows flee fair", " Cows\nflee\u200b fair "),
    ],
)
def test_a_title_that_the_text_begins_with_is_not_doubled(
    first: str, title: str
) -> None:
    document = Document.from_text(f"{first}\n\n{BODY}\n\n{BODY}", title=title)
    assert kinds(document) == ["headline", "body", "body"]


def test_a_title_that_only_begins_the_first_line_is_parted_from_it() -> None:
    document = Document.from_text(f"Cows flee fair {BODY}", title="Cows flee fair")
    assert document.text == f"Cows flee fair\n{BODY}"
    assert kinds(document) == ["headline", "body"]


def test_a_title_like_the_first_line_stays_its_own_line() -> None:
    document = Document.from_text("Cows flee fairly often.\n\nx.", title="Cows flee")
    assert document.text.startswith("Cows flee\n\nCows flee fairly")


@pytest.mark.parametrize("title", ["", "  ", "\u200b"])
def test_an_empty_title_is_none(title: str) -> None:
    document = Document.from_text(BODY, title=title)
    assert (document.title, kinds(document)) == (None, ["body"])


def test_tricks_with_characters_change_no_line() -> None:
    clean = f"Cows flee fair\n\n{BODY}\n\nAdvertisement\n\n{BODY}"
    odd = clean.replace("o", "\u043e").replace("e", "e\u200b").replace("\n", "\r\n")
    assert Document.from_text(odd).text == clean
    assert kinds(Document.from_text(odd)) == kinds(Document.from_text(clean))
    assert SegmentKind.BOILERPLATE in kinds(Document.from_text(clean))
