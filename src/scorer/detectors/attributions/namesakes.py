"""Whether two names can be the same person's or the same body's."""

from typing import Final

from scorer.text.tables import load_table

_COUNTRIES: Final = frozenset(load_table("attributions")["countries"])
FEW: Final = 3  # letters that stand for one word
_LEFT_OUT: Final = 2  # words of a name that its letters may leave out
_LONG: Final = 7  # letters of a word that is worth shortening
_SMALL: Final = frozenset({"of", "for", "the", "and", "on", "in", "to"})


def namesake(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of persons can be the same person's."""
    if one[-1] == other[-1]:
        return len(one) == 1 or len(other) == 1 or _first_agree(one[0], other[0])
    if len(one) == 1 or len(other) == 1:
        return one[0] in other or other[0] in one
    return False


def _first_agree(one: str, other: str) -> bool:
    return one[:1] == other[:1] and (len(min(one, other, key=len)) < 4 or one == other)  # noqa: PLR2004 - Bob and Robert apart, J. and Jane alike


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of bodies can be the same body's."""
    if one == other:
        return True
    short, full = sorted((one, other), key=len)
    if len(short) == 1 and len(full) > 1 and _are_initials(short[0], full):
        return True
    if len(short) == 1:
        if short[0] in _COUNTRIES:
            return False
        return full[-1] == short[0] or full[0] == short[0]
    places = range(len(full) - len(short) + 1)
    return any(full[i : i + len(short)] == short for i in places)


def _are_initials(letters: str, name: tuple[str, ...]) -> bool:
    """Tell whether letters shorten a name, with or without what it begins with.

    The BLK is a Department of Boats and Lake Keys.
    """
    first = initials(name)
    if len(letters) < FEW or letters == first:
        return letters == first
    return len(first) - len(letters) <= _LEFT_OUT and first.endswith(letters)


def initials(name: tuple[str, ...]) -> str:
    """Return the first letters of a name, its small words left out."""
    return "".join(w[0] for w in name if w and w not in _SMALL)


def abbreviates(short: str, full: str) -> bool:
    """Tell whether a few letters can stand for one long word: VW for Volkswagen.

    Example:
        >>> abbreviates("vw", "volkswagen"), abbreviates("vw", "volvo")
        (True, False)
    """
    if not 1 < len(short) <= FEW or len(full) < _LONG or short[0] != full[0]:
        return False
    rest = iter(full)
    return all(letter in rest for letter in short)
