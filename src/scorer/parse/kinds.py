"""Say what each block of a page is, and leave out what is far from the article."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scorer.parse.hints import bit
from scorer.parse.metadata import Metadata, without_outlet
from scorer.parse.page import Block
from scorer.types import SegmentKind

_MAX_BEFORE = 12  # lines of chrome kept between headline and body
_MAX_AFTER = 40  # lines kept after the body
_CAPTION = bit("caption") | bit("credit")
_BYLINE = bit("byline") | bit("date")
_STANDFIRST = bit("standfirst")
_FAR = bit("footer") | bit("nav") | bit("consent") | bit("comment") | bit("modal")
_NO_LINK = bit("share") | bit("tags") | bit("nav") | bit("footer") | bit("bio")
_POINTING = bit("related") | bit("promo") | bit("list")
_LINKED = 0.5
_SHORT = 200
_LEAST_STANDFIRST = 30
_LEADS_ON = re.compile(
    r"^\W*(?:(?:read|see|find out|learn|know)\s+(?:more|also|next|on)"
    r"|also\s+(?:read|on|in)|more\s+(?:on|from|about|in|stories|news)|related\b"
    r"|most\s+(?:read|popular|viewed)|recommended|trending|you (?:may|might)"
    r"|don'?t miss|watch(?:\s+(?:now|this|more))?:?|(?:up )?next\b|top stories"
    r"|latest\b|in other news|check out|must.read|popular\b)",
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
    head = _find_headline(blocks, body[0], about.title or "")
    first = body[0] if head is None else min(head, body[0])
    lines: list[Line] = []
    for i in range(first, body[-1] + 1):
        if i == head:
            kind = SegmentKind.HEADLINE
        elif is_body[i]:
            kind = SegmentKind.BODY
        else:
            kind = _kind_beside(blocks[i], about, before=i < body[0])
        lines.append(Line(kind, blocks[i]))
    lines = _thin(lines, body[0] - first)
    return lines + _after(blocks[body[-1] + 1 :], about)


def _thin(lines: list[Line], before: int) -> list[Line]:
    """Keep no more than a few lines of chrome between headline and body."""
    chrome = [i for i in range(before) if lines[i].kind is SegmentKind.BOILERPLATE]
    dropped = frozenset(chrome[_MAX_BEFORE:])
    return [line for i, line in enumerate(lines) if i not in dropped]


def _after(blocks: Sequence[Block], about: Metadata) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        if len(lines) == _MAX_AFTER or block.frame.tags & {"footer"}:
            break
        if (block.frame.inherited | block.frame.hints) & _FAR:
            continue
        lines.append(Line(_kind_beside(block, about, before=False), block))
    while lines and lines[-1].kind is SegmentKind.BOILERPLATE:
        lines.pop()
    return lines


def _kind_beside(block: Block, about: Metadata, *, before: bool) -> SegmentKind:
    """Name a line within the article that is not its body."""
    frame = block.frame
    own = frame.hints | block.inline
    near = own | (frame.parent.hints if frame.parent else 0)
    linked = block.linked >= _LINKED * len(block.text)
    if "figcaption" in frame.tags or near & _CAPTION:
        return SegmentKind.CAPTION
    if before and not linked and _is_standfirst(block, about):
        return SegmentKind.STANDFIRST
    if len(block.text) < _SHORT and _is_byline(block, near, about):
        return SegmentKind.BYLINE
    if _points_elsewhere(block, near, linked=linked):
        return SegmentKind.CROSS_LINK
    return SegmentKind.BOILERPLATE


def _is_standfirst(block: Block, about: Metadata) -> bool:
    own = block.frame.hints | block.inline
    summary = about.summary or ""
    return len(block.text) > _LEAST_STANDFIRST and (
        bool(own & _STANDFIRST)
        or block.frame.tag in {"h2", "h3"}
        or block.text[:60] == summary[:60]
    )


def _is_byline(block: Block, near: int, about: Metadata) -> bool:
    if about.author and about.author.split(",")[0].lower() in block.text.lower():
        return True
    return bool(near & _BYLINE or "time" in block.inline_tags) and not near & _POINTING


def _points_elsewhere(block: Block, near: int, *, linked: bool) -> bool:
    if _LEADS_ON.match(block.text) and len(block.text) < _SHORT:
        return True
    around = near | block.frame.inherited
    return (linked and not near & _NO_LINK and " " in block.text) or (
        bool(near & _POINTING) and bool(around & _POINTING) and linked
    )


def _find_headline(blocks: Sequence[Block], first_body: int, title: str) -> int | None:
    """Return the block that best says the title, else the last h1 before the body."""
    wanted = _words(title)
    best, best_share = None, 0.6
    for i in range(min(len(blocks), first_body + 3)):
        block = blocks[i]
        if block.frame.tag not in {
            "h1",
            "h2",
            "h3",
            "div",
            "p",
            "header",
            "span",
            "td",
        }:
            continue
        words = _words(block.text)
        share = 2 * len(words & wanted) / max(1, len(words) + len(wanted))
        share += 0.2 * (block.frame.tag == "h1") - 0.3 * (block.linked > 0)
        if share >= best_share:
            best, best_share = i, share
    if best is None:
        best = next(
            (i for i in range(first_body - 1, -1, -1) if _is_h1(blocks[i])), None
        )
    return best


def _is_h1(block: Block) -> bool:
    return block.frame.tag == "h1" and " " in block.text


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def headline_text(block: Block, about: Metadata) -> str:
    """Return a headline without the outlet's name."""
    return without_outlet(block.text, about.outlet, about.url)
