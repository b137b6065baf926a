"""Cues: the words that tell that somebody said, thought or showed something.

A table of words gives the candidates, a linear model over their neighbourhood
tells the cues among them, and two more draw the words beside them in ("has also
said", "said in a statement").
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import load_model
from scorer.text.tables import load_table

_TABLE: Final = "attribution_cues"
WEAKEST: Final = 0.35  # below this a candidate is not worth its spans
_LONGEST: Final = 8  # words that a cue may reach beyond its head, on either side
_NEAR: Final = 4  # words within which a quotation mark tells of a statement


@cache
def _heads() -> dict[str, str]:
    """Return the words that may be a cue, with the stem that their forms share."""
    heads: dict[str, str] = load_table(_TABLE)["heads"]
    return heads


def find_cues(around: Surroundings) -> Iterator[tuple[int, float]]:
    """Yield the head of each likely cue and the probability that it is one."""
    model, heads = load_model(_TABLE, "head"), _heads()
    for i in around.reading.where(heads):
        weight = model.probability(head_values(around, i, heads[around.words[i]]))
        if weight >= WEAKEST:
            yield i, weight


def head_values(around: Surroundings, i: int, stem: str) -> tuple[str, ...]:
    """Return what the model asks about a candidate."""
    words, gaps, kinds = around.words, around.gaps, around.kinds
    sentence = around.reading.sentences[around.reading.sentence_of[i]]
    start, rest = i - sentence.first, sentence.last - i - 1
    left = kinds[i - 1] if start else "^"
    before = gaps[i - 1] if i else "¶"
    marks = "b" if '"' in "".join(gaps[max(0, i - _NEAR) : i]) else ""
    if '"' in "".join(gaps[i : i + _NEAR]):
        marks += "a"
    quoted = "q" if around.reading.quoted[i] else ""
    return (
        words[i],
        f"{before}{stem}{gaps[i]}",
        words[i - 1],
        words[i + 1],
        f"{kinds[i - 2]} {left}",
        f"{quoted}{marks}{words[i][-2:]}",
        f"{min(start, 4)} {min(rest, 4)}",
        f"{stem} {words[i + 1]}",
        f"{stem}{marks}",
    )


def cue_of(around: Surroundings, head: int) -> Words:
    """Return the words of the cue around its head."""
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    left, right = load_model(_TABLE, "left"), load_model(_TABLE, "right")
    first, last = head, head + 1
    end = min(sentence.last, head + 1 + _LONGEST)
    while last < end and right.score(right_values(around, head, last)) > 0:
        last += 1
    start = max(sentence.first, head - _LONGEST)
    while (
        first > start
        and (first - 1 == sentence.first or not around.capital[first - 1])
        and left.score(left_values(around, head, first)) > 0
    ):
        first -= 1
    return Words(first, last)


def left_values(around: Surroundings, head: int, first: int) -> tuple[str, ...]:
    """Return what tells whether the word before `first` belongs to the cue."""
    i, word, kinds = first - 1, around.words[first - 1], around.kinds
    return (
        word,
        f"{word} {around.words[head]}",
        f"{word} {around.words[first]}",
        f"{kinds[i]} {kinds[i - 1]}",
        around.gaps[i],
        str(head - first),
    )


def right_values(around: Surroundings, head: int, last: int) -> tuple[str, ...]:
    """Return what tells whether the word `last` belongs to the cue."""
    word, kinds, of = around.words[last], around.kinds, around.words[head]
    return (
        word,
        f"{of} {word}",
        f"{kinds[last]} {kinds[last + 1]}",
        around.gaps[last - 1],
        str(last - head),
        f"{word} {around.words[last + 1]}",
        of,
        f"{of} {around.words[last - 1]} {word}",
    )
