"""What stands around a word: its neighbours, the marks between, capitals, classes."""

from functools import lru_cache
from typing import Final

from scorer.reading import Reading
from scorer.text.tables import load_table

_CLASSES: Final[dict[str, str]] = {
    word: name
    for name, words in load_table("attributions")["classes"].items()
    for word in words
}
_MEMORY = 4096  # different gaps to remember; texts have a few dozen


@lru_cache(maxsize=_MEMORY)
def _short(gap: str) -> str:
    """Name a gap by its marks: blanks are all alike, a new line is a pilcrow."""
    marks = "".join(gap.split()).replace("''", '"')[:4]
    return f"{marks}¶" if "\n" in gap else marks or " "


class Surroundings:
    """The words of a reading with what classifiers ask of their neighbourhood.

    Attributes:
        words: As in the reading.
        gaps: What stands between each word and the next, in short.
        capital: For each word, whether it begins with a capital.
    """

    __slots__ = ("capital", "gaps", "reading", "words")

    def __init__(self, reading: Reading) -> None:
        """Look at the gaps and capitals of a reading, once for all candidates."""
        plain, text = reading.plain, reading.document.text
        starts, ends = reading.starts, reading.ends
        self.reading = reading
        self.words = reading.words
        self.gaps = [
            " " if (gap := plain[a:b]) == " " else _short(gap)
            for a, b in zip(ends, [*starts[1:], len(plain)], strict=False)
        ]
        self.capital = [text[a] != plain[a] for a in starts]

    def word(self, i: int) -> str:
        """Return word `i`, or "" beyond either end."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def gap(self, i: int) -> str:
        """Return the gap after word `i`, or a pilcrow beyond either end."""
        return self.gaps[i] if 0 <= i < len(self.gaps) else "¶"

    def kind(self, i: int) -> str:
        """Return the class of word `i`, else a sign of its capital or its ending."""
        if not 0 <= i < len(self.words):
            return "^"
        word = self.words[i]
        return _CLASSES.get(word) or ("C" if self.capital[i] else word[-2:])
