"""What each word of a text begins with: a capital, a digit, or neither."""

from collections.abc import Sequence
from typing import Final

from scorer.text.lookup import look_up

CAPITAL: Final = 1
DIGIT: Final = 2
_ASCII: Final = bytes(range(0x80))
_LAST_LATIN: Final = "\xff"


def find_initials(text: str, starts: Sequence[int]) -> bytes:
    """Return for each word `CAPITAL` or `DIGIT` if it begins with one, else 0.

    Args:
        text: The text in its own case.
        starts: Where each of its words starts.

    Example:
        >>> list(find_initials("In 1999 she left Örn", [0, 3, 8, 12, 17]))
        [1, 2, 0, 0, 1]
    """
    if not text.isascii():
        rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
        others = set(rest.decode("utf-8", "surrogatepass"))
        if any(char > _LAST_LATIN and _initial(char) for char in others):
            return bytes([_initial(text[start]) for start in starts])
    # Looking up what each character is takes less time than asking it.
    initials = text.encode("latin-1", "replace").translate(_INITIALS)
    return bytes(look_up(initials, starts))


def _initial(char: str) -> int:
    return CAPITAL if char.isupper() else DIGIT if char.isdigit() else 0


_INITIALS: Final = bytes([_initial(chr(code)) for code in range(256)])
