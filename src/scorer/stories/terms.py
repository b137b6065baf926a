"""The words that tell a story from others, weighted by how rare they are.

Rarity comes from a large background, not from the batch: in a batch of one story its
own words would count as common. A large batch still adds what it knows.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from heapq import nlargest
from itertools import chain, compress
from math import log, sqrt
from sys import intern
from typing import Final

from scorer.reading import Reading
from scorer.text.tables import load_table
from scorer.types import SegmentKind

OWN: Final = frozenset({SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.BODY})
KEPT: Final = 150  # terms of an article; more changed no figure
_LEAD: Final = 60  # words in which a report says what it is about
_LEAD_WEIGHT: Final = 3.0
_SHARPNESS: Final = 1.4  # power of the rarity; 1 let common words outweigh names
_COMMON: Final = 1.2  # rarity below which a word tells no story
_UNSEEN: Final = 4  # articles that a word missing from the background is taken to have

Vector = dict[str, float]


class Background:
    """How many articles of the background use each word."""

    def __init__(self, articles: int, counts: Mapping[str, int]) -> None:
        """Keep how many articles there are, and how many of them use each word."""
        self.articles = articles
        self._counts = counts

    def pooled(self, batch: Mapping[str, int], articles: int) -> "Background":
        """Add the counts of a batch of so many articles."""
        counts = {w: self._counts.get(w, _UNSEEN) + n for w, n in batch.items()}
        return Background(self.articles + articles, counts)

    def rarity(self, word: str) -> float:
        """Return the logarithm of the share of articles without the word."""
        return log(1 + self.articles / (1 + self._counts.get(word, _UNSEEN)))


@cache
def background() -> Background:
    """Read the shipped background, once per process."""
    table = load_table("background")
    counts = {
        intern(word): int(count)
        for count, words in table["counts"].items()
        for word in words.split()
    }
    return Background(table["articles"], counts)


def story_words(reading: Reading) -> list[str]:
    """Return the words of the article's own lines, without their possessive."""
    own = [kind in OWN for kind in reading.kinds]
    words = compress(reading.words, own)
    return [w.removesuffix("'s") for w in words]


def count_words(words: list[str]) -> dict[str, float]:
    """Return how often each word stands there, more for the lead, damped.

    Example:
        >>> count_words(["ferry", "sinks", "ferry"])["ferry"] > 2
        True
    """
    counts = Counter(words)
    lead = Counter(words[:_LEAD])
    extra = _LEAD_WEIGHT - 1
    return {
        word: 1 + log(count + extra * lead[word])
        for word, count in counts.items()
        if len(word) > 1
    }


def strongest(counts: Mapping[str, float], rarity: Background) -> Vector:
    """Return the counts of those words that weigh most."""
    heavy = nlargest(
        KEPT, counts.items(), key=lambda item: (item[1] * rarity.rarity(item[0]), item)
    )
    return {intern(word): count for word, count in heavy}


def weigh(counts: Mapping[str, float], rarity: Background) -> Vector:
    """Weigh counted words by rarity, to length 1, the heaviest first."""
    weights = {}
    for word, count in counts.items():
        rare = rarity.rarity(word)
        if rare >= _COMMON:
            weights[word] = count * rare**_SHARPNESS
    length = sqrt(sum(w * w for w in weights.values())) or 1.0
    heavy = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return {word: weight / length for word, weight in heavy}


def document_frequency(articles: Iterable[Iterable[str]]) -> dict[str, int]:
    """Count in how many of the articles each word stands, given once in each."""
    return dict(Counter(chain.from_iterable(articles)))


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the scalar product of two vectors; of length 1, their cosine.

    Example:
        >>> product({"ferry": 0.6, "sinks": 0.8}, {"ferry": 1.0})
        0.6
    """
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)
