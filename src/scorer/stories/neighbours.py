"""Find pairs of articles that may tell one story, without comparing all pairs.

Each article asks an index of its rarest, heaviest words who else has them. A list of
the index holds only the latest articles, in order of their days, so that one article
costs the same in a batch of any size, also where thousands share their words on
purpose.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import Final, NamedTuple

from scorer.stories.terms import Vector, product

ASKED: Final = 30  # words of an article that are looked up
WINDOW: Final = 150  # articles kept under a word
_CANDIDATES: Final = 60  # compared in full
_HINT: Final = 0.02  # product over the looked-up words that is worth comparing
FOLLOWS: Final = 0.6  # likeness from which an article is all but the same
_NEAR: Final = 0.04  # likeness below which two articles are nothing to each other
DAYS: Final = 5  # between the mean days of two groups that may be one
_REACH: Final = 2 * DAYS  # between two articles that are compared
_SOMEDAY: Final = 1 << 32  # after every day: that of articles without one


class Pair(NamedTuple):
    """Two articles by their number, the lower first, and how alike they are."""

    one: int
    other: int
    likeness: float


# An article under one of its words: its number, the word's weight in it, and its day.
# A named tuple would be looked at anew whenever unused objects are looked for.
Entry = tuple[int, float, int]


class Index:
    """Who has a word among its heaviest, the latest of them."""

    def __init__(self) -> None:
        """Start with no articles."""
        # A list is a fifth of a deque, and most words are those of a few articles.
        self._lists: dict[str, list[Entry]] = defaultdict(list)
        self.overflows = 0

    def ask(self, vector: Mapping[str, float], since: int = 0) -> list[int]:
        """Return the articles that share the most with this one's heaviest words.

        Args:
            vector: The words, the heaviest first.
            since: The first day of those wanted.
        """
        shared: dict[int, float] = defaultdict(float)
        for word, weight in islice(vector.items(), ASKED):
            for number, theirs, day in reversed(self._lists.get(word, ())):
                if day < since:
                    break
                shared[number] += weight * theirs
        hinted = [(p, number) for number, p in shared.items() if p >= _HINT]
        return [number for _, number in nlargest(_CANDIDATES, hinted)]

    def add(
        self,
        number: int,
        vector: Mapping[str, float],
        day: int = _SOMEDAY,
        since: int = 0,
    ) -> None:
        """Enter an article under its heaviest words, later than all of earlier days.

        What goes for it is told of only where it is of the days wanted.
        """
        for word, weight in islice(vector.items(), ASKED):
            entries = self._lists[word]
            entries.append((number, weight, day))
            if len(entries) > WINDOW:
                _, _, gone = entries.pop(0)
                self.overflows += gone >= since


def find_pairs(
    vectors: Sequence[Vector],
    days: Sequence[int | None],
    index: Index,
    followers: dict[int, int],
) -> Iterator[Pair]:
    """Yield the pairs worth clustering, day by day; those without a day come last.

    An article that is all but the same as an earlier one follows it and is not entered
    itself: a flood of near copies then costs no more than as many look-ups.

    Args:
        vectors: One for each article, the heaviest words first.
        days: When each was published, where that is known.
        index: An empty one; it tells afterwards whether its lists ran over.
        followers: Takes down whom each follower follows.
    """
    known = [_SOMEDAY if day is None else day for day in days]
    for number in sorted(range(len(known)), key=known.__getitem__):
        vector, day = vectors[number], known[number]
        # Who has no day can meet any other.
        since = 0 if day == _SOMEDAY else day - _REACH
        near = [(product(vector, vectors[o]), o) for o in index.ask(vector, since)]
        best, leader = max(near, default=(0.0, number))
        if best >= FOLLOWS and (not since or day - known[leader] <= DAYS):
            followers[number] = leader
            continue
        for likeness, other in near:
            if likeness >= _NEAR:
                yield Pair(min(number, other), max(number, other), likeness)
        index.add(number, vector, day, since)
