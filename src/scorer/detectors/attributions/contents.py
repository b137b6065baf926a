"""What was said: before the source and its cue, after them, or on both sides.

Boundaries are words; the marks that belong to them are added at the very end, when
the words become a span.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from scorer.detectors.attributions.marks import span_of
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.sources import Row, bucket
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import load_choice, load_model
from scorer.types import Span

_TABLE: Final = "attribution_contents"
SIDES: Final = "rlb"  # right of source and cue, left of them, both
_AWAY: Final = 8  # words between the cue and what it introduces
_LONGEST: Final = 70  # words of a content within its sentence
_MOST: Final = 12  # candidates for an end
_LATER: Final = 4  # paragraphs over which a quotation may run on
_STARTERS: Final = frozenset({"that", "sub", "det", "pron", "to", "wh", "C"})
_TAILS: Final = frozenset({"conj", "and", "but", "prep", "wh", "sub", "day"})
_BEFORE: Final = frozenset({"that", "and", "but", "conj"})

Place = tuple[
    int, str
]  # a word where a content may start or end, and what sort of place


def find_content(around: Surroundings, head: int, unit: Words) -> Span | None:
    """Return the span of what was said; `unit` spans the source and its cue."""
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    best = "r"
    if unit.first > sentence.first:
        models = load_choice(_TABLE, "side", SIDES)
        values = side_values(around, head, unit)
        best = max(SIDES, key=lambda side: models[side].score(values))
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


def side_values(around: Surroundings, head: int, unit: Words) -> tuple[str, ...]:
    """Return what tells on which side of source and cue the content stands."""
    kinds, word = around.kinds, around.words[head]
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    first, last = unit
    before = "^" if first == sentence.first else around.gaps[first - 1]
    after = around.gaps[last - 1]
    if last == sentence.last:
        after = "$" + after
    order = "s" if head > first else "c"
    rest = bucket(sentence.last - last)
    return (
        f"{before} {after} {order}",
        f"{word} {before}",
        around.words[last],
        f"{kinds[first - 1]} {before}",
        f"{rest} {after}",
        f"{before} {around.gaps[sentence.last - 1]}",
        f"{before} {kinds[last]} {order}",
    )


def _quoted(around: Surroundings, i: int) -> bool:
    return 0 <= i < len(around.reading.words) and bool(around.reading.quoted[i])


def _right_start(around: Surroundings, unit: Words) -> int:
    places = right_starts(around, unit)
    rows = right_start_values(around, unit, places)
    return places[load_model(_TABLE, "right_start").best(rows)]


def right_starts(around: Surroundings, unit: Words) -> list[int]:
    """Return where a content on the right may start."""
    sentence = around.reading.sentences[around.reading.sentence_of[unit.last - 1]]
    found = [unit.last]
    for i in range(unit.last + 1, min(sentence.last, unit.last + _AWAY)):
        gap = around.gaps[i - 1]
        if (gap != " " or around.kinds[i] in _STARTERS) and gap[0] != "~":
            found.append(i)
    return found


def right_start_values(
    around: Surroundings, unit: Words, places: Sequence[int]
) -> list[Row]:
    """Return what the model asks about each first word of a content on the right."""
    words, kinds, gaps = around.words, around.kinds, around.gaps
    return [
        (
            f"{bucket(i - unit.last)} {gaps[i - 1]}",
            f"{kinds[i]} {gaps[i - 1]}",
            f"{kinds[i - 1]} {kinds[i]}",
            words[i - 1],
        )
        for i in places
    ]


def _right_end(around: Surroundings, head: int, start: int) -> int:
    places = right_ends(around, start) or [(start, "s")]
    rows = right_end_values(around, head, start, places)
    return places[load_model(_TABLE, "right_end").best(rows)][0]


def right_ends(around: Surroundings, start: int) -> list[Place]:
    """Return with which word, and at what kind of place, a content may end."""
    reading = around.reading
    number = reading.sentence_of[start]
    if number < 0:  # beyond the last line of the article's own
        return []
    sentence = reading.sentences[number]
    found: list[Place] = []
    ceiling = min(sentence.last, start + _LONGEST)
    for i in range(start, ceiling):
        if i == sentence.last - 1:
            found.append((i, "s"))
        elif around.gaps[i][0] == "~":
            continue
        elif around.gaps[i] != " " or around.kinds[i + 1] in _TAILS:
            found.append((i, "c"))
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


def right_end_values(
    around: Surroundings, head: int, start: int, places: Sequence[Place]
) -> list[Row]:
    """Return what the model asks about each last word of a content on the right."""
    words, kinds, of = around.words, around.kinds, around.words[head]
    opening = '"' in around.gaps[start - 1]
    rows: list[Row] = []
    for i, sort in places:
        gap = around.gaps[i].removesuffix("¶")
        follows = sort == "c"
        right = kinds[i + 1] if follows else sort
        closing = '"' in gap
        inside = _quoted(around, i) and _quoted(around, i + 1)
        row = (
            f"{gap} {words[i + 1] if follows else sort}",
            f"{opening:d}{closing:d}{inside:d} {gap} {sort}",
            f"{sort} {bucket(i - start)}",
            f"{of} {sort}",
            f"{min(3, around.commas(start, i))} {gap} {sort}",
            f"{kinds[start]} {sort} {gap}",
            f"{right} {kinds[i + 2]}",
            f"{kinds[i]} {right}",
        )
        rows.append(row)
    return rows


def _left(around: Surroundings, unit: Words) -> int:
    places = left_starts(around, unit.first)
    rows = left_start_values(around, unit, places)
    return places[load_model(_TABLE, "left_start").best(rows)][0]


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


def left_start_values(
    around: Surroundings, unit: Words, places: Sequence[Place]
) -> list[Row]:
    """Return what the model asks about each first word of a content on the left."""
    gaps, kinds = around.gaps, around.kinds
    before = gaps[unit.first - 1]
    closing = '"' in before
    rows: list[Row] = []
    for i, sort in places:
        gap = gaps[i - 1] if sort == "c" else sort
        opening = '"' in gaps[i - 1]
        row = (
            f"{sort} {opening:d}{closing:d} {bucket(unit.first - i)}",
            f"{gap} {kinds[i]}",
            f"{gap} {before}",
            f"{min(3, around.commas(i, unit.first - 1))} {gap}",
        )
        rows.append(row)
    return rows
