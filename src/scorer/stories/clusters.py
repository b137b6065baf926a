"""Average linkage over a sparse graph of pairs.

The mean likeness of two groups is the product of their sums over their sizes, so a
merge needs no table of pairs: what the graph leaves out is still counted.

Two rules come on top of the least likeness. A lone article that is less like a group
still joins it where nothing else is as near to both: how alike two reports are depends
on how many words they have, and what a third article shares with only one of them says
little of the other. Two lone articles must be more alike if days are not known, for
what they share may be a matter of years. And two groups that each hold together far
better than they do with one another stay apart: two floods, not one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush, nlargest
from typing import Final

from scorer.stories.neighbours import DAYS, Pair
from scorer.stories.terms import Vector, product

# Set on public collections of same-story articles; benchmarks/stories.py measures.
LEAST: Final = 0.16  # mean likeness of two groups that tell one story
FAINT: Final = 0.1  # of a lone article and the only group near it
_FAINT_LONE: Final = (FAINT, 0.13, LEAST)  # of two, by how many of them have no day
CONTRAST: Final = 1.3  # times as alike as a third is to both, on the whole
EITHER: Final = 1.1  # times as alike as a third is to either of the two
_EITHER_LONE: Final = 1.5  # the same of two lone articles, where no story is known yet
HOLD: Final = 0.65  # of the likeness within the looser of two groups
_SEVERAL: Final = 3  # articles of a group that can hold together
_NEIGHBOURS: Final = 200  # groups that a group may still merge with
_PRUNED: Final = 400  # words kept of a group's sum


@dataclass(slots=True, eq=False)
class Group:
    """Articles that tell one story, as far as is known."""

    members: list[int]
    total: Mapping[str, float]
    days: list[int]

    @property
    def day(self) -> float | None:
        """The mean day of those whose day is known."""
        return sum(self.days) / len(self.days) if self.days else None

    @property
    def cohesion(self) -> float:
        """The mean likeness of two of its articles."""
        size = len(self.members)
        pairs = size * (size - 1)
        return (product(self.total, self.total) - size) / pairs if pairs else 0.0

    def joined(self, other: "Group") -> "Group":
        """Return both as one."""
        total = dict(self.total)
        for word, weight in other.total.items():
            total[word] = total.get(word, 0.0) + weight
        if len(total) > 2 * _PRUNED:
            total = dict(Counter(total).most_common(_PRUNED))
        return Group(self.members + other.members, total, self.days + other.days)

    def likeness(self, other: "Group") -> float:
        """Return the mean likeness of their articles; 0 if their days lie apart."""
        mine, theirs = self.day, other.day
        if mine is not None and theirs is not None and abs(mine - theirs) > DAYS:
            return 0.0
        pairs = len(self.members) * len(other.members)
        return product(self.total, other.total) / pairs


def _faintest(one: Group, other: Group) -> float:
    """Return how alike a lone article and a group must be at least."""
    if len(one.members) > 1 or len(other.members) > 1:
        return FAINT
    return _FAINT_LONE[(one.day is None) + (other.day is None)]


def cluster(
    vectors: Sequence[Vector], days: Sequence[int | None], pairs: Iterable[Pair]
) -> list[list[int]]:
    """Return the groups of at least two articles, each in order."""
    return _Merging(vectors, days, pairs).run()


class _Merging:
    """The groups while they grow, and the pairs that may merge next."""

    def __init__(
        self,
        vectors: Sequence[Vector],
        days: Sequence[int | None],
        pairs: Iterable[Pair],
    ) -> None:
        self._groups: dict[int, Group] = {}
        self._near: dict[int, set[int]] = defaultdict(set)
        self._heap: list[tuple[float, int, int]] = []
        self._next = len(vectors)
        for one, other, likeness in pairs:
            for number in (one, other):
                if number not in self._groups:
                    day = days[number]
                    known = [] if day is None else [day]
                    self._groups[number] = Group([number], vectors[number], known)
            self._near[one].add(other)
            self._near[other].add(one)
            if likeness >= FAINT and self._groups[one].likeness(self._groups[other]):
                self._heap.append((-likeness, one, other))
        heapify(self._heap)

    def run(self) -> list[list[int]]:
        """Merge the likest two until none are alike enough."""
        while self._heap:
            minus, one, other = heappop(self._heap)
            alive = one in self._groups and other in self._groups
            if alive and self._belong(one, other, -minus):
                self._merge(one, other)
        found = [sorted(g.members) for g in self._groups.values()]
        return sorted(members for members in found if len(members) > 1)

    def _belong(self, one: int, other: int, likeness: float) -> bool:
        first, second = self._groups[one], self._groups[other]
        fewer = min(len(first.members), len(second.members))
        if likeness < LEAST:
            enough = fewer == 1 and likeness >= _faintest(first, second)
            return enough and self._stand_out(one, other, likeness)
        return fewer < _SEVERAL or likeness >= HOLD * min(
            first.cohesion, second.cohesion
        )

    def _stand_out(self, one: int, other: int, likeness: float) -> bool:
        """Tell whether two groups are more alike than both or either and any third."""
        first, second = self._groups[one], self._groups[other]
        lone = len(first.members) == len(second.members) == 1
        either = _EITHER_LONE if lone else EITHER
        for third in (self._near[one] | self._near[other]) - {one, other}:
            mine = first.likeness(self._groups[third])
            theirs = second.likeness(self._groups[third])
            if either * max(mine, theirs) > likeness:
                return False
            if CONTRAST * (mine + theirs) / 2 > likeness:
                return False
        return True

    def _merge(self, one: int, other: int) -> None:
        merged = self._groups.pop(one).joined(self._groups.pop(other))
        near = (self._near.pop(one) | self._near.pop(other)) - {one, other}
        number, self._next = self._next, self._next + 1
        self._groups[number] = merged
        for neighbour in near:
            self._near[neighbour] -= {one, other}
        likest = nlargest(
            _NEIGHBOURS, ((merged.likeness(self._groups[n]), n) for n in near)
        )
        self._near[number] = {neighbour for _, neighbour in likest}
        for likeness, neighbour in likest:
            self._near[neighbour].add(number)
            if likeness >= FAINT:
                heappush(self._heap, (-likeness, neighbour, number))
