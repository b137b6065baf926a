"""Copied text: runs of words that two articles share outside quotations.

What counts is the share of one text's five-word runs that the other *contains*: an
abridged copy is contained wholly, however long the original. Quotations are masked
first, since a shared quotation shows a shared source, not a copy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Self

from scorer.reading import Reading
from scorer.stories.terms import OWN
from scorer.stories.values import Passage

LENGTH: Final = 5  # words of a run
_FEWEST: Final = 6  # runs that two texts share before they count as copied
_CROWD: Final = 100  # articles with one run; more share a phrase of the trade
_SHOWN: Final = 5  # passages of a pair that are kept
_STEP: Final = 3  # words that may have been changed within one passage
_SPEECH: Final = 3  # words of a quotation that is masked; fewer are a doubted word


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """The runs of an article, each by its words, with the place of its first word."""

    reading: Reading
    places: Mapping[str, int]

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Gather the runs of the article's own lines."""
        places: dict[str, int] = {}
        for first, last in _stretches(reading):
            words = reading.words[first:last]
            for i in range(len(words) - LENGTH + 1):
                places.setdefault(" ".join(words[i : i + LENGTH]), first + i)
        return cls(reading, places)

    def contained(self, other: Self) -> float:
        """Return the share of this article's runs that the other has."""
        if not self.places:
            return 0.0
        shared = len(self.places.keys() & other.places.keys())
        return shared / len(self.places) if shared >= _FEWEST else 0.0

    def passages(self, other: Self) -> tuple[Passage, ...]:
        """Return what both share, joined where a word or two was changed."""
        shared = sorted(
            (place, other.places[run])
            for run, place in self.places.items()
            if run in other.places
        )
        found: list[list[int]] = []
        for mine, theirs in shared:
            last = found[-1] if found else None
            if last and mine <= last[1] + _STEP and 0 <= theirs - last[3] <= _STEP:
                last[1], last[3] = mine + LENGTH, theirs + LENGTH
            elif last and last[1] > mine and last[3] > theirs >= last[2]:
                last[1], last[3] = mine + LENGTH, max(last[3], theirs + LENGTH)
            else:
                found.append([mine, mine + LENGTH, theirs, theirs + LENGTH])
        found.sort(key=lambda p: p[0] - p[1])
        spans = [
            (self.reading.span(a, b), other.reading.span(c, d))
            for a, b, c, d in found[:_SHOWN]
        ]
        return tuple(Passage(mine, theirs) for mine, theirs in spans)

    def covered(self, others: Sequence[Self]) -> float:
        """Return the share of the runs that any of the others has."""
        if not self.places:
            return 0.0
        known = [o for o in others if self.contained(o)]
        shared = sum(any(run in o.places for o in known) for run in self.places)
        return shared / len(self.places)


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the words of the article's own lines outside speech, as ranges."""
    speech = [
        (q.first, q.last) for q in reading.quotations if q.last - q.first >= _SPEECH
    ]
    for paragraph in reading.paragraphs:
        if paragraph.kind not in OWN:
            continue
        at = paragraph.first
        for first, last in speech:
            if paragraph.first <= first < paragraph.last:
                yield at, first
                at = last
        yield at, paragraph.last


def overlaps(runs: Sequence[Runs]) -> dict[tuple[int, int], float]:
    """Return the higher share of each pair that shares text, by their numbers."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(runs):
        for run in one.places:
            holders[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= _CROWD:
            shared.update(combinations(numbers, 2))
    return {
        (a, b): count / min(len(runs[a].places), len(runs[b].places))
        for (a, b), count in sorted(shared.items())
        if count >= _FEWEST
    }


def text_groups(size: int, shares: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Group articles of one text by average linkage, lone ones included.

    Chaining every pair that shares something would make one text of most stories.
    """
    groups = {i: [i] for i in range(size)}
    sums = dict(shares)
    while sums:
        (a, b), mean = max(
            (
                (pair, total / (len(groups[pair[0]]) * len(groups[pair[1]])))
                for pair, total in sums.items()
            ),
            key=lambda item: (item[1], item[0]),
        )
        if mean < LINKED:
            break
        groups[a] += groups.pop(b)
        sums = _without(sums, a, b)
    return [sorted(members) for members in groups.values()]


LINKED: Final = 0.1  # mean share at which texts have one origin


def _without(
    sums: Mapping[tuple[int, int], float], kept: int, gone: int
) -> dict[tuple[int, int], float]:
    """Add what the group that is gone shared to the one that took it in."""
    merged: dict[tuple[int, int], float] = defaultdict(float)
    for (a, b), total in sums.items():
        one = kept if a == gone else a
        other = kept if b == gone else b
        if one != other:
            merged[min(one, other), max(one, other)] += total
    return dict(merged)
