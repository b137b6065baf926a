"""Cross-links: each line is bait or plain, never both, and the lead says nothing."""

import pytest

from scorer.detectors.cross_links import BAIT, DETECTOR, FINDING, PLAIN, bait_weight
from scorer.document import Document
from scorer.reading import Reading
from scorer.text.clickbait import clickbait_probability, traits
from scorer.types import Annotation, Link, Segment, SegmentKind, Span


def _find(*lines: str, links: tuple[Link, ...] = ()) -> tuple[Annotation, ...]:
    """Mark cross-links that stand in a document of nothing else but a body line."""
    text = "\n".join(("It rained in Ostwick.", *lines))
    segments = [Segment(SegmentKind.BODY, Span(0, 21))]
    at = 22
    for line in lines:
        segments.append(Segment(SegmentKind.CROSS_LINK, Span(at, at + len(line))))
        at += len(line) + 1
    document = Document(id="x", text=text, segments=tuple(segments), links=links)
    return DETECTOR.annotate(Reading.of(document))


@pytest.mark.parametrize(
    "line",
    [
        "Mayor breaks silence over bridge [REVEALED]",
        "Ferry captain in tears as crew says farewell [PICTURES]",
        "Brandt loses patience with divers (LATEST)",
        "You won't believe what this diver found under the pier",
        "Read more: This is why your ferry is always late",
        "10 things you never knew about lighthouses",
    ],
)
def test_takes_a_teaser_for_bait(line: str) -> None:
    assert [a.label for a in _find(line) if a.weight >= 0.5] == [BAIT]


@pytest.mark.parametrize(
    "line",
    [
        "Council approves budget for harbour repairs",
        "READ MORE: Court rejects appeal of ferry company",
        "Related: Storm damages two piers in Marlow",
        "Ferry company reports loss in third quarter",
    ],
)
def test_takes_a_line_that_tells_for_plain(line: str) -> None:
    assert [a.label for a in _find(line) if a.weight >= 0.5] == [PLAIN]


def test_marks_whole_lines_each_exactly_once() -> None:
    lines = ("Read more", "Mayor breaks silence [REVEALED]", "[X]", "?", "1", "—")
    found = [a for a in _find(*lines) if a.weight >= 0.5]
    text = "\n".join(("It rained in Ostwick.", *lines))
    assert [a.span.of(text) for a in found] == list(lines)


def test_leaves_a_link_in_the_body_alone() -> None:
    link = Link(Span(3, 9), "https://ostwick.example/rain", leaves_outlet=True)
    assert _find(links=(link,)) == ()


def test_the_lead_says_nothing_of_the_teaser() -> None:
    teaser = "Court rejects appeal of ferry company"
    assert bait_weight(f"Read more: {teaser}") == bait_weight(teaser)


def test_a_tag_makes_any_teaser_bait() -> None:
    assert bait_weight("Court rejects appeal [LATEST]") > 0.5


def test_curly_and_straight_lines_weigh_the_same() -> None:
    curly, straight = "‘It’s over’: mayor quits", "'It's over': mayor quits"
    assert clickbait_probability(curly) == clickbait_probability(straight)


@pytest.mark.parametrize(
    "line", ["", " ", "?", "…", "[REVEALED]", "12", "\ud800", "²", "9" * 5000]
)
def test_any_line_has_traits_and_a_probability(line: str) -> None:
    assert isinstance(traits(line, {"the"}), set)
    assert 0 <= clickbait_probability(line) <= 1


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE:",
        "Related Gallery",
        "More:",
        "See also",
        "Harbour Life (1685)",
        "7 May 2019",
        "Most Popular Videos",
        "Scroll Back To Top",
        "2017 Velora LC 500",
    ],
)
def test_a_bare_heading_a_section_and_a_date_are_no_bait(line: str) -> None:
    assert bait_weight(line) == 0


def test_few_words_that_count_or_ask_may_be_bait() -> None:
    assert bait_weight("10 Strangest Harbour Cases") > FINDING
    assert bait_weight("Is this your future?") > FINDING
