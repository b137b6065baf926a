"""Readability: how long the words and sentences of a text are, in four formulas.

They say how demanding the prose is. All are functions of counts alone, and they
equal textstat's when given the counts that textstat makes, which a test holds.
The counts themselves differ on purpose:

- textstat counts a sentence at every `.`, `?` or `!`, in "U.S." and "3.5" too, and
  then drops what has fewer than three words; ours are those of the reading.
- textstat's words are what stands between blanks, so "-" is one for the ARI and
  none elsewhere; ours are the reading's, and have a letter or a digit.
- The ARI was defined on the strokes of a typewriter, and textstat counts every
  character that is no blank, punctuation included, for it; so do we.

Sources: Senter and Smith 1967, "Automated Readability Index", AMRL-TR-66-220;
Coleman and Liau 1975, Journal of Applied Psychology 60(2); Björnsson 1968,
"Läsbarhet"; Anderson 1983, "Lix and Rix", Journal of Reading 26(6).
"""

from math import nan
from typing import NamedTuple

from scorer.reading import Reading
from scorer.types import SegmentKind

_LONG = 7  # Björnsson: more than six letters
_INNER = "'-,.:"


class Counts(NamedTuple):
    """What the formulas are made of.

    Attributes:
        letters: Letters and digits.
        strokes: Characters other than blanks.
        long_words: Words of at least seven letters and digits.
    """

    letters: int
    strokes: int
    words: int
    long_words: int
    sentences: int


def automated_readability_index(strokes: int, words: int, sentences: int) -> float:
    """Return the ARI, a school year in the United States (Senter and Smith 1967).

    Example:
        >>> round(automated_readability_index(470, 100, 5), 2)
        10.71
    """
    if not words or not sentences:
        return nan
    return 4.71 * strokes / words + 0.5 * words / sentences - 21.43


def coleman_liau_index(letters: int, words: int, sentences: int) -> float:
    """Return the Coleman-Liau index, a school year (Coleman and Liau 1975).

    Example:
        >>> round(coleman_liau_index(470, 100, 5), 2)
        9.98
    """
    if not words or not sentences:
        return nan
    return 0.058 * 100 * letters / words - 0.296 * 100 * sentences / words - 15.8


def lix(words: int, long_words: int, sentences: int) -> float:
    """Return the LIX: below 30 is easy, above 60 very hard (Björnsson 1968).

    Example:
        >>> lix(100, 25, 5)
        45.0
    """
    if not words or not sentences:
        return nan
    return words / sentences + 100 * long_words / words


def rix(long_words: int, sentences: int) -> float:
    """Return the RIX, long words per sentence (Anderson 1983).

    Example:
        >>> rix(25, 5)
        5.0
    """
    return long_words / sentences if sentences else nan


def count(reading: Reading) -> Counts:
    """Count the body of a document; headlines and the page around it stay out."""
    plain = reading.plain
    letters = strokes = words = long_words = 0
    for kind, (start, end), first, last in reading.paragraphs:
        if kind is not SegmentKind.BODY:
            continue
        found = reading.words[first:last]
        words += last - first
        letters += len(_bare("".join(found)))
        long_words += sum(
            len(_bare(word)) >= _LONG for word in found if word[_LONG - 1 :]
        )
        # A double mark typed as two single ones is one stroke still.
        strokes += len("".join(plain[start:end].split()).replace("''", '"'))
    is_body = [paragraph.kind is SegmentKind.BODY for paragraph in reading.paragraphs]
    sentences = sum(
        last > first and is_body[paragraph]
        for _, first, last, paragraph in reading.sentences
    )
    return Counts(letters, strokes, words, long_words, sentences)


def _bare(word: str) -> str:
    """Return a word without its inner marks: "well-known" is one long word."""
    if word.isalnum():
        return word
    for mark in _INNER:  # most words have no other; what is left is taken one by one
        word = word.replace(mark, "")
    return word if word.isalnum() else "".join(filter(str.isalnum, word))
