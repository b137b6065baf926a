"""What the way of telling suggests by itself, whatever the article is about.

Names, numbers and nouns are masked, so that neither outlet, topic nor party can
carry the number. The weight of every word stands in `tables/wording.json`.
"""

from functools import partial
from typing import Final

from scorer.features.facts import Facts
from scorer.features.feature import Feature

# In the order of the table's targets.
_TOLD: Final = (
    ("wording_quality", "points of 10", "evidential quality", 1, 0),
    ("wording_sensational", "points of 10", "sensationalism", -1, 1),
    ("wording_attributed", "points of 4", "attribution to sources", 1, 0),
    ("wording_certainty", "points of 4", "certainty that is earned", 1, 0),
    ("wording_relayed", "points of 2", "reliance on what others published", -1, 0),
    ("wording_single_source", "share", "reliance on one source", -1, 0),
)


def _told(facts: Facts, target: int) -> float:
    return facts.told[target]


FEATURES: Final = tuple(
    Feature(
        name=name,
        unit=unit,
        meaning=f"The {what} that the wording suggests, names and nouns masked.",
        measure=partial(_told, target=target),
        quality=quality,
        sensationalism=sensationalism,
    )
    for target, (name, unit, what, quality, sensationalism) in enumerate(_TOLD)
)
NAMES: Final = tuple(feature.name for feature in FEATURES)
