"""Learned weights of masked wording, and what they add up to.

Names, numbers and nouns are masked, so that neither outlet, topic nor party can
carry the number. The weights of every word stand in `tables/wording.json`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum, log, nan, sqrt
from operator import mul

from scorer.features.masking import Term, count_terms, masked_body, shown_words
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


def tell(reading: Reading) -> tuple[float, ...]:
    """Return what the wording suggests for each target; NaN without known words."""
    table = wording()
    sizes = table.sizes(reading)
    if not sizes:
        return (nan,) * len(table.start)
    columns = list(zip(*[table.terms[term] for term in sizes], strict=True))[1:]
    size = list(sizes.values())
    return tuple(
        start + fsum(map(mul, size, column))
        for start, column in zip(table.start, columns, strict=True)
    )


def strongest(
    reading: Reading, targets: Sequence[int], most: int = 8
) -> list[tuple[Annotation, ...]]:
    """Mark the words that moved each target most, where they first stand.

    Args:
        reading: The article; what is quoted in it is left out.
        targets: Which of the table's targets.
        most: How many words to mark for each target at most.
    """
    table = wording()
    sizes = {t: size for t, size in table.sizes(reading).items() if isinstance(t, str)}
    first: dict[str, int] = {}
    for i, word in enumerate(reading.words):
        shown = table.words.get(word)
        if shown and not reading.quoted[i] and reading.kinds[i] in BODY:
            first.setdefault(shown, i)
    marks = []
    for target in targets:
        pushes = {t: size * table.terms[t][target + 1] for t, size in sizes.items()}
        chosen = sorted(pushes, key=lambda term: (-abs(pushes[term]), term))[:most]
        marks.append(
            tuple(
                _mark(reading, i, pushes[t])
                for i, t in sorted((first[t], t) for t in chosen)
            )
        )
    return marks


def _mark(reading: Reading, word: int, push: float) -> Annotation:
    label = "wording.raises" if push > 0 else "wording.lowers"
    return Annotation("wording", label, reading.span(word, word + 1))
