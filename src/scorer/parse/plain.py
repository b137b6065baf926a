"""Parse scraped plain text."""

from itertools import accumulate

from scorer.parse.lines import label_lines, same_title
from scorer.parse.parsed import Parsed
from scorer.text.normalise import normalise
from scorer.types import Segment, SegmentKind, Span


def parse_text(text: str, title: str | None = None) -> Parsed:
    """Normalise scraped plain text and say what each of its lines is."""
    text, notes = normalise(text)
    headline = " ".join(normalise(title).text.split()) if title else ""
    lines = text.split("\n")
    if headline:
        lines = _below(headline, lines)
        text = "\n".join(lines)
    kinds = label_lines(lines, headline or None)
    return Parsed(
        text=text,
        title=headline or None,
        segments=segments_of(lines, kinds),
        language="en",
        notes=notes,
    )


def segments_of(
    lines: list[str], kinds: list[SegmentKind | None]
) -> tuple[Segment, ...]:
    """Return the segments of a text that was split into `lines` at its newlines."""
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return tuple(
        Segment(kind, Span(start, start + len(line)))
        for start, line, kind in zip(starts, lines, kinds, strict=False)
        if kind is not None
    )


def _below(headline: str, lines: list[str]) -> list[str]:
    first = next((line for line in lines if line), "")
    if same_title(first, headline):
        return lines
    return [headline, "", *lines] if first else [headline]
