"""Find embedded posts: the words that somebody posted, and the signature below them.

A scraped page keeps the text of a post and its signature: a dash, the name of who
posted it, the handle in brackets, the day. No quotation mark tells that the words are
another's; a bracket with an at sign is all there is to look for.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from scorer.types import SegmentKind, Span

_HANDLE: Final = "(@"
_LONGEST_HANDLE: Final = 30  # characters
_LONGEST: Final = 320  # characters of a post with its links
_NAME: Final = 8  # words of a name
_DASHES: Final = frozenset("-–—―")
_MONTHS: Final = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august"}
    | {"september", "october", "november", "december"}
)
_SHARED: Final = frozenset({("shared", "by"), ("posted", "by")})
_LEAD: Final = 4  # words of "a photo posted by"
_PARTS: Final = frozenset({SegmentKind.STANDFIRST, SegmentKind.BODY})
_SURE: Final = 0.9
_LIKELY: Final = 0.75  # without a day, or without a dash


class Post(NamedTuple):
    """An embedded post; places are numbers of words, the last of a pair excluded.

    Attributes:
        said: The words of the post.
        name: The words of the name that signs it.
        handle: What the account is called, without its sign.
        platform: The network.
        weight: How sure it is that this is a post.
    """

    said: tuple[int, int]
    name: tuple[int, int]
    handle: str
    platform: str
    weight: float


class Page(NamedTuple):
    """What of a reading tells posts: see `scorer.reading.Reading`.

    Attributes:
        sentences: Span, first word, the word after the last, number of paragraph.
        paragraphs: Kind, span, first word, the word after the last.
    """

    plain: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentence_of: Sequence[int]
    sentences: Sequence[tuple[Span, int, int, int]]
    paragraphs: Sequence[tuple[SegmentKind, Span, int, int]]

    def line(self, i: int) -> tuple[SegmentKind, int, int]:
        """Return the kind of the line of a word, and the line's words."""
        number = self.sentences[self.sentence_of[i]][3]
        kind, _, first, last = self.paragraphs[number]
        return kind, first, last

    def is_dashed(self, i: int) -> bool:
        """Tell whether a dash with a blank stands before a word, not one within."""
        gap = self.plain[self.ends[i - 1] : self.starts[i]] if i else ""
        return not _DASHES.isdisjoint(gap) and any(map(str.isspace, gap))

    def is_shared(self, i: int) -> bool:
        """Tell whether "shared by" stands before a word."""
        return i > 1 and tuple(self.words[i - 2 : i]) in _SHARED


class _Signature(NamedTuple):
    """Who posted something: the name, and the first and last of all that signs."""

    name: tuple[int, int]
    first: int
    last: int
    handle: str
    platform: str
    weight: float


def find_posts(page: Page) -> Iterator[Post]:
    """Yield the embedded posts of a page, in order."""
    plain = page.plain
    floor, at = 0, plain.find(_HANDLE)
    while at >= 0:
        close = plain.find(")", at, at + _LONGEST_HANDLE)
        signed = _signature(page, at, close) if close > 0 else None
        if signed is not None:
            said = _said(page, floor, signed)
            floor = signed.last
            if said is not None:
                yield Post(
                    said, signed.name, signed.handle, signed.platform, signed.weight
                )
        at = plain.find(_HANDLE, at + 1)


def _signature(page: Page, at: int, close: int) -> _Signature | None:
    """Return the signature whose handle stands in a bracket; None if it signs none."""
    end, after = bisect_left(page.starts, at), bisect_left(page.starts, close)
    if end == 0:
        return None
    kind, line_first, line_last = page.line(end - 1)
    if kind not in _PARTS:
        return None
    floor, handle = max(line_first, end - _NAME), page.plain[at + 2 : close]
    first = next((i for i in range(end - 1, floor - 1, -1) if _opens(page, i)), floor)
    dash = page.is_dashed(first)
    if not dash and page.is_shared(first):
        start = max(floor, first - _LEAD)
        return _Signature((first, end), start, after, handle, "instagram", _SURE)
    days = _days(page.words[after : after + 3])
    if dash and (days or after >= line_last):
        weight = _SURE if days else _LIKELY
    elif days and first == line_first:
        weight = _LIKELY
    else:
        return None
    return _Signature((first, end), first, after + days, handle, "twitter", weight)


def _opens(page: Page, i: int) -> bool:
    """Tell whether a name begins with a word: after a dash, or after "shared by"."""
    return page.is_shared(i) or page.is_dashed(i)


def _days(words: Sequence[str]) -> int:
    """Return how many words of a date these begin with: "June 12, 2018", "June 12"."""
    month, day, year = (*words, "", "", "")[:3]
    if month not in _MONTHS or not day.isdigit():
        return 0
    return 3 if year.isdigit() else 2


def _said(page: Page, floor: int, signed: _Signature) -> tuple[int, int] | None:
    """Return the words of a post: before its signature, or the line above."""
    _, first, _ = page.line(signed.name[0])
    last = signed.first
    if first >= last:
        above = last - 1
        if signed.platform != "twitter" or above < floor:
            return None
        kind, first, _ = page.line(above)
        if kind not in _PARTS:
            return None
    floor = max(floor, first)
    return (_start(page, floor, last), last) if floor < last else None


def _start(page: Page, floor: int, last: int) -> int:
    """Return where a post starts: as many sentences back as one may have."""
    number = page.sentence_of[last - 1]
    first = max(floor, page.sentences[number][1])
    edge = page.starts[last - 1] - _LONGEST
    while first > floor:
        number -= 1
        before = max(floor, page.sentences[number][1])
        if page.starts[before] < edge:
            break
        first = before
    return first
