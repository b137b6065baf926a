"""The words that tell a story from others, weighted by how rare they are.

Rarity comes from a large background, not from the batch: in a batch of one story its
own words would count as common. A large batch still adds what it knows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, repeat
from math import fsum, log, sqrt
from operator import mul
from sys import intern
from typing import Final

from scorer.document import Document
from scorer.text.tables import load_table
from scorer.text.words import find_words, fold
from scorer.types import SegmentKind

OWN: Final = frozenset({SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.BODY})
KEPT: Final = 150  # terms of an article; more changed no figure
_LEAD: Final = 60  # words in which a report says what it is about
_LEAD_EXTRA: Final = 2  # times more that a word of the lead counts
_SHARPNESS: Final = 1.4  # power of the rarity; 1 let common words outweigh names
_COMMON: Final = 1.2  # rarity below which a word tells no story
_UNSEEN: Final = 4  # articles that a word missing from the background is taken to have

Vector = dict[str, float]


class Background:
    """How many articles of the background use each word."""

    def __init__(self, articles: int, counts: Mapping[str, int]) -> None:
        """Keep how rare each word is among so many articles."""
        self.articles = articles
        self._counts = counts
        # A count is that of thousands of words; a logarithm each would take longest.
        by_count = {n: _rarity(articles, n) for n in {*counts.values(), _UNSEEN}}
        self._rarities = {word: by_count[n] for word, n in counts.items()}
        self._unseen = by_count[_UNSEEN]

    def pooled(self, batch: Mapping[str, int], articles: int) -> "Background":
        """Add the counts of a batch of so many articles."""
        counts = {w: self._counts.get(w, _UNSEEN) + n for w, n in batch.items()}
        return Background(self.articles + articles, counts)

    def rarity(self, word: str) -> float:
        """Return the logarithm of the share of articles without the word."""
        return self._rarities.get(word, self._unseen)

    def rarities(self, words: Iterable[str]) -> Iterator[float]:
        """Yield how rare each word is."""
        return map(self._rarities.get, words, repeat(self._unseen))

    def sharpened(self) -> dict[str, float]:
        """Return what each word weighs; words that tell no story are left out."""
        return {
            word: rare**_SHARPNESS
            for word, rare in self._rarities.items()
            if rare >= _COMMON
        }


def _rarity(articles: int, count: int) -> float:
    return log(1 + articles / (1 + count))


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


def story_words(document: Document) -> list[str]:
    """Return the words of the article's own lines, in lower case.

    Nothing else that a reading holds is needed to tell stories apart.
    """
    own = [span.of(document.text) for kind, span in document.segments if kind in OWN]
    return find_words(fold("\n".join(own)))[0]


def count_words(words: list[str]) -> dict[str, float]:
    """Return how often each word stands there, more for the lead, damped.

    A possessive counts as its word.

    Example:
        >>> count_words(["ferry", "sinks", "ferry's"])["ferry"] > 2
        True
    """
    counts = Counter(words)
    for word in words[:_LEAD]:
        counts[word] += _LEAD_EXTRA
    for word in [w for w in counts if w.endswith("'s")]:
        counts[word.removesuffix("'s")] += counts.pop(word)
    damped = {n: 1 + log(n) for n in {*counts.values()}}
    return {word: damped[n] for word, n in counts.items() if len(word) > 1}


def strongest(counts: Mapping[str, float], rarity: Background) -> Vector:
    """Return the counts of those words that weigh most."""
    weights = map(mul, counts.values(), rarity.rarities(counts))
    heavy = sorted(zip(weights, counts, strict=True), reverse=True)
    return {word: counts[word] for _, word in heavy[:KEPT]}


def weigh(counts: Mapping[str, float], weights: Mapping[str, float]) -> Vector:
    """Weigh counted words by their sharpened rarity, to length 1, heaviest first."""
    found = {word: n * weights[word] for word, n in counts.items() if word in weights}
    length = sqrt(fsum([w * w for w in found.values()])) or 1.0
    heavy = sorted(found)  # words of one weight stay in this order
    heavy.sort(key=found.__getitem__, reverse=True)
    return {word: found[word] / length for word in heavy}


def document_frequency(articles: Iterable[Iterable[str]]) -> dict[str, int]:
    """Count in how many of the articles each word stands, given once in each."""
    return dict(Counter(chain.from_iterable(articles)))


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the scalar product of two vectors; of length 1, their cosine.

    Example:
        >>> product({"ferry": 0.6, "sinks": 0.8}, {"ferry": 1.0})
        0.6
    """
    # A set has no order that stays, so the sum is one that is exact in any order.
    return fsum([one[word] * other[word] for word in one.keys() & other.keys()])
