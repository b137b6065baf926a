"""Find phrases through a table of their first words that are not common ones.

Looking words up costs the same for ten phrases as for ten thousand; a regular
expression of alternatives grows with their number (0.7 ms for 50, 38 ms for
3,000 in an article of 6.7 kB).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

# Words too frequent to look a phrase up by: nine in ten of their places are in vain.
_COMMON_WORDS = """
a an and are as at be been but by for from had has have he her his i in is it its not
of on or she that the their there they this to was we were who with
"""
_COMMON = frozenset(_COMMON_WORDS.split())


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it stands for.

    Example:
        >>> hedges = Phrases({"may": 1, "may well": 2})
        >>> list(hedges.find("it may well rain".split()))
        [(1, 3, 2)]
    """

    def __init__(self, entries: Mapping[str, T]) -> None:
        """Index `entries` (words separated by one blank, in lower case)."""
        self._table: dict[str, list[tuple[list[str], list[str], T]]] = {}
        for phrase, value in entries.items():
            words = phrase.split(" ")
            anchor = next((i for i, w in enumerate(words) if w not in _COMMON), 0)
            entry = (words[:anchor], words[anchor + 1 :], value)
            self._table.setdefault(words[anchor], []).append(entry)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Yield (first word, the one after the last, value); never overlapping.

        Of two that overlap, the one that begins first is found, else the longer.
        """
        table = self._table
        found: list[tuple[int, int, T]] = []
        for i in [i for i, word in enumerate(words) if word in table]:
            for before, after, value in table[words[i]]:
                first, last = i - len(before), i + 1 + len(after)
                if (not after or words[i + 1 : last] == after) and (
                    not before or (first >= 0 and words[first:i] == before)
                ):
                    found.append((first, -last, value))
        found.sort(key=_place)
        at = 0
        for first, end, value in found:
            if first >= at:
                at = -end
                yield first, at, value


def _place(match: tuple[int, int, object]) -> tuple[int, int]:
    return match[:2]
