"""Find quotations in every style of mark, the unclosed ones included.

Folding has made every mark straight, so a mark opens or closes by what stands
beside it: that way curly and straight text are read alike, and a wrong curl does
no harm. A quotation never leaves its paragraph, so that one stray mark cannot
swallow an article; one that runs over several opens again in each of them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from scorer.text.places import find_places
from scorer.types import Span


class Quotation(NamedTuple):
    """A stretch between quotation marks.

    Attributes:
        span: From the opening mark to after the closing one.
        inner: What stands between the marks.
        closed: Whether a closing mark was found; a quotation that runs over
            several paragraphs opens in each and closes in the last.
        first: Its first word, once a document was read.
        last: The word after its last; `last - first` words tell a scare quote of
            one or two from somebody's speech.
        paragraph: The number of its paragraph.
    """

    span: Span
    inner: Span
    closed: bool
    first: int = 0
    last: int = 0
    paragraph: int = 0


# A quotation mark and what its neighbours allow it to be: where it starts and ends,
# and whether it is double, may open, may close, and may make a possessive.
Mark = tuple[int, int, bool, bool, bool, bool]

# What a pair of marks encloses: where it starts, its inner part starts, its inner
# part ends, and it ends; 0 for the end where no mark closes it.
Pair = tuple[int, int, int, int]

_ELISION = re.compile(
    r"'(?:\d\ds?|n|em|til|till|tis|twas|twere|cause|cos|cuz|bout|round|neath)\b(?:(?<=n)')?"
)
_BEFORE = frozenset("([{<-–—/*_…\"'|:=+>~,")
_AFTER = frozenset(".,;:!?)]}>-–—/*_…\"'|&")
_NEVER_FIRST = frozenset(".,;:!?)]}")


def find_marks(folded: str) -> list[int]:
    """Return where quotation marks may stand; apostrophes inside words are left out.

    Example:
        >>> find_marks("'it isn't'")
        [0, 9]
    """
    single = [
        place
        for place in find_places(folded, "'")
        if not folded[place + 1 : place + 2].isalnum()
        or not folded[place - 1 : place].isalnum()
    ]
    double = find_places(folded, '"')
    return sorted(double + single) if single else double


def find_quotations(folded: str, *, carried: bool = False) -> list[Quotation]:
    """Return the quotations of one folded paragraph, in order, none nested.

    Args:
        folded: The paragraph.
        carried: Whether a quotation is still open from the paragraph before.

    Example:
        >>> [q.inner.of('he said "so".') for q in find_quotations('he said "so".')]
        ['so']
    """
    end = len(folded)
    return [
        Quotation(Span(a, d or c), Span(b, c), bool(d))
        for a, b, c, d in pair_marks(
            folded, find_marks(folded), 0, end, carried=carried
        )
    ]


def pair_marks(
    folded: str, places: Sequence[int], start: int, end: int, *, carried: bool = False
) -> list[Pair]:
    """Return what is quoted in a paragraph in which every mark is known.

    Args:
        folded: A folded text.
        places: Where marks stand in the paragraph, as `find_marks` tells.
        start: Where the paragraph starts in the text; a blank stands before.
        end: Where it ends; a blank stands behind.
        carried: Whether a quotation is still open from the paragraph before.
    """
    marks = _judge_all(folded, places)
    found: list[Pair] = []
    at = 0
    if carried and marks:
        first, stop, _, opens, closes, _ = marks[0]
        if closes and not opens:
            found.append((start, start, first, stop))
            at = 1
    while at < len(marks):
        first, inner, double, opens, *_ = marks[at]
        close = _find_close(marks, at) if opens else None
        if close is not None:
            last, stop, *_ = marks[close]
            found.append((first, inner, last, stop))
            at = close
        elif opens and (double or first == start):
            stop, at = _unclosed(folded, marks, at, end)
            found.append((first, inner, stop, 0))
        at += 1
    return [pair for pair in found if pair[1] < pair[2]]


def _judge_all(text: str, places: Sequence[int]) -> list[Mark]:
    """Return the marks; two single ones side by side are one double mark."""
    marks: list[Mark] = []
    free = 0
    for start in places:
        if start < free:
            continue
        context = text[start - 1 : start + 4] if start else " " + text[:4]
        width, double, opens, closes, possessive = _judge(context)
        free = start + width
        if opens and not double and (elision := _ELISION.match(text, start)):
            free = elision.end()
        else:
            marks.append((start, free, double, opens, closes, possessive))
    return marks


@lru_cache(maxsize=4096)
def _judge(context: str) -> tuple[int, bool, bool, bool, bool]:
    """Judge a mark by the character before it and the three behind it.

    Returns:
        Its width, and whether it is double, may open, may close, and may make a
        possessive.
    """
    before, sign, behind = context[0], context[1], context[2:]
    width = 2 if sign + behind[:1] == "''" else 1
    double = sign == '"' or width > 1
    behind = behind[width - 1 :]
    after = behind[:1] or " "
    blank, gap = before.isspace(), after.isspace()
    opens = not gap and (blank or before in _BEFORE) and after not in _NEVER_FIRST
    closes = not blank and (gap or after in _AFTER or not opens)
    if double and blank and gap:
        opens = closes = True
    possessive = before == "s" and gap and behind[1:2].isalnum()
    return width, double, opens, closes, possessive


def _find_close(marks: Sequence[Mark], at: int) -> int | None:
    """Return the number of the mark that closes the one at `at`, if any does."""
    wanted = marks[at][2]
    even = True  # double marks within single ones come in pairs
    guess: int | None = None
    for number in range(at + 1, len(marks)):
        _, _, double, opens, closes, possessive = marks[number]
        if double != wanted:
            even = not even
        elif closes and (wanted or even):
            if wanted or not possessive:
                return number
            guess = number  # "the boys' room", unless nothing better follows
        elif opens and not closes:
            break
    return guess


def _unclosed(text: str, marks: Sequence[Mark], at: int, end: int) -> tuple[int, int]:
    """Return where an unclosed quotation stops (0: nowhere), and its last mark."""
    _, inner, double, *_ = marks[at]
    later = range(at + 1, len(marks))
    number = next((i for i in later if marks[i][2] == double), None)
    if number is None:
        return end, len(marks)
    # Another quotation opens: what was quoted ended with its sentence at the latest.
    return max(text.rfind(s, inner, marks[number][0]) for s in ".!?") + 1, number - 1
