"""Tell capitals that label, abbreviate or head something from those that shout."""

import re
from bisect import bisect_left

from scorer.types import Span

# What may stand before a colon and cry still; other capitals there are a label.
_CRY_WORDS = """
ALERT BOMBSHELL BREAKING CONFIRMED EXPOSED HORROR OFFICIAL REVEALED SHOCK SHOCKER
SHOCKING TERROR TRAGIC UNBELIEVABLE UNPRECEDENTED UPDATE WARNING WATCH WOW
"""
_CRIES = frozenset(_CRY_WORDS.split())
_HEADING = 4  # words in capitals that open a sentence and are a heading in the text
_SENTENCE_END = frozenset(".!?:;\"”’'•\n")
_JOINED = frozenset("-/&@#_0123456789")  # part of a longer name or number
# Before it the word is one of a sentence; elsewhere it is the end of a link's text.
_BEFORE_MORE = re.compile(r"\b(?:[a-z]+|[A-Z]+)$")
_AFTER_MORE = re.compile(r" [a-z]")
_LETTERS = re.compile(r"[A-Za-z]+")
_NEAR = 30  # letters before a word that are looked at


def is_label(text: str, run: Span, line: Span) -> bool:
    """Tell whether a run of capitals is a label, or part of a longer name or number.

    Example:
        >>> t = "The Orm fund (CARE) said. SOURCE: Orm FACT-1 Orm says MORE ’s"
        >>> whole = Span(0, len(t))
        >>> runs = [Span(*m.span()) for m in re.finditer("[A-Z]{2,}", t)]
        >>> [is_label(t, run, whole) for run in runs]
        [True, True, True, True]
        >>> t = "BREAKING: It was NEVER seen MORE often"
        >>> runs = [Span(*m.span()) for m in re.finditer("[A-Z]{2,}", t)]
        >>> [is_label(t, run, Span(0, 38)) for run in runs]
        [False, False, False]
    """
    before = text[run.start - 1 : run.start] if run.start > line.start else ""
    after = text[run.end : run.end + 1] if run.end < line.end else ""
    if (before in _JOINED and before) or (after in _JOINED and after):
        return True
    if before in ("(", "[") and after in (")", "]"):
        return True
    words = run.of(text)
    if after == ":":
        return _CRIES.isdisjoint(words.split())
    return words == "MORE" and not _says_more(text, run, line)


def _says_more(text: str, run: Span, line: Span) -> bool:
    """Tell whether "MORE" is a word of its sentence, and no link's text."""
    near = max(line.start, run.start - _NEAR)
    led = _BEFORE_MORE.search(text, near, max(near, run.start - 1))
    return bool(led and _AFTER_MORE.match(text, run.end, line.end))


def is_heading(text: str, run: Span, line: Span, capitals: list[Span]) -> bool:
    """Tell whether a run belongs to a heading that stands in the text.

    A heading opens a sentence, is long, and does not end in a cry.
    """
    first = last = bisect_left(capitals, (run.start,))  # a run begins with one
    while first and _adjoin(text, capitals[first - 1], capitals[first]):
        first -= 1
    while last + 1 < len(capitals) and _adjoin(text, *capitals[last : last + 2]):
        last += 1
    if last - first + 1 < _HEADING or "!" in text[run.start : capitals[last].end + 1]:
        return False
    before = text[line.start : capitals[first].start].rstrip()
    return not before or before[-1] in _SENTENCE_END


def _adjoin(text: str, one: Span, other: Span) -> bool:
    """Tell whether nothing in lower case stands between two words in capitals."""
    between = text[one.end : other.start]
    return between == between.upper()
