"""Parse scraped plain text."""

import unicodedata
from itertools import accumulate

from scorer.parse.parsed import Parsed
from scorer.types import Segment, SegmentKind, Span


def parse_text(text: str, title: str | None = None) -> Parsed:
    """Split scraped plain text into lines and say what each of them is."""
    text = unicodedata.normalize("NFC", text)
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    lines = text.split("\n")
    offsets = accumulate((len(line) + 1 for line in lines), initial=0)
    segments: list[Segment] = []
    for start, line in zip(offsets, lines, strict=False):
        if bare := line.strip():
            at = start + line.index(bare)
            kind = SegmentKind.BODY
            if not segments and title:
                kind = SegmentKind.HEADLINE
            segments.append(Segment(kind, Span(at, at + len(bare))))
    return Parsed(text=text, title=title, segments=tuple(segments), language="en")
