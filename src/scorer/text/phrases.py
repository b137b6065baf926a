"""Find phrases through a table of their first words that are not common ones.

Looking words up costs the same for ten phrases as for ten thousand; a regular
expression of alternatives grows with their number (0.7 ms for 50, 38 ms for
3,000 in an article of 6.7 kB).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import Generic, TypeVar

T = TypeVar("T")

# Words too frequent to look a phrase up by: nine in ten of their places are in vain.
_COMMON_WORDS = """
a an and are as at be been but by for from had has have he her his i in is it its not
of on or she that the their there they this to was we were who with about all also
can do if just more no one out so up what when will would
"""
_PLACE = itemgetter(0, 1)  # of a match: where it begins and ends
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
        self._alone: dict[str, T] = {}
        self._joined: dict[str, dict[str, list[tuple[int, list[str], T]]]] = {}
        for phrase, value in entries.items():
            words = phrase.split(" ")
            if len(words) == 1:
                self._alone[phrase] = value
                continue
            anchor = next((i for i, w in enumerate(words) if w not in _COMMON), 0)
            neighbour = words[anchor - 1 if anchor == len(words) - 1 else anchor + 1]
            tails = self._joined.setdefault(words[anchor], {})
            tails.setdefault(neighbour, []).append((anchor, words, value))
        self.anchors = frozenset(self._alone.keys() | self._joined.keys())

    def find(
        self, words: Sequence[str], places: Iterable[int] | None = None
    ) -> Iterator[tuple[int, int, T]]:
        """Yield (first word, the one after the last, value); never overlapping.

        Of two that overlap, the one that begins first is found, else the longer.

        Args:
            words: The words to look through.
            places: Where one of the `anchors` stands, and others perhaps, if the
                caller has looked already.
        """
        if places is None:
            known = map(self.anchors.__contains__, words)
            places = compress(range(len(words)), known)
        found = self._matches(words, places)
        found.sort(key=_PLACE)
        at = 0
        for first, last, value in found:
            if first >= at:
                at = -last
                yield first, at, value

    def _matches(
        self, words: Sequence[str], places: Iterable[int]
    ) -> list[tuple[int, int, T]]:
        """Return every match, its end negated so that of two the longer sorts first."""
        alone, joined = self._alone, self._joined
        found: list[tuple[int, int, T]] = []
        end = len(words) - 1
        for i in places:
            word = words[i]
            if word in alone:
                found.append((i, -i - 1, alone[word]))
            if tails := joined.get(word):
                if i < end and (near := tails.get(words[i + 1])):
                    found += _fitting(words, i, near)
                if i and (near := tails.get(words[i - 1])):
                    found += _fitting(words, i, near)
        return found


def _fitting(
    words: Sequence[str], i: int, near: list[tuple[int, list[str], T]]
) -> Iterator[tuple[int, int, T]]:
    for anchor, phrase, value in near:
        first = i - anchor
        last = first + len(phrase)
        if first >= 0 and words[first:last] == phrase:
            yield first, -last, value
