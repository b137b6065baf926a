"""What tells where a content starts and ends, and on which side it stands.

Each model has its questions twice: as `*_values`, by which its weights are learned
and stand in the table, and as `*_scores`, which add the weights up.
"""

from collections.abc import Sequence
from typing import Final

from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.steps import FEW, bucket
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import (
    APART,
    NONE,
    Row,
    load_choice,
    load_tables,
)

_TABLE: Final = "attribution_contents"
SIDES: Final = "rlb"  # right of source and cue, left of them, both

# A word where a content may start or end, and what sort of place it is.
Place = tuple[int, str]


def side_values(around: Surroundings, head: int, unit: Words) -> Row:
    """Return what tells on which side of source and cue the content stands."""
    kinds, word, last = around.kinds, around.words[head], unit.last
    before, after, order, rest, end = _borders(around, head, unit)
    return (
        APART.join((before, after, order)),
        APART.join((word, before)),
        around.words[last],
        APART.join((kinds[unit.first - 1], before)),
        APART.join((rest, after)),
        APART.join((before, end)),
        APART.join((before, kinds[last], order)),
    )


def best_side(around: Surroundings, head: int, unit: Words) -> str:
    """Return the side whose weights of `side_values` add up highest."""
    kinds, word, last = around.kinds, around.words[head], unit.last
    before, after, order, rest, end = _borders(around, head, unit)
    left, right = kinds[unit.first - 1], kinds[last]
    options = load_choice(_TABLE, "side", SIDES)
    scores = [
        marks.get(before, NONE).get(after, NONE).get(order, 0)
        + pairs.get(word, NONE).get(before, 0)
        + later.get(around.words[last], 0)
        + classes.get(left, NONE).get(before, 0)
        + sizes.get(rest, NONE).get(after, 0)
        + ends.get(before, NONE).get(end, 0)
        + orders.get(before, NONE).get(right, NONE).get(order, 0)
        for marks, pairs, later, classes, sizes, ends, orders in options.values()
    ]
    return SIDES[scores.index(max(scores))]


def _borders(around: Surroundings, head: int, unit: Words) -> Row:
    """Return what stands at both ends of source and cue, and their order.

    The marks before and after, `s` where the source stands first, how much of the
    sentence is left, and the marks that end it.
    """
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    first, last = unit
    before = "^" if first == sentence.first else around.gaps[first - 1]
    after = around.gaps[last - 1]
    if last == sentence.last:
        after = "$" + after
    order = "s" if head > first else "c"
    return (
        before,
        after,
        order,
        bucket(sentence.last - last),
        around.gaps[sentence.last - 1],
    )


def right_start_values(
    around: Surroundings, unit: Words, places: Sequence[int]
) -> list[Row]:
    """Return what the model asks about each first word of a content on the right."""
    words, kinds, gaps = around.words, around.kinds, around.gaps
    return [
        (
            APART.join((bucket(i - unit.last), gaps[i - 1])),
            APART.join((gaps[i - 1], kinds[i])),
            APART.join((kinds[i - 1], kinds[i])),
            words[i - 1],
        )
        for i in places
    ]


def right_start_scores(
    around: Surroundings, unit: Words, places: Sequence[int]
) -> list[int]:
    """Return the sum of the weights of each row of `right_start_values`."""
    sizes, classes, pairs, earlier = load_tables(_TABLE, "right_start")
    words, kinds, gaps, end = around.words, around.kinds, around.gaps, unit.last
    return [
        sizes.get(bucket(i - end), NONE).get(gaps[i - 1], 0)
        + classes.get(gaps[i - 1], NONE).get(kinds[i], 0)
        + pairs.get(kinds[i - 1], NONE).get(kinds[i], 0)
        + earlier.get(words[i - 1], 0)
        for i in places
    ]


