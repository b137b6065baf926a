"""What tells a cue by its neighbourhood, and which words beside it belong to it.

Each model has its questions twice: as `*_values`, by which its weights are learned
and stand in the table, and as `*_score`, which adds the weights up.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from scorer.detectors.attributions.inversion import SAYING
from scorer.detectors.attributions.steps import FEW
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import (
    APART,
    NONE,
    Row,
    load_bias,
    load_tables,
)

_TABLE: Final = "attribution_cues"
_NEAR: Final = 4  # words within which a quotation mark tells of a statement


def head_values(around: Surroundings, i: int, stem: str) -> Row:
    """Return what the model asks about a candidate."""
    words, gaps, kinds, reading = (
        around.words,
        around.gaps,
        around.kinds,
        around.reading,
    )
    _, first, last, _ = reading.sentences[reading.sentence_of[i]]
    left = kinds[i - 1] if i > first else "^"
    before = gaps[i - 1] if i else "¶"
    marks = _marks(around, i)
    return (
        words[i],
        APART.join((stem, before, gaps[i])),
        words[i - 1],
        words[i + 1],
        APART.join((kinds[i - 2], left)),
        APART.join((marks, words[i][-2:])),
        APART.join((FEW[min(_NEAR, i - first)], FEW[min(_NEAR, last - i - 1)])),
        APART.join((stem, words[i + 1])),
        APART.join((stem, marks)),
    )


def head_scores(
    around: Surroundings, places: Sequence[int], stems: Mapping[str, str]
) -> list[int]:
    """Return the sum of the weights of `head_values` of each candidate."""
    own, marked, earlier, later, classes, endings, spots, pairs, quotes = load_tables(
        _TABLE, "head"
    )
    bias = load_bias(_TABLE, "head")
    words, gaps, kinds, reading = (
        around.words,
        around.gaps,
        around.kinds,
        around.reading,
    )
    sentences, sentence_of = reading.sentences, reading.sentence_of
    scores = []
    for i in places:
        word, after, marks = words[i], words[i + 1], _marks(around, i)
        stem = stems[word]
        _, first, last, _ = sentences[sentence_of[i]]
        left = kinds[i - 1] if i > first else "^"
        before = gaps[i - 1] if i else "¶"
        score = (
            bias
            + own.get(word, 0)
            + marked.get(stem, NONE).get(before, NONE).get(gaps[i], 0)
            + earlier.get(words[i - 1], 0)
            + later.get(after, 0)
            + classes.get(kinds[i - 2], NONE).get(left, 0)
            + endings.get(marks, NONE).get(word[-2:], 0)
            + spots.get(FEW[min(_NEAR, i - first)], NONE).get(
                FEW[min(_NEAR, last - i - 1)], 0
            )
            + pairs.get(stem, NONE).get(after, 0)
            + quotes.get(stem, NONE).get(marks, 0)
        )
        scores.append(score)
    return scores


_SMALL: Final = frozenset({"have", "be", "modal", "do", "adv", "not", "to", "ly"})
_NO_ADVERBS: Final = frozenset({"family", "assembly", "ally", "elderly", "daily"})


def _marks(around: Surroundings, i: int) -> str:
    """Tell of quotation marks: `q` around a word, `b` before it, `a` after it."""
    marks = around.quotes
    at = bisect_left(marks, i)
    said = "q" if around.reading.quoted[i] else ""
    if at and marks[at - 1] >= i - _NEAR:
        said += "b"
    if at < len(marks) and marks[at] < i + _NEAR:
        said += "a"
    return said


def left_values(around: Surroundings, head: int, first: int) -> Row:
    """Return what tells whether the word before `first` belongs to the cue."""
    i, word, kinds = first - 1, around.words[first - 1], around.kinds
    return (
        word,
        APART.join((around.words[head], word)),
        APART.join((word, around.words[first])),
        APART.join((kinds[i], kinds[i - 1])),
        around.gaps[i],
        str(head - first),
    )


def is_subject(around: Surroundings, head: int, first: int) -> bool:
    """Tell whether the word before `first` ends who speaks: "the principal said"."""
    i, word = first - 1, around.words[first - 1]
    if around.kinds[i] in _SMALL and word not in _NO_ADVERBS:
        return False
    own, pairs, *_ = load_tables(_TABLE, "left")
    known = own.get(word, 0) + pairs.get(around.words[head], NONE).get(word, 0)
    return known <= 0 or around.words[head] in SAYING


def left_score(around: Surroundings, head: int, first: int) -> int:
    """Return the sum of the weights of `left_values`."""
    own, pairs, neighbours, classes, gaps, sizes = load_tables(_TABLE, "left")
    words, kinds, i = around.words, around.kinds, first - 1
    word = words[i]
    score: int = (
        load_bias(_TABLE, "left")
        + own.get(word, 0)
        + pairs.get(words[head], NONE).get(word, 0)
        + neighbours.get(word, NONE).get(words[first], 0)
        + classes.get(kinds[i], NONE).get(kinds[i - 1], 0)
        + gaps.get(around.gaps[i], 0)
        + sizes.get(str(head - first), 0)
    )
    return score


def right_values(around: Surroundings, head: int, last: int) -> Row:
    """Return what tells whether the word `last` belongs to the cue."""
    word, kinds, of = around.words[last], around.kinds, around.words[head]
    return (
        word,
        APART.join((of, word)),
        APART.join((kinds[last], kinds[last + 1])),
        around.gaps[last - 1],
        str(last - head),
        APART.join((word, around.words[last + 1])),
        of,
        APART.join((of, around.words[last - 1], word)),
    )


def right_score(around: Surroundings, head: int, last: int) -> int:
    """Return the sum of the weights of `right_values`."""
    own, pairs, classes, gaps, sizes, neighbours, heads, triples = load_tables(
        _TABLE, "right"
    )
    words, kinds = around.words, around.kinds
    word, of = words[last], words[head]
    score: int = (
        load_bias(_TABLE, "right")
        + own.get(word, 0)
        + pairs.get(of, NONE).get(word, 0)
        + classes.get(kinds[last], NONE).get(kinds[last + 1], 0)
        + gaps.get(around.gaps[last - 1], 0)
        + sizes.get(str(last - head), 0)
        + neighbours.get(word, NONE).get(words[last + 1], 0)
        + heads.get(of, 0)
        + triples.get(of, NONE).get(words[last - 1], NONE).get(word, 0)
    )
    return score
