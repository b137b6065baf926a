"""Numbers by the step that they reach, as the tables of weights name them."""

from typing import Final

_STEPS: Final = (0, 1, 2, 3, 4, 5, 7, 10, 14, 20)
_TOP: Final = _STEPS[-1]
_NAMES: Final = [str(max(s for s in _STEPS if s <= n)) for n in range(_TOP + 1)]
FEW: Final = "01234"  # small numbers, by themselves


def bucket(n: int) -> str:
    """Name a number by the step that it reaches."""
    if n < _TOP:
        return _NAMES[n] if n > 0 else "0"
    return _NAMES[_TOP]
