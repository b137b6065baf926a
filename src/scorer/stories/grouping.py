"""Group articles into stories."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorer.stories.clusters import cluster
from scorer.stories.neighbours import WINDOW, Index, find_pairs
from scorer.stories.profiles import Profile
from scorer.stories.terms import background, document_frequency, weigh


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which articles tell one story.

    Attributes:
        stories: The numbers of the articles of each story, those of a lone article
            included, in order of their first article.
        notes: What a reader of the grouping should know, in sentences.
    """

    stories: tuple[tuple[int, ...], ...]
    notes: tuple[str, ...] = ()


def group(profiles: Sequence[Profile]) -> Grouping:
    """Group articles into stories; every article is in exactly one."""
    copies: dict[bytes, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if profile.compared:
            copies[profile.digest].append(number)
    firsts = [numbers[0] for numbers in copies.values()]
    index = Index()
    found = _clusters([profiles[i] for i in firsts], index)
    stories = [
        tuple(sorted(i for k in story for i in copies[profiles[firsts[k]].digest]))
        for story in found
    ]
    grouped = {number for story in stories for number in story}
    stories += [tuple(n) for n in copies.values() if n[0] not in grouped]
    stories += [(i,) for i, profile in enumerate(profiles) if not profile.compared]
    notes = [*_notes(profiles, index), *_undated(profiles, stories)]
    return Grouping(tuple(sorted(stories)), tuple(notes))


def _clusters(profiles: Sequence[Profile], index: Index) -> list[list[int]]:
    batch = document_frequency(profile.words.split() for profile in profiles)
    weights = background().pooled(batch, len(profiles)).sharpened()
    vectors = [weigh(profile.counts, weights) for profile in profiles]
    days = [profile.day for profile in profiles]
    followers: dict[int, int] = {}
    found = cluster(vectors, days, find_pairs(vectors, days, index, followers))
    return _with_followers(found, followers)


def _with_followers(
    groups: list[list[int]], followers: Mapping[int, int]
) -> list[list[int]]:
    """Put all but equal articles with those that they follow."""
    group_of = {number: group for group in groups for number in group}
    for number, leader in followers.items():
        if leader not in group_of:
            group_of[leader] = [leader]
            groups.append(group_of[leader])
        group_of[leader].append(number)
    return [sorted(group) for group in groups if len(group) > 1]


def _notes(profiles: Sequence[Profile], index: Index) -> list[str]:
    notes = []
    left = sum(not profile.compared for profile in profiles)
    if left:
        notes.append(
            f"{left:,} without words or in other languages than English"
            " were not compared."
        )
    if index.overflows:
        notes.append(
            f"Some rare words stand in more than {WINDOW} articles; of those, only"
            f" the {WINDOW} nearest before an article were compared with it."
        )
    return notes


def _undated(
    profiles: Sequence[Profile], stories: Iterable[Sequence[int]]
) -> Iterator[str]:
    """Say in how many stories articles stand whose days are not known."""
    timeless = sum(
        len({profiles[i].digest for i in numbers}) > 1
        and any(profiles[i].day is None for i in numbers)
        for numbers in stories
    )
    if timeless:
        yield (
            f"Articles without a date are in {timeless:,} of the stories: what these"
            " tell may be of different times."
        )
