"""What tells where a source stands, and where it starts and ends.

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

_TABLE: Final = "attribution_sources"
SIDES: Final = "lLrR-"


# Where a source may stand: `l` or `r` beside the cue, `L` or `R` further off, `-`
# nobody; and its last word on the left, its first on the right.
Anchor = tuple[str, int]


def anchor_values(around: Surroundings, head: int, cue: Words, anchor: Anchor) -> Row:
    """Return what the model asks about a place for the source, its side before all."""
    values = side_values(around, head, cue) + place_values(around, cue, anchor)
    return tuple(APART.join((anchor[0], value)) for value in values)


def side_values(around: Surroundings, head: int, cue: Words) -> Row:
    """Return what is the same for every place on one side of a cue."""
    gaps, kinds = around.gaps, around.kinds
    sentence = around.reading.sentences[around.reading.sentence_of[cue.first]]
    before = "^" if cue.first == sentence.first else gaps[cue.first - 1]
    return (
        APART.join((before, gaps[cue.last - 1])),
        APART.join((kinds[cue.first - 1], kinds[cue.last])),
        APART.join((around.words[head], before)),
    )


def place_values(around: Surroundings, cue: Words, anchor: Anchor) -> Row:
    """Return what is a place's own."""
    side, i = anchor
    gaps, kinds = around.gaps, around.kinds
    return (
        kinds[i],
        APART.join((gaps[i], kinds[i + 1])),
        bucket(cue.first - i if side in "lL" else i - cue.last),
        APART.join((gaps[i - 1], around.words[i - 1])),
    )


def anchor_scores(
    around: Surroundings, head: int, cue: Words, places: Sequence[Anchor]
) -> list[int]:
    """Return the sum of the weights of `anchor_values` of each place."""
    options, sides = load_choice(_TABLE, "anchor", SIDES), {}
    words, gaps, kinds = around.words, around.gaps, around.kinds
    first, last = cue
    sentence = around.reading.sentences[around.reading.sentence_of[first]]
    before = "^" if first == sentence.first else gaps[first - 1]
    scores = []
    for side, i in places:
        marks, around_cue, heads, own, after, sizes, leads = options[side]
        if side not in sides:  # what is the same for every place on one side
            sides[side] = (
                marks.get(before, NONE).get(gaps[last - 1], 0)
                + around_cue.get(kinds[first - 1], NONE).get(kinds[last], 0)
                + heads.get(words[head], NONE).get(before, 0)
            )
        score = (
            sides[side]
            + own.get(kinds[i], 0)
            + after.get(gaps[i], NONE).get(kinds[i + 1], 0)
            + sizes.get(bucket(first - i if side in "lL" else i - last), 0)
            + leads.get(gaps[i - 1], NONE).get(words[i - 1], 0)
        )
        scores.append(score)
    return scores


def start_values(around: Surroundings, last: int, places: Sequence[int]) -> list[Row]:
    """Return what the model asks about each first word that a source may have."""
    words, kinds, gaps = around.words, around.kinds, around.gaps
    sentence = around.reading.sentences[around.reading.sentence_of[last]]
    rows: list[Row] = []
    for i in places:
        first, kind = i == sentence.first, kinds[i]
        gap = "^" if first else gaps[i - 1]
        left = "^" if first else kinds[i - 1]
        commas = FEW[min(3, around.commas(i, last))]
        verbs = FEW[around.verbal(i + 1, last + 1)]
        row = (
            words[i],
            APART.join((gap, left)),
            APART.join((left, kind)),
            APART.join((bucket(last - i), kind)),
            APART.join((gap, gaps[last], commas)),
            APART.join((verbs, commas, left)),
        )
        rows.append(row)
    return rows


def start_scores(around: Surroundings, last: int, places: Sequence[int]) -> list[int]:
    """Return the sum of the weights of each row of `start_values`."""
    own, lefts, classes, sizes, marks, shapes = load_tables(_TABLE, "start")
    words, kinds, gaps = around.words, around.kinds, around.gaps
    start = around.reading.sentences[around.reading.sentence_of[last]].first
    end, scores = gaps[last], []
    for i in places:
        kind = kinds[i]
        gap, left = ("^", "^") if i == start else (gaps[i - 1], kinds[i - 1])
        commas = FEW[min(3, around.commas(i, last))]
        verbs = FEW[around.verbal(i + 1, last + 1)]
        score = (
            own.get(words[i], 0)
            + lefts.get(gap, NONE).get(left, 0)
            + classes.get(left, NONE).get(kind, 0)
            + sizes.get(bucket(last - i), NONE).get(kind, 0)
            + marks.get(gap, NONE).get(end, NONE).get(commas, 0)
            + shapes.get(verbs, NONE).get(commas, NONE).get(left, 0)
        )
        scores.append(score)
    return scores


def end_values(around: Surroundings, first: int, places: Sequence[int]) -> list[Row]:
    """Return what the model asks about each last word that a source may have."""
    words, kinds = around.words, around.kinds
    sentence = around.reading.sentences[around.reading.sentence_of[first]]
    rows: list[Row] = []
    for i in places:
        gap = "$" if i == sentence.last - 1 else around.gaps[i]
        right = kinds[i + 1]
        row = (
            APART.join((gap, words[i + 1])),
            APART.join((kinds[i], gap, right)),
            APART.join((bucket(i - first), gap)),
            APART.join((kinds[first], kinds[i])),
            APART.join((FEW[min(3, around.commas(first, i))], right)),
            APART.join((words[first - 1], gap)),
            APART.join((FEW[around.verbal(first + 1, i + 1)], right)),
        )
        rows.append(row)
    return rows


def end_scores(around: Surroundings, first: int, places: Sequence[int]) -> list[int]:
    """Return the sum of the weights of each row of `end_values`."""
    after, classes, sizes, pairs, marks, earlier, shapes = load_tables(_TABLE, "end")
    words, kinds, gaps = around.words, around.kinds, around.gaps
    end = around.reading.sentences[around.reading.sentence_of[first]].last - 1
    pairs, earlier = pairs.get(kinds[first], NONE), earlier.get(words[first - 1], NONE)
    scores = []
    for i in places:
        gap, right = "$" if i == end else gaps[i], kinds[i + 1]
        commas = FEW[min(3, around.commas(first, i))]
        verbs = FEW[around.verbal(first + 1, i + 1)]
        score = (
            after.get(gap, NONE).get(words[i + 1], 0)
            + classes.get(kinds[i], NONE).get(gap, NONE).get(right, 0)
            + sizes.get(bucket(i - first), NONE).get(gap, 0)
            + pairs.get(kinds[i], 0)
            + marks.get(commas, NONE).get(right, 0)
            + earlier.get(gap, 0)
            + shapes.get(verbs, NONE).get(right, 0)
        )
        scores.append(score)
    return scores
