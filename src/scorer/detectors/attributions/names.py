"""Abbreviations that a text introduces in brackets: "Port Board of Lund (PBL)"."""

from bisect import bisect_left
from typing import Final

from scorer.detectors.attributions.surroundings import Surroundings

_LONGEST: Final = 8  # letters of an abbreviation
_SMALL: Final = frozenset({"of", "for", "the", "and", "on", "in", "to"})


def abbreviations(around: Surroundings) -> dict[str, tuple[str, ...]]:
    """Return what each abbreviation that stands in brackets is short for."""
    plain, starts = around.reading.plain, around.reading.starts
    found: dict[str, tuple[str, ...]] = {}
    at = plain.find(" (")
    while at >= 0:
        i = bisect_left(starts, at)
        word = around.words[i]
        end = starts[i] + len(word) if i < len(starts) else 0
        if 1 < len(word) <= _LONGEST and plain[end : end + 1] == ")" and i:
            name = _spelled(around, i, word)
            if name:
                found.setdefault(word, name)
        at = plain.find(" (", at + 2)
    return found


def _spelled(around: Surroundings, i: int, letters: str) -> tuple[str, ...]:
    """Return the words before word `i` whose initials are `letters`."""
    words, left, first = around.words, len(letters), i
    while left and first > 0 and i - first < 2 * len(letters):
        first -= 1
        if words[first][:1] == letters[left - 1]:
            left -= 1
        elif words[first] not in _SMALL:
            return ()
    return tuple(w for w in words[first:i] if w != "the") if not left else ()
