"""The two saved pages of ours, line by line."""

from pathlib import Path

import pytest

from scorer import read
from scorer.document import Document
from scorer.types import SegmentKind

_ARTICLES = Path(__file__).parents[2] / "data" / "articles"


@pytest.fixture(scope="module")
def tabloid() -> Document:
    return read(_ARTICLES / "tabloid-lighthouse-curse.html")


@pytest.fixture(scope="module")
def agency() -> Document:
    return read(_ARTICLES / "agency-dam-inspection.html")


def _lines(document: Document, kind: SegmentKind) -> list[str]:
    return [s.span.of(document.text) for s in document.segments if s.kind is kind]


def _shape(document: Document) -> str:
    """One letter a line: Headline, Standfirst, bYline, Body, Caption, cross-linK."""
    letters = {
        SegmentKind.HEADLINE: "H",
        SegmentKind.STANDFIRST: "S",
        SegmentKind.BYLINE: "Y",
        SegmentKind.BODY: "b",
        SegmentKind.CAPTION: "c",
        SegmentKind.CROSS_LINK: "k",
        SegmentKind.BOILERPLATE: "-",
    }
    return "".join(letters[s.kind] for s in document.segments)


def test_gives_every_line_of_the_tabloid_page_its_kind(tabloid: Document) -> None:
    assert _shape(tabloid) == "HSYYcbbbkkkbbbcbkbb---bbbb-kkkkkkk"


def test_gives_every_line_of_the_agency_page_its_kind(agency: Document) -> None:
    assert _shape(agency) == "HSYYcbbbbbkkkbbbbbbY-kkk"


def test_keeps_each_teaser_within_and_after_the_body(tabloid: Document) -> None:
    assert _lines(tabloid, SegmentKind.CROSS_LINK) == [
        "Read more",
        "Vicar's goat 'predicts' lottery numbers for THIRD time",
        "Inside the haunted caravan that NOBODY dares to buy",
        "TEN curses that REALLY came true (number 7 will chill you)",
        "Most read in Weird",
        "Man who married his shed files for DIVORCE",
        "Pensioner, 84, finds 'monster' eel in hot tub",
        "Tilda Vane stuns fans in 'risky' soup advert",
        "You may like",
        "Doctors are begging people over 50 to throw out this vegetable",
        "She was famous in 1998. Try not to gasp when you see her now",
    ]


def test_leaves_out_what_no_reader_sees_and_what_is_far(tabloid: Document) -> None:
    for words in (
        "hidden from readers",
        "switch on JavaScript",
        "not part of the story",
        "use cookies",
        "Horoscopes",
        "All rights reserved",
    ):
        assert words not in tabloid.text


def test_reads_what_the_pages_say_of_themselves(
    tabloid: Document, agency: Document
) -> None:
    assert tabloid.outlet == "The Brack Bugle"
    assert tabloid.author == "Dex Farrow"
    assert tabloid.title is not None
    assert "Bugle" not in tabloid.title
    assert tabloid.published == "2024-02-11T07:42:00+00:00"
    assert agency.outlet == "Midland Wire"
    assert agency.author == "Nadia Prowse, Tomas Eld"
    assert agency.url == "https://midlandwire.example/2024/05/hallow-dam-inspection"
    assert agency.language == "en"


def test_places_each_link_on_its_anchor_text(
    tabloid: Document, agency: Document
) -> None:
    census = agency.links[0]
    assert census.span.of(agency.text) == "census figures"
    assert census.url == "https://statistics.example/census/hallow"
    assert census.leaves_outlet
    leaving = {k.span.of(tabloid.text)[:7] for k in tabloid.links if k.leaves_outlet}
    assert leaving == {"Doctors", "She was"}
    assert all(link.url.startswith("https://") for link in tabloid.links)
