"""What stands around a word: its neighbours, the marks between, capitals, classes."""

from bisect import bisect_left
from itertools import compress, count
from typing import Final

from scorer.reading import Reading
from scorer.text.initials import CAPITAL
from scorer.text.lookup import look_up
from scorer.text.tables import load_table

_CLASSES: Final[dict[str, str]] = {
    word: name
    for name, words in load_table("attributions")["classes"].items()
    for word in words
}
_VERBAL: Final = frozenset({"have", "be", "modal", "wh", "do"})
# The small words that stand between phrases, and those that begin one.
LINKS: Final = frozenset(
    {"prep", "that", "and", "but", "conj", "sub", "wh", "to"}
    | {"have", "be", "modal", "do", "adv", "day", "not"}
)
FINITE: Final = frozenset({"be", "have", "modal", "do"})
OPENERS: Final = frozenset({"det", "pron", "title"})
BREAKS: Final = LINKS | OPENERS
_CAPITALS: Final = bytes([code == CAPITAL for code in range(256)])
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


class _Gaps(dict[str, str]):
    """What each gap between two words is called: by its marks.

    A pilcrow is a new line, a tilde no blank at all.
    """

    def __missing__(self, gap: str) -> str:
        if len(self) >= _MEMORY:
            self.clear()
        short = self[gap] = _short(gap)
        return short


def _short(gap: str) -> str:
    marks = "".join(gap.split()).replace("''", '"')[:4]
    if "\n" in gap:
        return f"{marks}¶"
    if marks == gap:  # no blank: within a word, as in "U.S." or "echo.example"
        return f"~{marks}"
    return marks or " "


_GAPS: Final = _Gaps()


class Surroundings:
    """The words of a reading with what classifiers ask of their neighbourhood.

    Every list ends in a few blanks, so that looking a little beyond either end of
    the text (before the first word as well: index -1) finds one of them.

    Attributes:
        words: As in the reading.
        gaps: What stands between each word and the next, in short.
        capital: For each word, 1 if it begins with a capital, else 0.
        quotes: The words behind which a quotation mark stands.
        kinds: The class of each word, else a sign of its capital or its ending.
    """

    __slots__ = (
        "_commas",
        "capital",
        "gaps",
        "kinds",
        "quotes",
        "reading",
        "words",
    )

    def __init__(self, reading: Reading) -> None:
        """Look at the gaps and capitals of a reading, once for all candidates."""
        plain, words = reading.plain, reading.words
        starts, ends = reading.starts, reading.ends
        places = range(len(words))
        self.reading = reading
        self.words = words + [""] * _MARGIN
        # Most gaps are a blank and most words are small: only the others are touched.
        after, chars = starts[1:], look_up(plain, ends[:-1])
        beside = zip(count(), ends, after, chars)
        marked = [i for i, a, b, char in beside if char != " " or b - a > 1]
        between = [_GAPS[plain[ends[i] : after[i]]] for i in marked]
        gaps = [" "] * len(words) + ["¶"] * _MARGIN
        for i, gap in zip(marked, between, strict=True):
            gaps[i] = gap
        if words:
            marked.append(places[-1])
            between.append(_GAPS[plain[ends[-1] :]])
            gaps[places[-1]] = between[-1]
        self.gaps = gaps
        capital = reading.initials.translate(_CAPITALS)
        kinds = list(look_up(_KINDS, words))
        for i in compress(places, capital):
            kinds[i] = _CLASSES.get(words[i]) or "C"
        self._commas = [i for i, gap in zip(marked, between, strict=True) if "," in gap]
        self.quotes = [i for i, gap in zip(marked, between, strict=True) if '"' in gap]
        self.capital = capital + bytes(_MARGIN)
        self.kinds = kinds + ["^"] * _MARGIN

    def commas(self, first: int, last: int) -> int:
        """Return how many gaps hold a comma, from `first` up to before `last`."""
        places = self._commas
        return bisect_left(places, last) - bisect_left(places, first)

    def verbal(self, first: int, last: int) -> bool:
        """Tell whether an auxiliary or relative stands in some words."""
        return not _VERBAL.isdisjoint(self.kinds[first:last])
