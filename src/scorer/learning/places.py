"""Where the characters of a text stand once it was parsed."""

_PARTED = 120  # signs that a mended place may span
_AGREED = 6  # letters that must agree before the texts count as together


def places(given: str, parsed: str) -> list[int]:
    """Return, for each character given, where it stands in the parsed text.

    Parsing changes blanks and mends or drops single signs, so walking through both
    side by side, and skipping a few letters where they part, keeps them together.
    """
    here = [i for i, c in enumerate(given) if not c.isspace()]
    there = [i for i, c in enumerate(parsed) if not c.isspace()]
    old = "".join(given[i] for i in here)
    new = "".join(parsed[i] for i in there)
    found, i, j = [0] * len(given), 0, 0
    while i < len(old):
        if old[i] != new[j : j + 1]:
            skip, jump = _meeting(old, new, i, j)
            for k in range(i, i + skip):
                found[here[k]] = there[min(j, len(there) - 1)]
            i, j = i + skip, j + jump
            continue
        found[here[i]] = there[j]
        i, j = i + 1, j + 1
    return found


def _meeting(old: str, new: str, i: int, j: int) -> tuple[int, int]:
    """Return how many letters to skip on either side until the texts agree again."""
    for total in range(1, 2 * _PARTED):
        for skip in range(total + 1):
            a, b = i + skip, j + total - skip
            if old[a : a + _AGREED] == new[b : b + _AGREED]:
                return skip, total - skip
    return len(old) - i, 0
