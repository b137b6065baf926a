"""Bars of block characters, or of plain ones where a terminal has no others."""

from typing import Final, NamedTuple

from scorer.types import Estimate


class Glyphs(NamedTuple):
    """The characters that bars and lines are made of."""

    full: str
    empty: str
    middle: str
    within: str
    track: str


BLOCKS: Final = Glyphs("█", "░", "│", "▒", "·")
ASCII: Final = Glyphs("#", ".", "|", "-", ".")


def bar(value: float, top: float, width: int, glyphs: Glyphs = BLOCKS) -> str:
    """Draw a value between 0 and `top`.

    Example:
        >>> bar(50, 100, 4)
        '██░░'
    """
    filled = min(width, max(0, round(width * value / top)))
    return glyphs.full * filled + glyphs.empty * (width - filled)


def interval_bar(estimate: Estimate, width: int, glyphs: Glyphs = BLOCKS) -> str:
    """Draw a value on 0..100 in the middle of its interval.

    Example:
        >>> interval_bar(Estimate(50, 30, 70), 10)
        '···▒▒█▒···'
    """
    last = width - 1
    value, low, high = (min(last, int(x * width / 100)) for x in estimate)
    cells = [glyphs.within if low <= i <= high else glyphs.track for i in range(width)]
    if high > value and estimate.high * width / 100 == high:
        cells[high] = glyphs.track  # it ends where this cell begins
    cells[value] = glyphs.full
    return "".join(cells)


def push_bar(value: float, top: float, half: int, glyphs: Glyphs = BLOCKS) -> str:
    """Draw a push to the left or right of the middle.

    Example:
        >>> push_bar(-2, 4, 4), push_bar(4, 4, 4)
        ('  ██│    ', '    │████')
    """
    length = min(half, round(half * abs(value) / top)) if top else 0
    left = glyphs.full * length if value < 0 else ""
    right = glyphs.full * length if value > 0 else ""
    return f"{left:>{half}}{glyphs.middle}{right:<{half}}"
