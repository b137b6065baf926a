"""How likely a line is clickbait, judged by cheap traits of the line itself.

Headlines and cross-links share this model, so that a teaser counts the same
wherever it stands. Names and topics have no weight: only words seen often in two
corpora, and mostly in lower case, do (see `scorer.learning.cross_links`).
"""

import re
from collections.abc import Container, Iterator
from functools import cache
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

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
_MASK = "_"
_MANY = 8
_LONG = 7
# Where `bend` leads: between these points it runs straight, elsewhere it does nothing.
_BEND = ((0.42, 0.42), (0.44, 0.5), (0.52, 0.52))
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
    bait = _shipped()
    known = [bait.weights[n] for n in traits(line, bait.words) if n in bait.weights]
    return bend(bait.bias + sum(known) / sqrt(len(known) + 1))


class _Bait(NamedTuple):
    words: frozenset[str]
    weights: dict[str, float]
    bias: float


@cache
def _shipped() -> _Bait:
    table = load_table("bait")
    return _Bait(frozenset(table["words"].split()), table["weights"], table["bias"])


def bend(mean: float) -> float:
    """Turn the expected mean of the judges into a probability that is firm at .5.

    A fitted mean shrinks towards the middle, so that most lines which most judges
    call bait stand a little below .5; only what lies about there is moved.

    Example:
        >>> bend(-1.0), bend(0.2), bend(0.44), bend(0.6)
        (0.0, 0.2, 0.5, 0.6)
    """
    for (x, y), (right, top) in pairwise(_BEND):
        if x < mean <= right:
            return y + (mean - x) * (top - y) / (right - x)
    return min(max(mean, 0.0), 1.0)


def traits(line: str, words: Container[str]) -> set[str]:
    """Return the names of the traits of a line that the model may weigh.

    Args:
        line: A headline or a teaser.
        words: The words that have a name; of the others (names, topics, rare words)
            only their place counts.

    Example:
        >>> sorted(t for t in traits("9 quick tricks!", {"tricks"}) if "=_" in t)
        ['b=_ tricks', 'first=_ tricks']
    """
    pieces = tokens(line.strip())
    spoken = [piece.lower() for piece in pieces if piece[0].isalpha()]
    masked = [word if word in words else _MASK for word in spoken]
    return {
        *_phrases(masked),
        *_ends(masked),
        *_marks(line, pieces),
        *_shape(pieces, spoken),
    }


def _phrases(masked: list[str]) -> Iterator[str]:
    """Yield the words and what stands next to each other, the unknown masked."""
    unknown = masked.count(_MASK)
    yield f"unknown={min(unknown, _MANY)}"
    yield f"share unknown={10 * unknown // max(1, len(masked))}"
    for word in masked:
        if word != _MASK:
            yield f"w={word}"
    for a, b in pairwise(masked):
        if (a, b) != (_MASK, _MASK):
            yield f"b={a} {b}"
    for a, b, c in zip(masked, masked[1:], masked[2:], strict=False):
        if _MASK not in (a, c):
            yield f"t={a} {b} {c}"
            yield f"s={a} {c}"


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
    found = {f"words={min(len(words), _MOST_WORDS)}"}
    found.add(f"long={min(sum(len(w) >= _LONG for w in words), 2 * _MOST)}")
    if any(t[0].isdigit() for t in pieces):
        found.add("number")
    if pieces and pieces[0].isdecimal() and len(pieces[0]) <= _LISTED:
        found.add("number first")
    if any(_SUPERLATIVE.match(w) for w in words):
        found.add("superlative")
    for suffix in _SUFFIXES:
        least = len(suffix) + 2
        n = sum(w.endswith(suffix) and len(w) > least for w in words)
        found.add(f"{suffix}={min(n, _MOST)}")
    if words:
        found.add(f"letters={2 * sum(map(len, words)) // len(words)}")
        if words[0] in _ASKING:
            found.add("asks")
    return found | _capitals(pieces)


def _ends(masked: list[str]) -> Iterator[str]:
    if masked:
        yield f"first={' '.join(masked[:2])}"
        yield from (f"early={word}" for word in masked[:4] if word != _MASK)
    for name, word in zip(("first", "end"), (masked[:1], masked[-1:]), strict=True):
        yield from (f"{name}={w}" for w in word if w != _MASK)


def _capitals(pieces: list[str]) -> set[str]:
    found = set()
    shouted = sum(t.isupper() and len(t) >= _SHOUTED for t in pieces)
    if shouted:
        found.add(f"shouted={min(shouted, _MOST)}")
    inner = [t for t in pieces[1:] if t[0].isalpha()]
    capitals = sum(t[0].isupper() for t in inner)
    found.add(f"capitals={10 * capitals // max(1, len(inner))}")
    return found
