"""What was said: before the source and its cue, after them, or on both sides.

Boundaries are words; the marks that belong to them are added at the very end, when
the words become a span.
"""

from bisect import bisect_left, bisect_right
from typing import Final

from scorer.detectors.attributions.content_weights import (
    Place,
    best_side,
    left_start_scores,
    right_end_scores,
    right_start_scores,
)
from scorer.detectors.attributions.marks import span_of
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.types import Span

_LINE_END: Final = "¶"  # without colon or quotation mark
_AWAY: Final = 8  # words between the cue and what it introduces
_LONGEST: Final = 70  # words of a content within its sentence
_MOST: Final = 6  # candidates for an end
_LEAST: Final = 2  # for fewer there is nothing to choose
_LATER: Final = 4  # paragraphs over which a quotation may run on
_STARTERS: Final = frozenset({"that", "sub", "det", "pron", "to", "wh", "C"})
_TAILS: Final = frozenset({"conj", "and", "but", "prep", "wh", "sub", "day"})
_BEFORE: Final = frozenset({"that", "and", "but", "conj"})


def find_content(around: Surroundings, head: int, unit: Words) -> Span | None:
    """Return the span of what was said; `unit` spans the source and its cue."""
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    best = "r"
    if unit.first > sentence.first:
        best = best_side(around, head, unit)
        if around.gaps[unit.last - 1] == _LINE_END:
            best = "l"  # a headline: what stands below it is no part of it
    if best == "r" and unit.last >= len(around.reading.words):
        return None
    first, last = unit.last, unit.first
    if best != "r":
        first = _left(around, unit)
    if best == "r":
        first = _right_start(around, unit)
    if best != "l":
        start = first if best == "r" else unit.last
        last = _right_end(around, head, min(start, len(around.reading.words) - 1)) + 1
    if first >= last:
        return None
    return span_of(around, Words(first, last))


def _right_start(around: Surroundings, unit: Words) -> int:
    places = right_starts(around, unit)
    if len(places) < _LEAST:
        return places[0]
    scores = right_start_scores(around, unit, places)
    return places[scores.index(max(scores))]


def right_starts(around: Surroundings, unit: Words) -> list[int]:
    """Return where a content on the right may start."""
    sentence = around.reading.sentences[around.reading.sentence_of[unit.last - 1]]
    gaps, kinds = around.gaps, around.kinds
    found = [unit.last]
    for i in range(unit.last + 1, min(sentence.last, unit.last + _AWAY)):
        gap = gaps[i - 1]
        if (gap != " " or kinds[i] in _STARTERS) and gap[0] != "~":
            found.append(i)
    return found


def _right_end(around: Surroundings, head: int, start: int) -> int:
    places = right_ends(around, start)
    if len(places) < _LEAST:
        return places[0][0] if places else start
    scores = right_end_scores(around, head, start, places)
    return places[scores.index(max(scores))][0]


def right_ends(around: Surroundings, start: int) -> list[Place]:
    """Return with which word, and at what kind of place, a content may end."""
    reading = around.reading
    number = reading.sentence_of[start]
    if number < 0:  # beyond the last line of the article's own
        return []
    sentence = reading.sentences[number]
    gaps, kinds, end = around.gaps, around.kinds, sentence.last - 1
    found: list[Place] = [
        (i, "c")
        for i in range(start, min(end, start + _LONGEST))
        if (gaps[i] != " " or kinds[i + 1] in _TAILS) and gaps[i][0] != "~"
    ]
    if start <= end < start + _LONGEST:
        found.append((end, "s"))
    found = found[:_MOST] if len(found) <= _MOST else [*found[: _MOST - 1], found[-1]]
    return found + _later(around, start, sentence.last - 1)


def _later(around: Surroundings, start: int, last: int) -> list[Place]:
    """Return the ends of the quotation that starts here or follows on, if later."""
    reading = around.reading
    quotations, starts = reading.quotations, reading.starts
    at = bisect_right(quotations, starts[start], key=lambda q: q.span.start) - 1
    if at < 0 or quotations[at].span.end < starts[start]:
        at += 1
    found: list[Place] = []
    end = last
    paragraph = reading.sentences[reading.sentence_of[start]].paragraph
    stretch = reading.paragraphs[paragraph].span.end
    opened = False
    for q in quotations[at : at + 8]:
        first = bisect_left(starts, q.span.start)
        if q.span.start > stretch:
            if not opened or not _leads(around, first):
                break
            here = reading.sentence_of[first] if first < len(starts) else -1
            if here < 0 or len(found) > _LATER:
                break
            stretch = reading.paragraphs[reading.sentences[here].paragraph].span.end
        i = bisect_left(starts, q.span.end) - 1
        if i > end:
            found.append((i, "q" if first <= start + 1 else "n"))
            end = i
        opened = not q.closed
    return found


def _leads(around: Surroundings, first: int) -> bool:
    """Tell whether a word is the first of its paragraph."""
    return first > 0 and around.gaps[first - 1].endswith(("¶", '¶"'))


def _left(around: Surroundings, unit: Words) -> int:
    places = left_starts(around, unit.first)
    scores = left_start_scores(around, unit, places)
    return places[scores.index(max(scores))][0]


def left_starts(around: Surroundings, end: int) -> list[Place]:
    """Return where a content that ends before the word `end` may start."""
    reading = around.reading
    sentence = reading.sentences[reading.sentence_of[end - 1]]
    found = [(sentence.first, "s")]
    for i in range(end - 1, max(sentence.first, end - _LONGEST), -1):
        gap = around.gaps[i - 1]
        if (gap != " " or around.kinds[i - 1] in _BEFORE) and gap[0] != "~":
            found.append((i, "c"))
    quotations, starts = reading.quotations, reading.starts
    at = bisect_left(quotations, starts[end - 1], key=lambda q: q.span.start) - 1
    if at >= 0:
        first = bisect_left(starts, quotations[at].span.start)
        if first < sentence.first:
            found.append((first, "q"))
    paragraph = reading.paragraphs[sentence.paragraph]
    if paragraph.first < sentence.first and (paragraph.first, "q") not in found:
        found.append((paragraph.first, "p"))
    return found[: _MOST + 3]
