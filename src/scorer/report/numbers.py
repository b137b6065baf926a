"""One rounding for every number that is shown, so that no two reports disagree."""

from functools import cache
from math import isnan
from typing import Final

_POINTS: Final = 1  # scores, signals and their limits, 0..100
_BAND: Final = 20  # points that each band is wide
_SHARE: Final = 3  # shares and probabilities, 0..1
_OTHER: Final = 2
_PUSH: Final = 4  # contributions must still add up
_COUNTS: Final = frozenset(
    {
        "words",
        "sources_distinct",
        "sources_named",
        "sources_anonymous",
        "cross_links",
        "cross_links_clickbait",
    }
)


def rounded(value: float | None, digits: int) -> float | int | None:
    """Round for showing; undefined is None, a count is whole, zero has no sign.

    Example:
        >>> rounded(-0.04, 1), rounded(float("nan"), 1), rounded(2.0, 0)
        (0.0, None, 2)
    """
    if value is None or isnan(value):
        return None
    return round(value) if digits == 0 else round(value, digits) + 0.0


def points(value: float | None) -> float | int | None:
    """Round a score or a signal, 0..100."""
    return rounded(value, _POINTS)


def whole(value: float) -> str:
    """Write a score in whole points, rounded but not over a border of bands.

    Example:
        >>> whole(59.4), whole(59.6), whole(60.0), whole(71.6)
        ('59', '59', '60', '72')
    """
    shown = round(value)
    over = shown > value and shown % _BAND == 0
    return f"{shown - 1 if over and shown else shown}"


def share(value: float | None) -> float | int | None:
    """Round a probability, 0..1."""
    return rounded(value, _SHARE)


def push(value: float | None) -> float | int | None:
    """Round a contribution."""
    return rounded(value, _PUSH)


def feature(name: str, value: float | None) -> float | int | None:
    """Round a feature as its name's unit asks.

    Example:
        >>> feature("relayed_share", 0.33333), feature("cross_links", 4.0)
        (0.333, 4)
    """
    return rounded(value, _digits(name))


@cache
def _digits(name: str) -> int:
    """Tell how many digits a feature has; there are few names and many values."""
    if is_whole(name):
        return 0
    if name.endswith("_share") or name.startswith("headline_"):
        return _SHARE
    return _OTHER


def is_whole(name: str) -> bool:
    """Tell whether a feature is counted, so that it has no digits."""
    return name in _COUNTS or name.endswith("_count") or name == "single_source"


def as_text(value: float | int | str | None) -> str:  # noqa: PYI041 - says that both come
    """Write a rounded number as every report writes it; None is empty.

    Example:
        >>> as_text(40.0), as_text(3), as_text(None)
        ('40.0', '3', '')
    """
    return "" if value is None else str(value)
