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
from struct import Struct
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
# The sizes of a line: its numbers, shouted pieces, words; of these, how many have a
# capital, all their letters, how many are long, and how many have each suffix.
_SIZES = Struct(f"<{6 + len(_SUFFIXES)}I")
_NO_WORD = (0,) * (4 + len(_SUFFIXES))
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
    pieces = [_read(piece) for piece in _TOKEN.findall(line)]
    found = set(chain.from_iterable([piece.names for piece in pieces]))
    found.update(_pattern(pieces, function_words), _sizes(pieces), _ends(pieces))
    if _TAG.search(line):
        found.add("tag")
    return found


class _Piece(NamedTuple):
    """What a word, number or mark adds to a line, whatever stands beside it.

    Attributes:
        lower: The piece in lower case.
        is_word: Whether it begins with a letter.
        inner: Its shape within a line.
        first: Its shape where it opens the line, as any word may have a capital there.
        names: The names of its own traits.
        sizes: What it adds to each size of the line, side by side in one number: so
            the pieces of a line are added up at once.
    """

    lower: str
    is_word: bool
    inner: str
    first: str
    names: list[str]
    sizes: int


# Some thousand pieces make up nearly all lines: each is looked at once.
@lru_cache(maxsize=20_000)
def _read(piece: str) -> _Piece:
    lower, is_word = piece.lower(), piece[0].isalpha()
    first = inner = "#" if piece[0].isdecimal() else lower
    if is_word:
        first = inner = _ending(lower)
        if piece[0].isupper():
            inner = "AA" if len(piece) > 1 and piece.isupper() else "Aa"
    names = _word_names(lower) if is_word else []
    if piece in _MARKS:
        names.append(f"mark={piece}")
    return _Piece(lower, is_word, inner, first, names, _piece_sizes(piece, lower))


def _word_names(word: str) -> list[str]:
    names = [f"w={word}"]
    if len(word) >= _BEGINNING:
        names.append(f"p={word[:_BEGINNING]}")
    if _SUPERLATIVE.match(word):
        names.append("superlative")
    return names


def _piece_sizes(piece: str, lower: str) -> int:
    shouted = piece.isupper() and len(piece) >= _SHOUTED
    sizes: tuple[int, ...] = (piece[0].isdecimal(), shouted, *_NO_WORD)
    if piece[0].isalpha():
        ends = [lower.endswith(s) and len(lower) > len(s) + 2 for s in _SUFFIXES]
        long, capital = len(lower) >= _LONG, piece[0].isupper()
        sizes = (0, shouted, 1, capital, len(lower), long, *ends)
    return int.from_bytes(_SIZES.pack(*sizes), "little")


def _apart(sizes: int) -> tuple[int, ...]:
    return _SIZES.unpack(sizes.to_bytes(_SIZES.size, "little"))


def _ending(lower: str) -> str:
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return f"~{ending}"
    return "~"


def _pattern(pieces: list[_Piece], function_words: Container[str]) -> list[str]:
    shapes = [p.lower if p.lower in function_words else p.inner for p in pieces]
    if pieces and pieces[0].lower not in function_words:
        shapes[0] = pieces[0].first
    return [f"k={a} {b}" for a, b in pairwise(["^", *shapes, "$"])]


def _sizes(pieces: list[_Piece]) -> list[str]:
    total = _apart(sum([piece.sizes for piece in pieces]))
    numbers, shouted, words, capitals, letters, long, *ends = total
    _, _, opens, capital, *_ = _apart(pieces[0].sizes if pieces else 0)
    found = [
        f"words={min(words, _MOST_WORDS)}",
        f"long={min(long, 2 * _MOST)}",
        f"capitals={10 * (capitals - capital) // max(1, words - opens)}",
        *[f"{s}={min(n, _MOST)}" for s, n in zip(_SUFFIXES, ends, strict=True)],
    ]
    if words:
        found.append(f"letters={2 * letters // words}")
    if shouted:
        found.append(f"shouted={min(shouted, _MOST)}")
    if numbers:
        found.append("number")
    return found


def _ends(pieces: list[_Piece]) -> list[str]:
    if not pieces:
        return []
    found, first, last = [], pieces[0].lower, pieces[-1].lower
    if first.isdecimal() and len(first) <= _LISTED:
        found.append("number first")
    if last in _MARKS:
        found.append(f"last={last}")
    words = [piece.lower for piece in pieces if piece.is_word]
    if words:
        found += [f"first={words[0]}", f"first={' '.join(words[:2])}"]
        if words[0] in _ASKING:
            found.append("asks")
    return found


def tokens(line: str) -> list[str]:
    """Return the words, numbers and marks of a line, in their own case."""
    return _TOKEN.findall(straighten(line))
