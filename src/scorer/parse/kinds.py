"""Say what each block of a page is, and leave out what is far from the article."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorer.parse.heads import find_headline
from scorer.parse.hints import bit
from scorer.parse.metadata import Metadata
from scorer.parse.page import Block
from scorer.parse.vetoes import hints_near, is_link, leads_on
from scorer.types import SegmentKind

_MOST_BEFORE = 12  # lines of chrome kept between headline and body
_MOST_AFTER = 40  # lines kept after the body
_CAPTION = bit("caption") | bit("credit")
_BYLINE = bit("byline") | bit("date")
_STANDFIRST = bit("standfirst")
_FAR = bit("footer") | bit("nav") | bit("consent") | bit("comment") | bit("modal")
_BUTTON = bit("share") | bit("tool") | bit("modal") | bit("media")
_NO_LINK = bit("share") | bit("tags") | bit("nav") | bit("footer") | bit("bio")
_POINTING = bit("related") | bit("promo") | bit("list")
_LINKED = 0.5  # a line with this share of anchor text is a link
_LONGEST_BYLINE = 160
_LEAST_STANDFIRST = 30
_CLOSE = 5  # elements around a block whose names speak of it
_SHARES = re.compile(
    r"^\W*(?:share|tweet|e-?mail|print|follow|facebook|twitter|whatsapp|subscribe"
    r"|comments?|log ?in|sign (?:in|up)|listen)\b",
    re.IGNORECASE,
)
_SAME_SUMMARY = 60  # characters that two summaries share
_SIGNED = re.compile(
    r"^\W*by[: ]\s*\w|\b(?:published|updated|posted|last modified|reporting by)\b"
    r"|\b\d{1,2}[:.]\d\d\s*(?:[ap]\.?m|gmt|bst|e[sd]?t|utc)?\b|\bmin(?:ute)?s? read\b"
    r"|\b(?:19|20)\d\d\b|\b(?:hours?|minutes?|days?) ago\b|correspondent\b"
    r"|\breporter\b",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """A block that is kept, and the part that it plays."""

    kind: SegmentKind
    block: Block


def sort_blocks(
    blocks: Sequence[Block], is_body: Sequence[bool], about: Metadata
) -> list[Line]:
    """Return the lines of the article in page order: its own and those beside it."""
    body = [i for i, yes in enumerate(is_body) if yes]
    if not body:
        return []
    first, last = body[0], body[-1] + 1
    head = find_headline(blocks, first, about.title or "")
    above = first if head is None else min(head, first)
    lines = list(_above(blocks, head, range(above, first), about))
    lines += _through(blocks, is_body, head, range(first, last), about)
    return [*lines, *_below(blocks[last:], about)]


def _above(
    blocks: Sequence[Block], head: int | None, places: range, about: Metadata
) -> Iterator[Line]:
    """Yield headline, standfirst, byline, and a little of what stands between."""
    chrome, summed_up = 0, False
    for i in places:
        kind = SegmentKind.HEADLINE if i == head else _kind_above(blocks[i], about)
        if kind is SegmentKind.STANDFIRST and summed_up:
            kind = SegmentKind.BOILERPLATE
        summed_up = summed_up or kind is SegmentKind.STANDFIRST
        if kind is SegmentKind.BOILERPLATE:
            chrome += 1
            if chrome > _MOST_BEFORE or _is_button(blocks[i]):
                continue
        yield Line(kind, blocks[i])


def _through(
    blocks: Sequence[Block],
    is_body: Sequence[bool],
    head: int | None,
    places: range,
    about: Metadata,
) -> Iterator[Line]:
    """Yield the body and what stands within it."""
    opening = True
    for i in places:
        block = blocks[i]
        if i == head:
            yield Line(SegmentKind.HEADLINE, block)
        elif is_body[i]:
            opens = opening and _opens(block, blocks[i + 1 : i + 3], about)
            opening = False
            yield Line(SegmentKind.STANDFIRST if opens else SegmentKind.BODY, block)
        else:
            kind = _kind_beside(block, about)
            if kind is not SegmentKind.BOILERPLATE or not _is_button(block):
                yield Line(kind, block)


def _below(blocks: Sequence[Block], about: Metadata) -> list[Line]:
    """Return the lines after the body, up to the footer or the last cross-link."""
    lines: list[Line] = []
    for block in blocks:
        if len(lines) == _MOST_AFTER or "footer" in block.frame.tags:
            break
        # A count of comments within a teaser is no comment: only what holds it tells.
        far = _hints_of_holders(block) & _FAR
        if _is_button(block) or (far and not _is_pager(block)):
            continue
        lines.append(Line(_kind_beside(block, about), block))
    while lines and lines[-1].kind is SegmentKind.BOILERPLATE:
        lines.pop()
    return lines


def _kind_above(block: Block, about: Metadata) -> SegmentKind:
    """Name a line between headline and body."""
    near = hints_near(block)
    if "figcaption" in block.frame.tags or near & _CAPTION:
        return SegmentKind.CAPTION
    named = _hints_around(block) & _BYLINE
    if _is_byline(block, about) or (named and _is_short(block)):
        return SegmentKind.BYLINE
    if not is_link(block, _LINKED) and _is_standfirst(block, about):
        return SegmentKind.STANDFIRST
    return _kind_beside(block, about)


def _kind_beside(block: Block, about: Metadata) -> SegmentKind:
    """Name a line within or after the body that is none of it."""
    near = hints_near(block)
    if "figcaption" in block.frame.tags or near & _CAPTION:
        return SegmentKind.CAPTION
    if _points_elsewhere(block, near):
        return SegmentKind.CROSS_LINK
    if near & _BYLINE and _is_byline(block, about):
        return SegmentKind.BYLINE
    return SegmentKind.BOILERPLATE


def _is_short(block: Block) -> bool:
    return len(block.text) < _LONGEST_BYLINE


def _is_button(block: Block) -> bool:
    """Tell whether a line is a word or two that ask for a click: "Share", "Close"."""
    if leads_on(block.text):
        return False
    own = _hints_around(block)
    few = block.text.count(" ") < 2  # noqa: PLR2004
    return few and bool(own & _BUTTON or block.frame.tag in {"button", "li"})


def _is_byline(block: Block, about: Metadata) -> bool:
    if not _is_short(block):
        return False
    author = (about.author or "").split(",")[0].lower()
    named = bool(author) and author in block.text.lower()
    return named or _SIGNED.search(block.text) is not None


def _is_standfirst(block: Block, about: Metadata) -> bool:
    if len(block.text) <= _LEAST_STANDFIRST:
        return False
    summary = (about.summary or "")[:_SAME_SUMMARY]
    hinted = (block.frame.hints | block.inline) & _STANDFIRST
    same = bool(summary) and block.text.startswith(summary)
    return bool(hinted) or block.frame.tag in {"h2", "h3", "h4"} or same


def _opens(block: Block, following: Sequence[Block], about: Metadata) -> bool:
    """Tell whether a paragraph is a standfirst: a byline or picture follows it."""
    return _is_standfirst(block, about) and any(
        hints_near(after) & _CAPTION
        or "figcaption" in after.frame.tags
        or (hints_near(after) & _BYLINE and _is_byline(after, about))
        for after in following
    )


def _points_elsewhere(block: Block, near: int) -> bool:
    if leads_on(block.text):
        return True
    if not is_link(block, _LINKED):
        return False
    if _SHARES.match(block.text):
        return False
    around = _hints_around(block)
    return (" " in block.text and not near & _NO_LINK) or bool(around & _POINTING)


def _is_pager(block: Block) -> bool:
    """Tell whether a line names the story before or after this one."""
    return is_link(block, _LINKED) and leads_on(block.text)


def _hints_around(block: Block) -> int:
    """Return the hints of a block and of the few elements that hold it closely."""
    return block.inline | _hints_of_holders(block)


def _hints_of_holders(block: Block) -> int:
    found, frame = 0, block.frame
    for _ in range(_CLOSE):
        found |= frame.hints
        if frame.parent is None:
            break
        frame = frame.parent
    return found
