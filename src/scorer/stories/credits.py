"""The agency that an article credits: in its dateline, its byline or its last line.

Only about three in five copies of agency text say so; where one does, that is the
plainest sign of its origin.
"""

import re
from typing import Final

from scorer.document import Document
from scorer.text.tables import load_table
from scorer.types import SegmentKind, Span

_KNOWN: Final = tuple(load_table("story_sources")["agencies"])
_NAMED = "|".join(map(re.escape, sorted(_KNOWN, key=len, reverse=True)))
_NAME = rf"(?:{_NAMED}|(?:[A-Z][\w&-]*\s){{1,3}}(?:News\s)?(?:Agency|Wire|Newswire))"
_PATTERNS: Final = (
    # MORWEN, May 3 (Agency) - at the start of a line
    re.compile(rf"^[^()]{{0,50}}\(({_NAME})\)\s*[-–—:]"),
    re.compile(rf"^[Bb]y (?:the )?({_NAME})(?:\s(?:staff|writers?|reporters?))?$"),
    re.compile(rf"^(?:[Ss]ources?|[Cc]redit|[Vv]ia)\s?:\s?(?:the )?({_NAME})\.?$"),
    re.compile(
        r"(?:[Rr]eporting|[Mm]aterial|[Ff]iles|[Cc]opy) (?:by|from) (?:the )?"
        rf"({_NAME})\b"
    ),
    re.compile(rf"[\s(/–—-]({_NAME})[)/]?\.?$"),
    re.compile(rf"^(?:[–—(/-]\s?)?({_NAME})[)/]?$"),
)
_LINE: Final = 140  # characters of a line that may be a credit as a whole
_BODY: Final = frozenset({SegmentKind.BODY, SegmentKind.STANDFIRST})


def credit(document: Document) -> Span | None:
    """Return where the article names the agency that it took its text from."""
    body = [s for s in document.segments if s.kind in _BODY]
    edges = {s.span for s in (*body[:1], *body[-1:])}
    for kind, span in document.segments:
        line = span.of(document.text)
        if kind in _BODY and span not in edges:
            continue
        lead, *rest = _PATTERNS
        tried = (lead,) if kind in _BODY and len(line) > _LINE else (lead, *rest)
        for pattern in tried:
            if found := pattern.search(line):
                start, end = found.span(1)
                return Span(span.start + start, span.start + end)
    return None
