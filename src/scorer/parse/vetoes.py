"""What is no paragraph of a story, however likely its place and length make it.

Lines within the body are few, so a model that weighs pages learns little of them;
what is said here held for every page of known text but a handful of link digests.
"""

import re
from collections.abc import Sequence

from scorer.parse.hints import bit
from scorer.parse.page import Block

_WHOLE = 0.9  # share of anchor text from which a line is nothing but a link
_HALF = 0.4
_DIGEST = 0.3  # share of lines that are links, from which links are the story
_FEW_WORDS = 4
_SHORT = 200
_HEADING = 60
_CAPTION = bit("caption")
_RELATED = bit("related")
_SIGNUP = bit("signup")
_LEADS_ON = re.compile(
    r"^\W*(?:(?:read|see|find out|learn|know)\s+(?:more|also|next|on)"
    r"|also\s+(?:read|on|in)|more\s+(?:on|from|about|in|stories|news)|related\b"
    r"|most\s+(?:read|popular|viewed|watched)|recommended|trending|you (?:may|might)"
    r"|don['’]?t miss|watch(?:\s+(?:now|this|more))?:|(?:up )?next\b"
    r"|previous (?:post|article|story)|top stories"
    r"|latest\b|in other news|check out|must.read|popular\b|read:"
    r"|(?:story )?continue(?:s|d)? (?:reading )?below|click (?:here|to)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:newsletters?|inbox|sign(?:ing)? up|subscribe|log ?in|register)\b",
    re.IGNORECASE,
)


def strike_out(blocks: Sequence[Block], is_body: Sequence[bool]) -> list[bool]:
    """Return which blocks are body still after the vetoes."""
    chosen = [block for block, yes in zip(blocks, is_body, strict=True) if yes]
    linked = sum(is_link(block, _WHOLE) for block in chosen)
    digest = linked > _DIGEST * len(chosen)
    return [
        yes and not _is_struck(block, digest=digest)
        for block, yes in zip(blocks, is_body, strict=True)
    ]


def leads_on(text: str) -> bool:
    """Tell whether a line begins as what points to other stories does.

    Example:
        >>> leads_on("READ MORE: Goat wins prize"), leads_on("She read more books.")
        (True, False)
    """
    return len(text) < _SHORT and _LEADS_ON.match(text) is not None


def is_link(block: Block, share: float) -> bool:
    """Tell whether this share of a line is anchor text."""
    return block.linked >= share * len(block.text)


def hints_near(block: Block) -> int:
    """Return the hints of a block and of the element around it."""
    parent = block.frame.parent
    return block.frame.hints | block.inline | (parent.hints if parent else 0)


def _is_struck(block: Block, *, digest: bool) -> bool:
    near = hints_near(block)
    if block.frame.tag == "button" or near & _CAPTION:
        return True
    if len(block.text) < _HEADING and leads_on(block.text):
        return True
    if is_link(block, _HALF) and (near & _RELATED or leads_on(block.text)):
        return True
    if near & _SIGNUP and len(block.text) < _SHORT and _ASKS.search(block.text):
        return True
    return not digest and _is_teaser(block)


def _is_teaser(block: Block) -> bool:
    """Tell whether a line is a link to another story, standing by itself."""
    return (
        is_link(block, _WHOLE)
        and block.frame.tag != "li"
        and block.text.count(" ") >= _FEW_WORDS - 1
    )