def right_end_values(
    around: Surroundings, head: int, start: int, places: Sequence[Place]
) -> list[Row]:
    """Return what the model asks about each last word of a content on the right."""
    words, kinds, of = around.words, around.kinds, around.words[head]
    opening = _yes('"' in around.gaps[start - 1])
    rows: list[Row] = []
    for i, sort in places:
        gap = around.gaps[i].removesuffix("¶")
        follows = sort == "c"
        right = kinds[i + 1] if follows else sort
        row = (
            APART.join((gap, words[i + 1] if follows else sort)),
            APART.join((opening, _marks(around, i, gap), gap, sort)),
            APART.join((sort, bucket(i - start))),
            APART.join((of, sort)),
            APART.join((FEW[min(3, around.commas(start, i))], gap, sort)),
            APART.join((kinds[start], sort, gap)),
            APART.join((right, kinds[i + 2])),
            APART.join((kinds[i], right)),
        )
        rows.append(row)
    return rows


def right_end_scores(
    around: Surroundings, head: int, start: int, places: Sequence[Place]
) -> list[int]:
    """Return the sum of the weights of each row of `right_end_values`."""
    after, flags, sizes, heads, commas, openers, classes, pairs = load_tables(
        _TABLE, "right_end"
    )
    words, kinds, counted = around.words, around.kinds, around.commas
    opening = _yes('"' in around.gaps[start - 1])
    flags, openers = flags.get(opening, NONE), openers.get(kinds[start], NONE)
    heads, scores = heads.get(words[head], NONE), []
    for i, sort in places:
        gap, kind = around.gaps[i].removesuffix("¶"), kinds[i]
        follows = sort == "c"
        right = kinds[i + 1] if follows else sort
        marks = _marks(around, i, gap)
        score = (
            after.get(gap, NONE).get(words[i + 1] if follows else sort, 0)
            + flags.get(marks, NONE).get(gap, NONE).get(sort, 0)
            + sizes.get(sort, NONE).get(bucket(i - start), 0)
            + heads.get(sort, 0)
            + commas.get(FEW[min(3, counted(start, i))], NONE)
            .get(gap, NONE)
            .get(sort, 0)
            + openers.get(sort, NONE).get(gap, 0)
            + classes.get(right, NONE).get(kinds[i + 2], 0)
            + pairs.get(kind, NONE).get(right, 0)
        )
        scores.append(score)
    return scores


def left_start_values(
    around: Surroundings, unit: Words, places: Sequence[Place]
) -> list[Row]:
    """Return what the model asks about each first word of a content on the left."""
    gaps, kinds = around.gaps, around.kinds
    before = gaps[unit.first - 1]
    closing = _yes('"' in before)
    rows: list[Row] = []
    for i, sort in places:
        gap = gaps[i - 1] if sort == "c" else sort
        marks = _yes('"' in gaps[i - 1]) + closing
        row = (
            APART.join((sort, marks, bucket(unit.first - i))),
            APART.join((gap, kinds[i])),
            APART.join((gap, before)),
            APART.join((FEW[min(3, around.commas(i, unit.first - 1))], gap)),
        )
        rows.append(row)
    return rows


def left_start_scores(
    around: Surroundings, unit: Words, places: Sequence[Place]
) -> list[int]:
    """Return the sum of the weights of each row of `left_start_values`."""
    flags, classes, pairs, commas = load_tables(_TABLE, "left_start")
    gaps, kinds, counted = around.gaps, around.kinds, around.commas
    before, end = gaps[unit.first - 1], unit.first
    closing, scores = _yes('"' in before), []
    for i, sort in places:
        gap = gaps[i - 1] if sort == "c" else sort
        marks = _yes('"' in gaps[i - 1]) + closing
        score = (
            flags.get(sort, NONE).get(marks, NONE).get(bucket(end - i), 0)
            + classes.get(gap, NONE).get(kinds[i], 0)
            + pairs.get(gap, NONE).get(before, 0)
            + commas.get(FEW[min(3, counted(i, end - 1))], NONE).get(gap, 0)
        )
        scores.append(score)
    return scores


def _marks(around: Surroundings, i: int, gap: str) -> str:
    """Tell whether a quotation ends behind a word, and whether it stands within one."""
    quoted, last = around.reading.quoted, len(around.reading.words) - 1
    inside = 0 <= i < last and quoted[i] and quoted[i + 1]
    return ("11" if inside else "10") if '"' in gap else ("01" if inside else "00")


def _yes(told: bool) -> str:  # noqa: FBT001 - it is what is told
    return "1" if told else "0"
