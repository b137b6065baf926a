"""Utterances: what somebody is said to have said, recognised in other words.

A statement that two outlets trimmed, translated or told indirectly shares its content
words, weighted by how rare they are, with the fuller one; its wording seldom.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from scorer.reading import Reading
from scorer.stories.terms import background
from scorer.types import Span

SAME: Final = 0.5  # weight of the shared words over that of the shorter utterance
SAME_SPEAKER: Final = 0.36  # where both name one speaker
_FEWEST: Final = 3  # content words shared, those of the story's topic included
WEIGHT: Final = 12.0  # of what they share, where nothing says that one speaker said it
_COMMON: Final = 1.2  # rarity below which a word carries no content
_STEM: Final = 6  # letters by which forms of a word are known: evacuate, evacuation
_SHORT: Final = 3  # letters that a word keeps
_CROWD: Final = 60  # utterances with one word; more tell nothing


class Utterance(NamedTuple):
    """Something said, by its content words.

    Attributes:
        article: Number of its article in the story.
        source: Number of its source within the article; None where nobody is named.
        words: Its content words cut to their stems, with their rarity.
        share: Of the article's attributed words.
    """

    article: int
    span: Span
    source: int | None
    words: Mapping[str, float]
    share: float = 0.0


class Match(NamedTuple):
    """Two utterances by their numbers, and how much of the shorter one they share."""

    one: int
    other: int
    share: float


def content_words(
    reading: Reading, ranges: Iterable[tuple[int, int]]
) -> dict[str, float]:
    """Return the stems of the words that carry content, with their rarity."""
    rarity = background().rarity
    found: dict[str, float] = {}
    for first, last in ranges:
        for word in reading.words[first:last]:
            bare = word.removesuffix("'s")
            rare = rarity(bare)
            if rare >= _COMMON and len(bare) > 1:
                stem = stem_of(bare)
                found[stem] = max(rare, found.get(stem, 0.0))
    return found


def stem_of(word: str) -> str:
    """Cut a word to what its forms share.

    Example:
        >>> stem_of("villages"), stem_of("evacuating"), stem_of("evacuation")
        ('villag', 'evacua', 'evacua')
        >>> stem_of("homes"), stem_of("home"), stem_of("cities"), stem_of("city")
        ('home', 'home', 'citi', 'citi')
    """
    if len(word) > _SHORT and word.endswith("s") and word[-2] not in "su":
        word = word[:-1]
    if word.endswith("ie"):
        word = word[:-1]
    elif len(word) > _SHORT and word.endswith("y"):
        word = f"{word[:-1]}i"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            word = word.removesuffix(ending)
            break
    return word[:_STEM]


def matches(
    utterances: Sequence[Utterance], same_speaker: Iterable[tuple[int, int]] = ()
) -> Iterator[Match]:
    """Yield the pairs of different articles that say the same.

    Args:
        utterances: All of a story.
        same_speaker: Pairs of utterances that name one speaker, the lower first.
    """
    known = set(same_speaker)
    for a, b in sorted(_candidates(utterances)):
        one, other = utterances[a], utterances[b]
        both = [rare for word, rare in one.words.items() if word in other.words]
        if one.article == other.article or len(both) < _FEWEST:
            continue
        share = likeness(one.words, other.words)
        if (a, b) in known:
            same = share >= SAME_SPEAKER
        else:
            same = share >= SAME and sum(both) >= WEIGHT
        if same:
            yield Match(a, b, share)


def _candidates(utterances: Sequence[Utterance]) -> set[tuple[int, int]]:
    """Return the pairs that share a word that is not what the story is about."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        for word, rare in utterance.words.items():
            if rare:
                holders[word].append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if len(numbers) <= _CROWD:
            pairs.update(combinations(numbers, 2))
    return pairs


def without(words: Mapping[str, float], topic: Container[str]) -> dict[str, float]:
    """Give no weight to the words that the whole story is about."""
    return {word: 0.0 if word in topic else rare for word, rare in words.items()}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the weight of the shared words over that of the lighter utterance."""
    lighter = min(sum(one.values()), sum(other.values()))
    both = sum(rare for word, rare in one.items() if word in other)
    return both / lighter if lighter else 0.0
