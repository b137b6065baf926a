"""How uncertain a whole sentence reads, which grades the cues in it.

A sentence that names and counts ("on 3 June, Lanner sold 40 boats") is surer than
a cue in it suggests; one full of "many", "often" and "possibly" is less so. All
cues of a sentence, its length, its capitals and its numbers are weighed at once.
"""

from collections.abc import Sequence
from itertools import repeat
from typing import Final

from scorer.detectors.hedges.cues import Candidate
from scorer.reading import Reading
from scorer.text.linear import sigmoid
from scorer.text.tables import load_table

DOUBTFUL: Final = ("modal", "evidential", "weasel")  # make a sentence uncertain
FINDING: Final = 0.5
_TABLE = load_table("hedges")["doubt"]
_WEIGHTS: Final[dict[str, float]] = _TABLE["weights"]
_BIAS: Final[float] = _TABLE["bias"]
_BY_SENTENCE: Final = 0.75  # how much the sentence has to say in a grade
_WORDS: Final = 8  # a step of length
_LENGTHS: Final = tuple(f"length {i}" for i in range(7))
_CAPITALS: Final = tuple(f"capitals {i}" for i in range(6))
_NUMBERS: Final = tuple(f"numbers {i}" for i in range(4))


def describe(reading: Reading, number: int, cues: Sequence[Candidate]) -> list[str]:
    """Name what tells how uncertain a sentence is: its shape and its cues."""
    _, first, last, _ = reading.sentences[number]
    size = last - first
    initials = reading.initials[first:last]
    capitals = initials.count(1, 1)  # the first word's says nothing
    names = [
        _LENGTHS[min(size // _WORDS, 6)],
        _CAPITALS[min(capitals * 10 // size, 5)],
        _NUMBERS[min(initials.count(2), 3)],
    ]
    for cue in cues:
        names += cue.features[:2]
    return names


def weigh(names: Sequence[str]) -> float:
    """Return the probability that a sentence so described is uncertain."""
    return sigmoid(_BIAS + sum(map(_WEIGHTS.get, names, repeat(0.0))))


def grade(own: float, doubt: float) -> float:
    """Return the weight of a cue, from its own and from its sentence's.

    Its own says whether it is a finding, its sentence how sure or how near.

    Example:
        >>> grade(1.0, 0.5), grade(0.25, 0.5)
        (0.8125, 0.21875)
    """
    mean = doubt * _BY_SENTENCE + own * (1 - _BY_SENTENCE)
    return FINDING + (1 - FINDING) * mean if own >= FINDING else FINDING * mean
