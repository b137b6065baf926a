"""Learned weights of masked wording, and what they add up to.

Names, numbers and all nouns but those of evidence are masked, so that neither
outlet, topic nor party can carry the number. The weights of every word stand
in `tables/wording.json`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import compress
from math import log, nan, sqrt
from operator import mul
from typing import Final, NamedTuple

from scorer.features.masking import MASKS, alike, shown_words
from scorer.features.statements import BODY
from scorer.reading import Reading
from scorer.text.lanes import Lanes
from scorer.text.lookup import look_up
from scorer.text.tables import load_table
from scorer.types import Annotation

# A word's weight grows with the logarithm of how often it stands in a text.
_FINE: Final = 1000  # parts of a count that grew
HUNDREDTHS: Final = 100  # in which a table gives rarities and weights
_GROWN: Final = (0, *[round(_FINE * (1 + log(many))) for many in range(1, 256)])
_MOST: Final = 1 << 36  # more than the sizes of all terms of any text add up to


class Terms(NamedTuple):
    """The known terms of a body, single words first, and how much each counts.

    Attributes:
        numbers: The number of each term in the table.
        sizes: Their sizes, in whole numbers of one common unit.
        length: The square root of what their squares add up to.
        total: What sizes times weights add up to, all targets side by side.
        alone: How many of them are single words.
    """

    numbers: list[int]
    sizes: list[int]
    length: float
    total: int
    alone: int


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The learned table, each term by its number (those of pairs above 0).

    Attributes:
        words: What each word is shown as.
        start: What each target is before any word is seen.
        spellings: Each term, single words first; a blank parts the words of a pair.
        alone: The numbers of the single words.
        pairs: For each word and mask, the numbers of the pairs that it begins, by
            their second word.
        rarities: How rare each term is.
        packed: The weights of each term for all targets, side by side.
        lanes: How they stand side by side.
        weights: For each target, the weight of every single word.
    """

    words: dict[str, str]
    start: tuple[float, ...]
    spellings: tuple[str, ...]
    alone: dict[str, int]
    pairs: dict[str, dict[str, int]]
    rarities: tuple[int, ...]
    packed: tuple[int, ...]
    lanes: Lanes
    weights: tuple[tuple[int, ...], ...]

    def find(self, masked: list[str]) -> Terms:
        """Find the known terms of a masked body."""
        numbers = self.alone
        times = {numbers[w]: n for w, n in Counter(masked).items() if w in numbers}
        alone = len(times)
        begun = map(self.pairs.__getitem__, masked)
        times.update(Counter(filter(None, map(dict.get, begun, masked[1:]))))
        if not times:
            return Terms([], [], 0.0, 0, 0)
        terms = list(times)
        rarities = look_up(self.rarities, terms)
        sizes = list(map(mul, _grown([*times.values()]), rarities))
        length = sqrt(sum(map(mul, sizes, sizes)))
        total = sum(map(mul, sizes, look_up(self.packed, terms)))
        return Terms(terms, sizes, length, total, alone)

    def tell(self, terms: Terms) -> tuple[float, ...]:
        """Return what terms suggest for each target; NaN without any."""
        if not terms.numbers:
            return (nan,) * len(self.start)
        unit = terms.length * HUNDREDTHS
        totals = self.lanes.unpack(terms.total, len(self.start))
        return tuple([a + b / unit for a, b in zip(self.start, totals, strict=True)])


def _grown(times: list[int]) -> tuple[int, ...]:
    """Return how much each count counts: 1 + its logarithm."""
    if max(times, default=0) < len(_GROWN):
        grown: tuple[int, ...] = look_up(_GROWN, times)
        return grown
    return tuple([round(_FINE * (1 + log(many))) for many in times])


@cache
def wording(name: str = "wording") -> Wording:
    """Read a table, once per process; all show the words of the first."""
    table = load_table(name)
    words = shown_words(load_table("wording")["words"].split())
    spellings = sorted(table["weights"], key=lambda term: " " in term)
    # The very words that a body is shown as: what is the same object is found at once.
    same = {word: word for word in (*words.values(), *MASKS)}
    alone: dict[str, int] = {}
    none: dict[str, int] = {}
    pairs: dict[str, dict[str, int]] = {}
    for number, spelling in enumerate(spellings):
        first, _, second = spelling.partition(" ")
        first = same.get(first, first)
        if second:
            pairs.setdefault(first, {})[same.get(second, second)] = number
        else:
            alone[first] = number
    rows = [table["weights"][term] for term in spellings]
    lanes = Lanes.holding([row[1:] for row in rows], _MOST)
    rare: dict[int, int] = {}
    return Wording(
        words=words,
        start=tuple(table["start"]),
        spellings=tuple(spellings),
        alone=alone,
        pairs={word: pairs.get(word, none) for word in same},
        # Each rarity is one object: a few hundred stay at hand, and thousands do not.
        rarities=tuple([rare.setdefault(row[0], row[0]) for row in rows]),
        packed=tuple([lanes.pack(row[1:]) for row in rows]),
        lanes=lanes,
        weights=tuple(zip(*[row[1:] for row in rows[: len(alone)]], strict=True)),
    )


def strongest(
    reading: Reading, terms: Terms, targets: Iterable[int], most: int = 8
) -> list[tuple[Annotation, ...]]:
    """Mark the words that moved each target most, where they first stand.

    Args:
        reading: The article; what is quoted in it is left out.
        terms: Its known terms.
        targets: Which of the table's targets.
        most: How many words to mark for each target at most.
    """
    spellings, weights = wording().spellings, wording().weights
    own = terms.numbers[: terms.alone]
    moved = []
    for target in targets:
        pushes = list(map(mul, terms.sizes, look_up(weights[target], own)))
        best = sorted(
            (-abs(pushes[n]), spellings[terms.numbers[n]], pushes[n])
            for n in _largest(pushes, most)
        )
        moved.append([(word, push) for _, word, push in best[:most]])
    places = _first_places(reading, [word for pairs in moved for word, _ in pairs])
    return [_mark_all(reading, [(places[w], push) for w, push in m]) for m in moved]


def _largest(pushes: list[int], most: int) -> list[int]:
    """Return which pushes are the largest, all of those that tie for the last place."""
    sizes = list(map(abs, pushes))
    least = min(sorted(sizes, reverse=True)[:most], default=0)
    return [n for n, size in enumerate(sizes) if size >= least and size]


def _first_places(reading: Reading, shown: Iterable[str]) -> dict[str, int]:
    """Return where words that are shown so first stand in the outlet's own voice.

    All are sought in one pass, and none any more once it is found.
    """
    words, quoted, kinds = reading.words, reading.quoted, reading.kinds
    sought = {word: same for same in shown for word in alike(same)}
    places: dict[str, int] = {}
    for i in compress(range(len(words)), map(sought.__contains__, words)):
        if not quoted[i] and kinds[i] in BODY:
            places.setdefault(sought.pop(words[i]), i)
    return places


def _mark_all(
    reading: Reading, pushes: Iterable[tuple[int, int]]
) -> tuple[Annotation, ...]:
    """Mark words by what they push, in reading order."""
    return tuple(
        [
            Annotation(
                "wording",
                "wording.raises" if push > 0 else "wording.lowers",
                reading.span(word, word + 1),
            )
            for word, push in sorted(pushes)
        ]
    )
