"""Learned weights of masked wording, and what they add up to.

Names, numbers and nouns are masked, so that neither outlet, topic nor party can
carry the number. The weights of every word stand in `tables/wording.json`.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from math import fsum, log, nan, sqrt
from operator import mul

from scorer.features.masking import (
    Term,
    alike,
    count_terms,
    masked_body,
    shown_words,
)
from scorer.features.statements import BODY
from scorer.reading import Reading
from scorer.text.tables import load_table
from scorer.types import Annotation


@dataclass(frozen=True, slots=True)
class Wording:
    """The learned table.

    Attributes:
        words: The words that are not masked, and what each is shown as.
        start: What each target is before any word is seen.
        terms: For each word or pair its rarity, then its weight for each target.
    """

    words: dict[str, str]
    start: tuple[float, ...]
    terms: dict[Term, tuple[float, ...]]

    def sizes(self, reading: Reading) -> dict[Term, float]:
        """Return the known terms of a body with their sizes; squared they sum to 1."""
        known = self.terms
        sizes = {
            term: (1 + log(times)) * known[term][0]
            for term, times in count_terms(masked_body(reading, self.words)).items()
            if term in known
        }
        length = sqrt(fsum([size * size for size in sizes.values()]))
        return {term: size / length for term, size in sizes.items()}


@cache
def wording() -> Wording:
    """Read the table, once per process."""
    table = load_table("wording")
    return Wording(
        words=shown_words(table["words"].split()),
        start=tuple(table["start"]),
        terms={_term(t): tuple(numbers) for t, numbers in table["weights"].items()},
    )


def _term(spelling: str) -> Term:
    first, _, second = spelling.partition(" ")
    return (first, second) if second else first


def tell(sizes: Mapping[Term, float]) -> tuple[float, ...]:
    """Return what the wording suggests for each target; NaN without known words.

    Args:
        sizes: The known terms of a body, as `Wording.sizes` returns them.
    """
    table = wording()
    if not sizes:
        return (nan,) * len(table.start)
    columns = list(zip(*[table.terms[term] for term in sizes], strict=True))[1:]
    size = list(sizes.values())
    return tuple(
        start + fsum(map(mul, size, column))
        for start, column in zip(table.start, columns, strict=True)
    )


def strongest(
    reading: Reading,
    sizes: Mapping[Term, float],
    targets: Sequence[int],
    most: int = 8,
) -> list[tuple[Annotation, ...]]:
    """Mark the words that moved each target most, where they first stand.

    Args:
        reading: The article; what is quoted in it is left out.
        sizes: Its known terms, as `Wording.sizes` returns them.
        targets: Which of the table's targets.
        most: How many words to mark for each target at most.
    """
    table = wording()
    pushes = [
        sorted(
            (-abs(push), t, push)
            for t, size in sizes.items()
            if isinstance(t, str) and (push := size * table.terms[t][target + 1])
        )[:most]
        for target in targets
    ]
    first = _first_places(reading, {t for best in pushes for _, t, _ in best})
    return [
        tuple(
            _mark(reading, i, push)
            for i, push in sorted((first[t], push) for _, t, push in best)
        )
        for best in pushes
    ]


def _first_places(reading: Reading, shown: AbstractSet[str]) -> dict[str, int]:
    """Return where each of some words first stands in the outlet's own voice."""
    table = wording().words
    first: dict[str, int] = {}
    for i in reading.where(alike(shown)):
        word = table.get(reading.words[i])
        if word and not reading.quoted[i] and reading.kinds[i] in BODY:
            first.setdefault(word, i)
    return first


def _mark(reading: Reading, word: int, push: float) -> Annotation:
    label = "wording.raises" if push > 0 else "wording.lowers"
    return Annotation("wording", label, reading.span(word, word + 1))
