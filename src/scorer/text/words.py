"""Find the words of a text, in one pass and without an object for each."""

import re
from itertools import accumulate

from scorer.text.tables import load_table

# Numbers keep their separators ("2,000", "3.5"), words their inner apostrophes
# and hyphens ("don't", "well-known").
_WORD = re.compile(
    r"((?<![\w])\d+(?:[.,:]\d+)+(?!\w)|\w+(?:['-]\w+)*)",
)


_MARKS = load_table("marks")
_SIGNS = (
    ('"', _MARKS["double_quotes"]),
    ("'", _MARKS["single_quotes"] + _MARKS["apostrophes"]),
)
_FOLD = [(mark, sign) for sign, marks in _SIGNS for mark in marks if mark != sign]


def straighten(text: str) -> str:
    """Return `text` with every quotation mark and apostrophe made straight.

    Example:
        >>> print(straighten("“Don’t”"))
        "Don't"
    """
    if text.isascii():
        return text
    for mark, sign in _FOLD:  # one replace each: a third of the time of translate
        text = text.replace(mark, sign)
    return text


def fold(text: str) -> str:
    """Return `text` in lower case with every quotation mark made straight.

    The length never changes, so a place in one is a place in the other.

    Example:
        >>> print(fold("“Don’t”, said İpek"))
        "don't", said İpek
    """
    return lower(straighten(text))


def lower(text: str) -> str:
    """Return `text` in lower case, but for letters whose lower case is longer."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def find_words(folded: str) -> tuple[list[str], list[int], list[int]]:
    """Return the words of a folded text, where each starts, and where it ends.

    Splitting on a captured group yields words and gaps in turn, so that their
    summed lengths are the offsets: no match object is ever made.

    Example:
        >>> find_words("it isn't 2,000.")
        (['it', "isn't", '2,000'], [0, 3, 9], [2, 8, 14])
    """
    pieces = _WORD.split(folded)
    offsets = list(accumulate(map(len, pieces)))
    return pieces[1::2], offsets[:-1:2], offsets[1::2]
