"""How likely a line is clickbait, judged by cheap traits of the line itself.

Headlines and cross-links share this model, so that a teaser counts the same
wherever it stands. It is linear in the line's traits. Names have no weight: a
word, or the beginning of one, counts only if the corpus mostly writes it in lower
case, and all others only by their shape (see `scorer.learning.clickbait`).
"""

import re
from collections.abc import Container
from functools import cache, lru_cache
from itertools import chain, pairwise
from math import fsum, sqrt

from scorer.text.tables import load_table
from scorer.text.words import straighten

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|\.\.\.|…|[^\w\s]")
_TAG = re.compile(r"[\[(]\s*(?:[A-Z]{3,}[A-Z !?-]*|[A-Z][a-z]+)\s*[\])]\W*$")
_SUPERLATIVE = re.compile(r"[a-z]{2,}est$")
_LISTED = 2  # digits of "17 things": longer numbers count something else
_MARKS = frozenset([*"?!…:\"'#@$£%;-|&*(/", "..."])
_ASKING = frozenset(
    [
        "how",
        "why",
        "what",
        "who",
        "when",
        "where",
        "which",
        "whose",
        "can",
        "should",
        "is",
        "are",
        "do",
        "does",
    ]
)
_SUFFIXES = ("ing", "ly", "ed", "s", "ion")
_ENDINGS = ("ing", "ed", "ly", "s")
_BEGINNING = 4
_LIFT, _LIFTED, _LIFTED_WIDTH = 0.05, 0.48, 0.12
_LONG = 7
_SHOUTED = 4
_MOST_WORDS, _MOST = 24, 3


def clickbait_probability(line: str) -> float:
    """Return how likely readers would call a headline or teaser clickbait.

    Example:
        >>> clickbait_probability("You won't believe what this baker did next") > 0.8
        True
        >>> clickbait_probability("Council approves budget for harbour repairs") < 0.3
        True
    """
    table = load_table("bait")
    found = traits(line, _function_words())
    weigh = table["weights"].get
    # A set has no order of its own: fsum gives the same sum in any.
    lean = fsum(filter(None, map(weigh, found))) / sqrt(len(found) + 1)
    return lift(min(1.0, max(0.0, table["bias"] + lean)))


def lift(mean: float) -> float:
    """Return the probability for a mean judgement, as a linear model expects it.

    The model shrinks towards the middle: posts for which it expects a mean just
    under a half are called clickbait by most judges more often than not.
    """
    return mean + _LIFT * max(0.0, 1.0 - abs(mean - _LIFTED) / _LIFTED_WIDTH)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load_table("bait")["function_words"].split())


def traits(line: str, function_words: Container[str]) -> set[str]:
    """Return the names of the traits of a line that the model may weigh.

    Args:
        line: A headline or teaser.
        function_words: The commonest words, which stand for themselves in the
            line's pattern; every other is there by its shape alone.

    Example:
        >>> found = traits("Why this works", {"why", "this"})
        >>> sorted(t for t in found if t[0] in "kp")
        ['k=^ why', 'k=this ~s', 'k=why this', 'k=~s $', 'p=this', 'p=work']
    """
    line = straighten(line).strip()
    pieces = tokens(line)
    words = [t.lower() for t in pieces if t[0].isalpha()]
    found = _pattern(pieces, function_words)
    known = [_word_traits(word) for word in words]
    found.update(chain.from_iterable([names for names, _ in known]))
    found.update(
        _sizes(list(map(sum, zip(*[counts for _, counts in known], strict=True))))
    )
    found |= _marks(line, pieces)
    found |= _shape(pieces, words)
    return found


@lru_cache(maxsize=20_000)
def _word_traits(word: str) -> tuple[list[str], list[int]]:
    """Return the names of a word's own traits, and what it adds to the line's sizes."""
    names = [f"w={word}"]
    if len(word) >= _BEGINNING:
        names.append(f"p={word[:_BEGINNING]}")
    if _SUPERLATIVE.match(word):
        names.append("superlative")
    sizes = [1, int(len(word) >= _LONG)]
    sizes += [word.endswith(s) and len(word) > len(s) + 2 for s in _SUFFIXES]
    return names, sizes


def _sizes(sums: list[int]) -> list[str]:
    words, long, *suffixes = sums or [0] * (2 + len(_SUFFIXES))
    counted = zip(_SUFFIXES, suffixes, strict=True)
    return [
        f"words={min(words, _MOST_WORDS)}",
        f"long={min(long, 2 * _MOST)}",
        *[f"{suffix}={min(n, _MOST)}" for suffix, n in counted],
    ]


def _pattern(pieces: list[str], function_words: Container[str]) -> set[str]:
    shapes = [_shape_of(t, n, function_words) for n, t in enumerate(pieces)]
    return {f"k={a} {b}" for a, b in pairwise(["^", *shapes, "$"])}


def _shape_of(piece: str, place: int, function_words: Container[str]) -> str:
    if piece[0].isdecimal():
        return "#"
    lower = piece.lower()
    if lower in function_words or not piece[0].isalpha():
        return lower
    if place and piece[0].isupper():
        return "AA" if len(piece) > 1 and piece.isupper() else "Aa"
    return _ending(lower)


@lru_cache(maxsize=20_000)
def _ending(lower: str) -> str:
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return f"~{ending}"
    return "~"


def tokens(line: str) -> list[str]:
    """Return the words, numbers and marks of a line, in their own case."""
    return _TOKEN.findall(straighten(line))


def _marks(line: str, pieces: list[str]) -> set[str]:
    found = {f"mark={t}" for t in pieces if t in _MARKS}
    if _TAG.search(line):
        found.add("tag")
    if pieces and pieces[-1] in _MARKS:
        found.add(f"last={pieces[-1]}")
    return found


def _shape(pieces: list[str], words: list[str]) -> set[str]:
    found = _ends(words) | _capitals(pieces)
    if any(t[0].isdecimal() for t in pieces):
        found.add("number")
    if pieces and pieces[0].isdecimal() and len(pieces[0]) <= _LISTED:
        found.add("number first")
    return found


def _ends(words: list[str]) -> set[str]:
    if not words:
        return set()
    found = {f"first={words[0]}", f"first={' '.join(words[:2])}"}
    found.add(f"letters={2 * sum(map(len, words)) // len(words)}")
    if words[0] in _ASKING:
        found.add("asks")
    return found


def _capitals(pieces: list[str]) -> set[str]:
    found = set()
    shouted = sum([t.isupper() and len(t) >= _SHOUTED for t in pieces])
    if shouted:
        found.add(f"shouted={min(shouted, _MOST)}")
    inner = [t for t in pieces[1:] if t[0].isalpha()]
    capitals = sum([t[0].isupper() for t in inner])
    found.add(f"capitals={10 * capitals // max(1, len(inner))}")
    return found
