"""Bars of block characters, or of plain ones where a terminal has no others."""

from typing import Final, NamedTuple


class Glyphs(NamedTuple):
    """The characters that bars and lines are made of."""

    full: str
    empty: str
    middle: str


BLOCKS: Final = Glyphs("█", "░", "│")
ASCII: Final = Glyphs("#", ".", "|")


def bar(value: float, top: float, width: int, glyphs: Glyphs = BLOCKS) -> str:
    """Draw a value between 0 and `top`.

    Example:
        >>> bar(50, 100, 4)
        '██░░'
    """
    filled = min(width, max(0, round(width * value / top)))
    return glyphs.full * filled + glyphs.empty * (width - filled)


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
