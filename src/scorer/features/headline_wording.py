"""What the wording of the headline suggests by itself, names and nouns masked.

The weight of every word stands in `tables/headline_wording.json`.
"""

from functools import partial
from typing import Final

from scorer.features.facts import NAN, Facts, once
from scorer.features.feature import Feature
from scorer.features.masking import BREAK, mask_words
from scorer.features.wording_table import wording
from scorer.reading import Reading
from scorer.types import SegmentKind

TABLE: Final = "headline_wording"
_TOLD: Final = (
    ("headline_wording_loaded", "points of 4", "drama of the headline"),
    ("headline_wording_sensational", "points of 10", "sensationalism"),
)


def masked_headline(reading: Reading) -> list[str]:
    """Return the words of the first headline, masked; none where there is none."""
    for kind, _, first, last in reading.paragraphs:
        if kind is SegmentKind.HEADLINE:
            shown = mask_words(reading, wording().words, range(first, last))
            return [BREAK, *shown, BREAK]
    return []


@once
def _tell(facts: Facts) -> tuple[float, ...]:
    table = wording(TABLE)
    return table.tell(table.find(masked_headline(facts.reading)))


def _told(facts: Facts, target: int) -> float:
    return NAN if facts.headline is None else _tell(facts)[target]


FEATURES: Final = tuple(
    Feature(
        name=name,
        unit=unit,
        meaning=f"The {what} that the headline's wording suggests, names masked.",
        measure=partial(_told, target=target),
        quality=-1,
        sensationalism=1,
    )
    for target, (name, unit, what) in enumerate(_TOLD)
)
NAMES: Final = tuple(feature.name for feature in FEATURES)
