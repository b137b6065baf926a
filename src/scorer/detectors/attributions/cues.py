"""Cues: the words that tell that somebody said, thought or showed something.

A table of words gives the candidates, a linear model over their neighbourhood
tells the cues among them, and two more draw the words beside them in ("has also
said", "said in a statement").
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from scorer.detectors.attributions.cue_weights import (
    head_scores,
    is_subject,
    left_score,
    right_score,
)
from scorer.detectors.attributions.hearsay import TALK, is_rumour
from scorer.detectors.attributions.inversion import SAYING, is_told
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import probability, score_of
from scorer.text.tables import load_table

_TABLE: Final = "attribution_cues"
WEAKEST: Final = 0.28  # below this a candidate is not worth its spans
_LEAST: Final = score_of(WEAKEST)
_TOLD: Final = 0.6  # for what only the shape of the sentence tells
_HALVES: Final = frozenset({"back", "out"})
_STRIKING: Final = frozenset(
    {"shot", "fired", "fires", "hit", "hits", "lashed", "lashes", "pushed", "pushes"}
    | {"struck", "clapped", "claps", "fought", "called", "calls"}
)
_LONGEST: Final = 8  # words that a cue may reach beyond its head, on either side


@cache
def _heads() -> dict[str, str]:
    """Return the words that may be a cue, with the stem that their forms share."""
    return {**{word: word for word in TALK}, **load_table(_TABLE)["heads"]}


def find_cues(around: Surroundings) -> Iterator[tuple[int, float]]:
    """Yield the head of each likely cue and the probability that it is one."""
    heads, words = _heads(), around.words
    places = around.reading.where(heads)
    for i, score in zip(places, head_scores(around, places, heads), strict=True):
        if score >= _LEAST:
            yield i, probability(score)
        elif is_rumour(around, i) or (words[i] in SAYING and is_told(around, i)):
            yield i, _TOLD


def cue_of(around: Surroundings, head: int) -> Words:
    """Return the words of the cue around its head."""
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    first, last = head - _is_phrasal(around, head), head + 1
    end = min(sentence.last, head + 1 + _LONGEST)
    while last < end and right_score(around, head, last) > 0:
        last += 1
    start = max(sentence.first, head - _LONGEST)
    while (
        first > start
        and (first - 1 == sentence.first or not around.capital[first - 1])
        and not is_subject(around, head, first)
        and left_score(around, head, first) > 0
    ):
        first -= 1
    return Words(first, last)


def _is_phrasal(around: Surroundings, head: int) -> bool:
    """Tell a verb from its second half: "fired back", "lashed out"."""
    words = around.words
    return words[head] in _HALVES and words[head - 1] in _STRIKING
