"""What is taken over under the name of a medium: "From the Tarvik Echo: …".

Pages that pass on what others published set such a line above it, and no word of
saying tells whose it is. A colon behind a name is all there is to look for.
"""

from collections.abc import Iterator
from typing import Final

from scorer.detectors.attributions.kinds import kind_of
from scorer.detectors.attributions.marks import span_of
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.parts import Statement, Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.types import SegmentKind

_OPENERS: Final = frozenset({"from", "via"})
_NAME: Final = 6  # words of a name with its article
_LEAST: Final = 3  # words that are taken over
_SOURCES: Final = frozenset({"media", "organisation", "official", "document"})
_LIKELY: Final = 0.75


def find_extracts(around: Surroundings) -> Iterator[Statement]:
    """Yield what sentences that begin with "From NAME:" take over, in order."""
    reading, words = around.reading, around.words
    for _, first, last, line in reading.sentences:
        if last - first > 1 and words[first] in _OPENERS:
            name = _named(around, Words(first + 1, last))
            content = _below(around, last if name is None else name.last, line)
            if name is not None and content is not None:
                mention = mention_of(around, name)
                if mention.name and kind_of(mention) in _SOURCES:
                    yield Statement(
                        head=first,
                        cue=Words(first, first + 1),
                        source=name,
                        content=span_of(around, content),
                        weight=_LIKELY,
                        mention=mention,
                        shown=True,
                    )


def _named(around: Surroundings, words: Words) -> Words | None:
    """Return the name that some words begin with, if a colon follows it."""
    first, end = words
    last = first + (around.words[first] == "the")
    while last < min(end, first + _NAME) and around.capital[last]:
        last += 1
        if around.gaps[last - 1] != " ":
            break
    closed = last > first and around.gaps[last - 1][0] == ":"
    return Words(first, last) if closed else None


def _below(around: Surroundings, first: int, line: int) -> Words | None:
    """Return the words after the colon: of its line, else of the line below."""
    lines = around.reading.paragraphs
    for kind, _, begin, last in lines[line : line + 2]:
        start = max(first, begin)
        if kind is SegmentKind.BODY and last - start >= _LEAST:
            return Words(start, last)
    return None
