"""Find the block of a page that is its headline."""

import re
from collections.abc import Sequence

from scorer.parse.page import Block

_ALIKE = 0.6  # share of words that a block and the title have in common
_FAVOUR = 0.2  # for an h1
_DOUBT = 0.3  # for a link: a teaser elsewhere on the page repeats the title
_BEYOND = 3  # blocks after the first of the body, in which to look as well
_WORDS = re.compile(r"\w+")


def find_headline(blocks: Sequence[Block], first_body: int, title: str) -> int | None:
    """Return the block that best says the title, else the last h1 above the body."""
    wanted = _words(title)
    best, most = None, _ALIKE
    for i, block in enumerate(blocks[: first_body + _BEYOND]):
        score = _score(block, wanted)
        if score >= most:
            best, most = i, score
    if best is not None:
        return best
    above = range(first_body - 1, -1, -1)
    return next((i for i in above if _is_heading(blocks[i])), None)


def _score(block: Block, wanted: set[str]) -> float:
    words = _words(block.text)
    common = 2 * len(words & wanted) / max(1, len(words) + len(wanted))
    favour = _FAVOUR if block.frame.tag == "h1" else 0.0
    return common + favour - (_DOUBT if block.linked else 0.0)


def _is_heading(block: Block) -> bool:
    return block.frame.tag == "h1" and " " in block.text


def _words(text: str) -> set[str]:
    return set(_WORDS.findall(text.lower()))
