"""What the way of telling suggests by itself, whatever the article is about.

Names, numbers and all nouns but those of evidence are masked, so that neither
outlet, topic nor party can carry the number. The weight of every word stands
in `tables/wording.json`.
"""

from collections.abc import Sequence
from functools import partial
from typing import Final

from scorer.features.facts import Facts
from scorer.features.feature import Feature
from scorer.features.relaying import secondhand_share

# In the order of the table's targets.
_TOLD: Final = (
    ("wording_quality", "points of 10", "evidential quality", 1, 0),
    ("wording_sensational", "points of 10", "sensationalism", -1, 1),
    ("wording_attributed", "points of 4", "attribution to sources", 1, 0),
    ("wording_certainty", "points of 4", "certainty that is earned", 1, 0),
    ("wording_relayed", "points of 2", "reliance on what others published", -1, 0),
    ("wording_single_source", "share", "reliance on one source", -1, 0),
    ("wording_anonymous", "points of 2", "reliance on unnamed sources", -1, 0),
)


_QUALITY: Final = 0  # where each target stands in the table
_RELAYED: Final = 4
# Each pair: where something begins to count, and where it counts in full.
_SOBER: Final = (4.0, 5.0)  # points of quality: told like a report
_TAKEN: Final = (0.4, 0.8)  # points of reliance on what others published
_HANGING: Final = (0.2, 0.3)  # share of the body at second hand


def derive(told: Sequence[float], secondhand: float) -> tuple[float, ...]:
    """Return the value of every feature that rests on what the wording suggests.

    Args:
        told: What the wording suggests, in the order of the table's targets.
        secondhand: The feature `secondhand_share`.
    """
    return (*told, _retold(told, secondhand))


def _retold(told: Sequence[float], secondhand: float) -> float:
    """Tell a report that others made: it sounds like reporting, and is not its own.

    A rant that quotes a post is no worse for it, so that the share counts only as far
    as the text is told like a report.
    """
    sober, taken = _rise(told[_QUALITY], _SOBER), _rise(told[_RELAYED], _TAKEN)
    return sober * taken * _rise(secondhand, _HANGING)


def _rise(value: float, ends: tuple[float, float]) -> float:
    """Return how far a value has come from the first end to the second, 0..1."""
    low, high = ends
    return min(max((value - low) / (high - low), 0.0), 1.0)


def _told(facts: Facts, target: int) -> float:
    return facts.told[target]


FEATURES: Final = (
    *(
        Feature(
            name=name,
            unit=unit,
            meaning=f"The {what} that the wording suggests, names and nouns masked.",
            measure=partial(_told, target=target),
            quality=quality,
            sensationalism=sensationalism,
        )
        for target, (name, unit, what, quality, sensationalism) in enumerate(_TOLD)
    ),
    Feature(
        name="retold",
        unit="degree 0..1",
        meaning="How far a text that is told as a report takes over others' reports.",
        measure=lambda facts: _retold(facts.told, secondhand_share(facts)),
        labels=("source.media", "source.social_media"),
        quality=-1,
    ),
)
NAMES: Final = tuple(feature.name for feature in FEATURES)
