"""What stands around a word: its neighbours, the marks between, capitals, classes."""

from bisect import bisect_left
from functools import lru_cache
from itertools import compress, repeat
from operator import ne, or_, sub
from typing import Final

from scorer.reading import Reading
from scorer.text.tables import load_table

_CLASSES: Final[dict[str, str]] = {
    word: name
    for name, words in load_table("attributions")["classes"].items()
    for word in words
}
_VERBAL: Final = frozenset({"have", "be", "modal", "wh", "do"})
_MARGIN = 4  # words that a classifier may look beyond either end of a text
_MEMORY = 4096  # different gaps to remember; texts have a few dozen
_WORDS = 1 << 15  # different words to remember


class _Kinds(dict[str, str]):
    """The class of each word, else its ending; remembered, since words come again."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS:
            self.clear()
        kind = self[word] = _CLASSES.get(word) or word[-2:]
        return kind


_KINDS: Final = _Kinds()


@lru_cache(maxsize=_MEMORY)
def _short(gap: str) -> str:
    """Name a gap by its marks; a pilcrow is a new line, a tilde no blank at all."""
    marks = "".join(gap.split()).replace("''", '"')[:4]
    if "\n" in gap:
        return f"{marks}¶"
    if marks == gap:  # no blank: within a word, as in "U.S." or "echo.example"
        return f"~{marks}"
    return marks or " "


class Surroundings:
    """The words of a reading with what classifiers ask of their neighbourhood.

    Every list ends in a few blanks, so that looking a little beyond either end of
    the text (before the first word as well: index -1) finds one of them.

    Attributes:
        words: As in the reading.
        gaps: What stands between each word and the next, in short.
        capital: For each word, whether it begins with a capital.
        kinds: The class of each word, else a sign of its capital or its ending.
    """

    __slots__ = ("_commas", "_verbs", "capital", "gaps", "kinds", "reading", "words")

    def __init__(self, reading: Reading) -> None:
        """Look at the gaps and capitals of a reading, once for all candidates."""
        plain, text = reading.plain, reading.document.text
        starts, ends, words = reading.starts, reading.ends, reading.words
        places = range(len(words))
        self.reading = reading
        self.words = words + [""] * _MARGIN
        # Most gaps are a blank and most words are small: only the others are touched.
        wide = map(ne, map(sub, starts[1:], ends), repeat(1))
        marks = map(" ".__ne__, map(plain.__getitem__, ends[:-1]))
        marked = [*compress(places, map(or_, wide, marks)), *places[-1:]]
        self.gaps = [" "] * len(words) + ["¶"] * _MARGIN
        for i in marked:
            self.gaps[i] = _short(reading.gap(i))
        first, small = map(text.__getitem__, starts), map(plain.__getitem__, starts)
        self.capital = [*map(ne, first, small)] + [False] * _MARGIN
        self.kinds = [*map(_KINDS.__getitem__, words)] + ["^"] * _MARGIN
        for i in compress(places, self.capital):
            self.kinds[i] = _CLASSES.get(words[i]) or "C"
        self._commas = [i for i in marked if "," in self.gaps[i]]
        self._verbs = [*compress(places, map(_VERBAL.__contains__, self.kinds))]

    def commas(self, first: int, last: int) -> int:
        """Return how many gaps hold a comma, from `first` up to before `last`."""
        places = self._commas
        return bisect_left(places, last) - bisect_left(places, first)

    def verbal(self, first: int, last: int) -> bool:
        """Tell whether an auxiliary or relative stands in some words."""
        at = bisect_left(self._verbs, first)
        return at < len(self._verbs) and self._verbs[at] < last
