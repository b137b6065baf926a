"""The two axes of the Admiralty code, kept apart and never merged into one letter.

Credibility of the information comes from the text and from how many independent
origins its story has. Reliability of the source comes from a list that the user
supplies; nothing here judges an outlet, so without a list it is F, not to be judged.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from scorer.errors import InputError
from scorer.stories.media import same_medium

COLUMNS: Final = ("information_credibility", "source_reliability")
UNJUDGED: Final = "F"
TOO_LITTLE: Final = 6
_GRADES: Final = frozenset("ABCDEF")
_STEPS: Final = (
    (60.0, 2),
    (40.0, 3),
    (20.0, 4),
)  # evidential quality from, credibility
_THIN: Final = 5
_CONFIRMED: Final = 2  # independent origins


def credibility(quality: float | None, origins: int | None) -> int:
    """Grade the information from 1, confirmed, to 5, very thin; 6: too little to tell.

    Another independent origin is worth one step; without one nothing is confirmed,
    however well the article shows its evidence.

    Example:
        >>> credibility(75, 1), credibility(75, 2), credibility(30, 3)
        (2, 1, 3)
        >>> credibility(None, 4)
        6
    """
    if quality is None:
        return TOO_LITTLE
    alone = next((grade for least, grade in _STEPS if quality >= least), _THIN)
    return alone - 1 if (origins or 1) >= _CONFIRMED else alone


def read_reliabilities(path: Path) -> dict[str, str]:
    """Read a user's list: a CSV of outlets and their letters, with or without a header.

    Raises:
        InputError: It cannot be read, or a letter is none of A to F.
    """
    found: dict[str, str] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file) if row]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        cause = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be read as a list ({cause}).") from error
    for number, row in enumerate(rows, start=1):
        grade = row[1].strip().upper() if len(row) > 1 else ""
        if grade in _GRADES and grade:
            found[row[0].strip()] = grade
        elif number > 1:
            raise InputError(
                f"{path}, row {number}: write an outlet, a comma and a letter A to F."
            )
    return found


def reliability(outlet: str | None, known: Mapping[str, str]) -> str:
    """Return the letter that the user's list gives an outlet, else F.

    Example:
        >>> reliability("The Tarvik Echo", {"Tarvik Echo": "B"}), reliability(None, {})
        ('B', 'F')
    """
    if not outlet:
        return UNJUDGED
    exact = known.get(outlet)
    near = (grade for name, grade in known.items() if same_medium(name, outlet))
    return exact or next(near, UNJUDGED)
