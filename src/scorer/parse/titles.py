"""Tell whether a line is the headline that was given apart."""

import re

_SUFFIX_WORDS = 6  # "... | The Name of an Outlet"
_SUFFIX_CHARS = 80
_SUFFIX = re.compile(r"\s*(?:[|\-\u2013\u2014:»·•]|::)\s*")
_LEAST_CHARS = 12  # of a title that may continue within its line


def key_of(text: str) -> str:
    """Return the letters and digits of a text in lower case, to compare by."""
    return "".join(filter(str.isalnum, text.lower()))


def is_title(line: str, title: str) -> bool:
    """Tell whether a line says the title, with or without the outlet's name.

    Example:
        >>> is_title("COWS FLEE FAIR", "Cows flee fair | The Dale Echo")
        True
        >>> is_title("Cows flee fairly often", "Cows flee fair")
        False
    """
    if abs(len(line) - len(title)) > _SUFFIX_CHARS:  # most first lines are body
        return False
    own, other = key_of(line), key_of(title)
    if own == other:
        return True
    return _with_suffix(line, own, other) or _with_suffix(title, other, own)


def split_at_title(line: str, title: str) -> tuple[str, str] | None:
    """Return headline and rest of a line that begins with the title, else None.

    Example:
        >>> split_at_title("Cows flee fair Two cows fled.", "Cows flee fair")
        ('Cows flee fair', 'Two cows fled.')
    """
    rest = line[len(title) :]
    if len(title) < _LEAST_CHARS or not line.startswith(title):
        return None
    if not rest or rest[0].isalnum():
        return None
    bare = rest.lstrip(" .:|-\u2013\u2014")
    return (line[: len(line) - len(bare)].rstrip(), bare) if bare else None


def _with_suffix(longer: str, key: str, shorter: str) -> bool:
    if not shorter or not key.startswith(shorter):
        return False
    pieces = _SUFFIX.split(longer)
    for end in range(len(pieces) - 1, 0, -1):
        if key_of("".join(pieces[:end])) == shorter:
            return len(" ".join(pieces[end:]).split()) <= _SUFFIX_WORDS
    return False
