"""Find pairs of articles that may tell one story, without comparing all pairs.

Each article asks an index of its rarest, heaviest words who else has them. A list of
the index holds only the latest articles, in order of their days, so that one article
costs the same in a batch of any size, also where thousands share their words on
purpose.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
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


class Pair(NamedTuple):
    """Two articles by their number, the lower first, and how alike they are."""

    one: int
    other: int
    likeness: float


class Index:
    """Who has a word among its heaviest, the latest of them."""

    def __init__(self) -> None:
        """Start with no articles."""
        self._lists: dict[str, deque[tuple[int, float]]] = defaultdict(
            lambda: deque(maxlen=WINDOW)
        )
        self.overflows = 0

    def ask(self, vector: Mapping[str, float]) -> list[int]:
        """Return the articles that share the most with this one's heaviest words."""
        shared: dict[int, float] = defaultdict(float)
        for word, weight in islice(vector.items(), ASKED):
            if word in self._lists:
                for number, theirs in self._lists[word]:
                    shared[number] += weight * theirs
        hinted = [(p, number) for number, p in shared.items() if p >= _HINT]
        return [number for _, number in nlargest(_CANDIDATES, hinted)]

    def add(self, number: int, vector: Mapping[str, float]) -> None:
        """Enter an article under its heaviest words."""
        for word, weight in islice(vector.items(), ASKED):
            entries = self._lists[word]
            self.overflows += len(entries) == WINDOW
            entries.append((number, weight))


def find_pairs(
    vectors: Sequence[Vector],
    order: Sequence[int],
    index: Index,
    followers: dict[int, int],
    may_follow: Callable[[int, int], bool],
) -> Iterator[Pair]:
    """Yield the pairs worth clustering.

    An article that is all but the same as an earlier one follows it and is not entered
    itself: a flood of near copies then costs no more than as many look-ups.

    Args:
        vectors: One for each article, the heaviest words first.
        order: The articles to compare, those of near days near each other.
        index: An empty one; it tells afterwards whether its lists ran over.
        followers: Takes down whom each follower follows.
        may_follow: Tells whether one article may follow another, by their days.
    """
    for number in order:
        vector = vectors[number]
        near = [(product(vector, vectors[o]), o) for o in index.ask(vector)]
        best, leader = max(near, default=(0.0, number))
        if best >= FOLLOWS and may_follow(number, leader):
            followers[number] = leader
            continue
        for likeness, other in near:
            if likeness >= _NEAR:
                yield Pair(min(number, other), max(number, other), likeness)
        index.add(number, vector)
