"""What a page says twice counts once."""

from scorer.document import Document
from scorer.types import SegmentKind

LONG = (
    "The ferry Albatross ran aground off Lund on Monday morning, and all of its crew"
    " was saved."
)
OTHER = (
    "The harbour office of Lund said that the ferry would be towed there on Saturday"
    " or Sunday."
)


def kinds(document: Document) -> list[SegmentKind]:
    return [kind for kind, _ in document.segments]


def test_a_paragraph_that_comes_again_is_boilerplate() -> None:
    document = Document.from_text(f"{LONG}\n\n{OTHER}\n\n{LONG}", title="Ferry aground")
    assert kinds(document)[1:] == [
        SegmentKind.BODY,
        SegmentKind.BODY,
        SegmentKind.BOILERPLATE,
    ]


def test_a_short_line_may_come_again() -> None:
    document = Document.from_text(
        f"{LONG}\n\nHe agreed.\n\n{OTHER}\n\nHe agreed.", title="Ferry aground"
    )
    assert SegmentKind.BOILERPLATE not in kinds(document)


def test_a_page_that_holds_a_paragraph_twice_has_it_once_in_its_body() -> None:
    body = "".join(f"<p>{line}</p>" for line in (LONG, OTHER, LONG))
    document = Document.from_html(f"<article><h1>Ferry aground</h1>{body}</article>")
    body_lines = [
        span.of(document.text)
        for kind, span in document.segments
        if kind is SegmentKind.BODY
    ]
    assert body_lines == [LONG, OTHER]
