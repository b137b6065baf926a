"""Cues: the words that may tell that somebody said something."""

from collections.abc import Iterator
from typing import Final

from scorer.detectors.attributions.parts import Words
from scorer.reading import Reading
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_CUES: Final = frozenset(_TABLE["cues"]) | {"according"}
_AUXILIARIES: Final = frozenset(_TABLE["auxiliaries"])


def find_cues(reading: Reading) -> Iterator[tuple[int, Words]]:
    """Yield the head and the extent of each cue, in order."""
    words = reading.words
    for i in reading.where(_CUES):
        if words[i] == "according":
            if words[i + 1 : i + 2] == ["to"]:
                yield i, Words(i, i + 2)
            continue
        first = i
        while first and words[first - 1] in _AUXILIARIES and _joined(reading, first):
            first -= 1
        yield i, Words(first, i + 1)


def _joined(reading: Reading, i: int) -> bool:
    return reading.gap(i - 1) == " "
