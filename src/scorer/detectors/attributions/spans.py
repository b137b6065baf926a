"""From a cue to the words that name the source and to what it said."""

from typing import Final

from scorer.detectors.attributions.parts import Words
from scorer.reading import Reading
from scorer.text.tables import load_table
from scorer.types import Span

_TABLE = load_table("attributions")
_PRONOUNS: Final = frozenset(_TABLE["pronouns"])
_LONGEST = 22  # words of a source


def find_source(reading: Reading, head: int, cue: Words) -> Words | None:
    """Return the source of a cue: its subject, before it or, inverted, after it."""
    sentence = reading.sentences[reading.sentence_of[head]]
    if reading.words[head] == "according":
        return _after(reading, cue.last, sentence.last)
    left = _before(reading, cue.first, sentence.first)
    if left is not None:
        return left
    return _after(reading, cue.last, sentence.last)


def _before(reading: Reading, end: int, first: int) -> Words | None:
    if end <= first or not _subject_may_end(reading, end - 1):
        return None
    i = end - 1
    if reading.words[i] in _PRONOUNS:
        return Words(i, end)
    commas = 0
    while i > first and end - i < _LONGEST:
        gap = reading.gap(i - 1)
        if gap == ", ":
            commas += 1
        elif gap != " ":
            break
        i -= 1
    if commas % 2:  # the last comma closes a lead-in, not an apposition
        while reading.gap(i) != ", ":
            i += 1
        i += 1
    return Words(i, end) if i < end else None


def _subject_may_end(reading: Reading, i: int) -> bool:
    return reading.gap(i) in {" ", ", "} and reading.words[i] not in {"to", "and"}


def _after(reading: Reading, first: int, last: int) -> Words | None:
    i = first
    if i >= last or reading.gap(i - 1) != " ":
        return None
    while i < last - 1 and reading.gap(i) == " " and i - first < _LONGEST:
        i += 1
    return Words(first, i + 1)


def find_content(
    reading: Reading, head: int, cue: Words, source: Words | None
) -> Span | None:
    """Return what was said: after the cue, or before it where nothing follows."""
    sentence = reading.sentences[reading.sentence_of[head]]
    first = min(cue.first, source.first if source else cue.first)
    last = max(cue.last, source.last if source else cue.last)
    if last < sentence.last and not (source and source.first > cue.first):
        return _trim(reading, last, sentence.last)
    if first > sentence.first:
        return _trim(reading, sentence.first, first)
    return None


def _trim(reading: Reading, first: int, last: int) -> Span:
    text, start, end = reading.plain, reading.starts[first], reading.ends[last - 1]
    if first and text[start - 1] == '"':
        start -= 1
    tail = text[end : end + 3]
    if '"' in tail:
        end += tail.index('"') + 1
    return Span(start, end)
