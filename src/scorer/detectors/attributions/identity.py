"""Who is who: which sources of an article are the same."""

from typing import Final

from scorer.detectors.attributions.parts import Words
from scorer.reading import Reading
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_PRONOUNS: Final[dict[str, str]] = _TABLE["pronouns"]


class Sources:
    """The distinct sources met so far, numbered in order of appearance."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._numbers: dict[str, int] = {}
        self._last: int | None = None

    def number(self, reading: Reading, source: Words) -> int:
        """Return the number of a source, a new one if it was not met before."""
        first, last = source
        word = reading.words[last - 1]
        if last - first == 1 and word in _PRONOUNS and self._last is not None:
            return self._last
        number = self._numbers.setdefault(_key(reading, source), len(self._numbers))
        self._last = number
        return number


def _key(reading: Reading, source: Words) -> str:
    """The last word of the first run of capitals, else the last word."""
    text, words = reading.document.text, reading.words
    key = None
    for i in range(*source):
        if text[reading.starts[i]].isupper():
            key = words[i]
            if reading.gap(i) != " ":
                break
        elif key is not None and i > source.first + 1:
            break
    return key or words[source.last - 1]
