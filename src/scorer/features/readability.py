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

from itertools import groupby
from math import nan
from operator import itemgetter
from typing import Final, NamedTuple

from scorer.features.classes import classify, count_letters, count_long
from scorer.reading import Reading
from scorer.types import SegmentKind

_ASCII: Final = bytes(range(128))
_BLANKS: Final = b" \t\r\v\f\x1c\x1d\x1e\x1f"  # of ASCII, but for line feeds


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
    return count_classes(reading, classify(reading.words))


def count_classes(reading: Reading, classes: bytes) -> Counts:
    """Count the body of a document, given the class of each of its words."""
    words, kinds, lines = _body(reading, classes)
    inside = [paragraph[0] is SegmentKind.BODY for paragraph in reading.paragraphs]
    full = [
        paragraph for _, first, last, paragraph in reading.sentences if last > first
    ]
    return Counts(
        letters=count_letters(words),
        strokes=_strokes(lines),
        words=len(kinds),
        long_words=count_long(kinds),
        sentences=sum(map(inside.__getitem__, full)),
    )


def _body(reading: Reading, classes: bytes) -> tuple[str, bytes, str]:
    """Return the words of the body without blanks, their classes, and its lines."""
    words, kinds, lines = [], [], []
    for kind, paragraphs in groupby(reading.paragraphs, itemgetter(0)):
        if kind is SegmentKind.BODY:
            # Those in a row are one stretch, with nothing but blanks between them.
            (_, (start, end), first, last), *more = paragraphs
            if more:
                _, (_, end), _, last = more[-1]
            words.append("".join(reading.words[first:last]))
            kinds.append(classes[first:last])
            lines.append(reading.plain[start:end])
    return "".join(words), b"".join(kinds), "\n".join(lines)


def _strokes(lines: str) -> int:
    """Count the characters of some lines that are no blanks."""
    # As bytes, all the blanks of ASCII go in one pass.
    written = lines.encode("utf-8", "surrogatepass")
    others = written.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if len(others.split()) > 1 or others != others.strip():  # seldom: a wider blank
        lines = "\n".join(["".join(line.split()) for line in lines.split("\n")])
        written = lines.encode("utf-8", "surrogatepass")
    bare = written.translate(None, _BLANKS)
    # A double mark typed as two is one stroke.
    ends = bare.count(b"\n") + bare.count(b"''")
    return len(lines) - (len(written) - len(bare)) - ends
