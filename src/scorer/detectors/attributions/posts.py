"""Embedded posts, which credit words to somebody without saying so.

A scraped page keeps the text of a post and its signature: a dash, the name of who
posted it, the handle in brackets, the day. No word tells that anybody said anything;
a bracket with an at sign is all there is to look for.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from scorer.detectors.attributions.kinds import GIVEN
from scorer.detectors.attributions.marks import span_of
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.parts import Mention, Statement, Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.writing import spell
from scorer.reading import Paragraph, Reading
from scorer.types import SegmentKind

_HANDLE: Final = "(@"
_LONGEST_HANDLE: Final = 30  # characters
_LONGEST: Final = 320  # characters of a post with its links
_NAME: Final = 8  # words of a name
_DASHES: Final = frozenset("-–—―")
_MONTHS: Final = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august"}
    | {"september", "october", "november", "december"}
)
# How the handles of media end; those of people with a given name may, too.
_MEDIA: Final = (
    *("news", "tv", "radio", "daily", "times", "post", "herald", "tribune", "journal"),
    *("magazine", "abc", "bbc", "cbs", "cnn", "nbc", "npr", "pbs"),
)
_SHARED: Final = frozenset({("shared", "by"), ("posted", "by")})
_LEAD: Final = 4  # words of "a photo posted by"
_PARTS: Final = frozenset({SegmentKind.STANDFIRST, SegmentKind.BODY})
_SURE: Final = 0.9
_LIKELY: Final = 0.75  # without a day, or without a dash


class _Signature(NamedTuple):
    """Who posted something, and where that is said.

    Attributes:
        name: The words of the name.
        first: The first word of the whole signature.
        last: The word after it, the day included.
        handle: What the account is called, without its sign.
        platform: The network.
        weight: How sure it is that this signs a post.
    """

    name: Words
    first: int
    last: int
    handle: str
    platform: str
    weight: float


def find_posts(around: Surroundings) -> Iterator[Statement]:
    """Yield what embedded posts say, each with who signed it, in order."""
    plain = around.reading.plain
    floor, at = 0, plain.find(_HANDLE)
    while at >= 0:
        close = plain.find(")", at, at + _LONGEST_HANDLE)
        signed = _signature(around, at, close) if close > 0 else None
        if signed is not None:
            statement = _statement(around, floor, signed)
            floor = signed.last
            if statement is not None:
                yield statement
        at = plain.find(_HANDLE, at + 1)


def _statement(
    around: Surroundings, floor: int, signed: _Signature
) -> Statement | None:
    said = _said(around.reading, floor, signed)
    if said is None:
        return None
    first = signed.name.first
    return Statement(
        head=first,
        cue=Words(first, first),
        source=signed.name,
        content=span_of(around, said),
        weight=signed.weight,
        mention=_poster(around, signed),
        platform=signed.platform,
        shown=True,
    )


def _signature(around: Surroundings, at: int, close: int) -> _Signature | None:
    """Return the signature whose handle stands in a bracket; None if it signs none."""
    reading, words = around.reading, around.words
    end, after = bisect_left(reading.starts, at), bisect_left(reading.starts, close)
    if end == 0 or reading.kinds[end - 1] not in _PARTS:
        return None
    line, handle = _line(reading, end - 1), reading.plain[at + 2 : close]
    floor = max(line.first, end - _NAME)
    first = next((i for i in range(end - 1, floor - 1, -1) if _opens(around, i)), floor)
    dash = first > 0 and _is_dash(around.gaps[first - 1])
    if not dash and tuple(words[first - 2 : first]) in _SHARED:
        name = Words(first, end)
        start = max(floor, first - _LEAD)
        return _Signature(name, start, after, handle, "instagram", _SURE)
    dated = words[after] in _MONTHS and words[after + 1].isdigit()
    last = after
    if dated:
        last += 3 if words[after + 2].isdigit() else 2
    if dash and (dated or after >= line.last):
        weight = _SURE if dated else _LIKELY
    elif dated and first == line.first:
        weight = _LIKELY
    else:
        return None
    return _Signature(Words(first, end), first, last, handle, "twitter", weight)


def _opens(around: Surroundings, i: int) -> bool:
    """Tell whether a name begins with a word: after a dash, or after "shared by"."""
    shared = around.words[i - 1] == "by" and i > 1
    shared = shared and (around.words[i - 2], "by") in _SHARED
    return i > 0 and (shared or _is_dash(around.gaps[i - 1]))


def _is_dash(gap: str) -> bool:
    """Tell whether a dash with a blank stands in a gap, not one within a word."""
    return gap[0] != "~" and not _DASHES.isdisjoint(gap)


def _said(reading: Reading, floor: int, signed: _Signature) -> Words | None:
    """Return the words of a post: before its signature, or the line above."""
    line, last = _line(reading, signed.name.first), signed.first
    if line.first >= last:
        above = last - 1
        if signed.platform != "twitter" or above < floor:
            return None
        if reading.kinds[above] not in _PARTS:
            return None
        line = _line(reading, above)
    floor = max(floor, line.first)
    return Words(_start(reading, floor, last), last) if floor < last else None


def _start(reading: Reading, floor: int, last: int) -> int:
    """Return where a post starts: as many sentences back as one may have."""
    number = reading.sentence_of[last - 1]
    first = max(floor, reading.sentences[number].first)
    edge = reading.starts[last - 1] - _LONGEST
    while first > floor:
        number -= 1
        before = max(floor, reading.sentences[number].first)
        if reading.starts[before] < edge:
            break
        first = before
    return first


def _line(reading: Reading, i: int) -> Paragraph:
    return reading.paragraphs[reading.sentences[reading.sentence_of[i]].paragraph]


def _poster(around: Surroundings, signed: _Signature) -> Mention:
    """Return who posted, by the name; one without any capital is an account's."""
    name = signed.name
    if any(around.capital[i] for i in range(*name)):
        mention = mention_of(around, name)
        mention = mention if mention.name else Mention(name=spell(around, *name))
        person = mention.title or GIVEN.intersection(mention.name)
        medium = signed.handle.endswith(_MEDIA) and not person
        return mention._replace(written="media") if medium else mention
    return Mention(head=" ".join(spell(around, *name)), role=("twitter",))
