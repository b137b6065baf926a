"""How likely a line is clickbait, judged by cheap traits of the line itself.

Headlines and cross-links share this model, so that a teaser counts the same
wherever it stands. Names and topics have no weight: only words seen often in two
corpora, and mostly in lower case, do (see `scorer.learning.cross_links`).
"""

import itertools
import re
from math import sqrt

from scorer.text.linear import sigmoid
from scorer.text.tables import load_table
from scorer.text.words import straighten

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|\.\.\.|…|[^\w\s]")
_TAG = re.compile(r"[\[(]\s*(?:[A-Z]{3,}[A-Z !?-]*|[A-Z][a-z]+)\s*[\])]\W*$")
_SUPERLATIVE = re.compile(r"[a-z]{2,}est$")
_LISTED = 100  # "17 things": larger numbers count something else
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
    weights = table["weights"]
    known = [weights[name] for name in traits(line) if name in weights]
    return sigmoid(table["bias"] + sum(known) / sqrt(len(known) + 1))


def traits(line: str) -> set[str]:
    """Return the names of the traits of a line that the model may weigh.

    Example:
        >>> sorted(t for t in traits("9 quick tricks!") if t[-1] not in "0123")
        ['b=quick tricks', 'end=tricks', 'first=quick', 'first=quick tricks', \
'last=!', 'mark=!', 'number', 'number first', 'w=quick', 'w=tricks']
    """
    line = straighten(line).strip()
    pieces = tokens(line)
    words = [t.lower() for t in pieces if t[0].isalpha()]
    found = {f"w={word}" for word in words}
    found.update(f"b={a} {b}" for a, b in itertools.pairwise(words))
    found.update(_marks(line, pieces))
    found.update(_shape(pieces, words))
    return found


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
    if pieces and pieces[0].isdigit() and int(pieces[0]) < _LISTED:
        found.add("number first")
    if any(_SUPERLATIVE.match(w) for w in words):
        found.add("superlative")
    for suffix in _SUFFIXES:
        least = len(suffix) + 2
        n = sum(w.endswith(suffix) and len(w) > least for w in words)
        found.add(f"{suffix}={min(n, _MOST)}")
    return found | _ends(words) | _capitals(pieces)


def _ends(words: list[str]) -> set[str]:
    if not words:
        return set()
    found = {f"first={words[0]}", f"end={words[-1]}"}
    found.add(f"first={' '.join(words[:2])}")
    found.add(f"letters={2 * sum(map(len, words)) // len(words)}")
    if words[0] in _ASKING:
        found.add("asks")
    return found


def _capitals(pieces: list[str]) -> set[str]:
    found = set()
    shouted = sum(t.isupper() and len(t) >= _SHOUTED for t in pieces)
    if shouted:
        found.add(f"shouted={min(shouted, _MOST)}")
    inner = [t for t in pieces[1:] if t[0].isalpha()]
    capitals = sum(t[0].isupper() for t in inner)
    found.add(f"capitals={10 * capitals // max(1, len(inner))}")
    return found
