"""Paragraphs that a page has twice: embedded again, or pasted again by a scraper.

Told again, a story is no better supported, so that only the first telling counts.
"""

from collections.abc import Iterable
from typing import Final

from scorer.types import Segment, SegmentKind

_AGAIN: Final = SegmentKind.BOILERPLATE
_LEAST: Final = 80  # characters; a short line ("He agreed.") may well come again


def without_repeats(text: str, segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return the segments, body lines that stand above already as boilerplate.

    Example:
        >>> from scorer.types import Span
        >>> line = "The ferry ran aground. " * 4
        >>> body = [Segment(SegmentKind.BODY, Span(a, a + 92)) for a in (0, 92)]
        >>> [str(s.kind) for s in without_repeats(line * 2, body)]
        ['body', 'boilerplate']
    """
    seen: set[str] = set()
    found = []
    for segment in segments:
        kind, (start, end) = segment
        told = kind is SegmentKind.BODY and end - start >= _LEAST
        line = text[start:end] if told else ""
        again = told and line in seen
        seen.add(line)
        found.append(
            Segment(SegmentKind.BOILERPLATE, segment.span) if again else segment
        )
    return tuple(found)
