"""From readings and annotations to named numbers with units.

A feature is one number with one meaning; the tuple `SCHEMA` fixes their order,
and `digest` names the schema together with the detectors that it was made by.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Final

from scorer.detectors import DETECTORS
from scorer.features import (
    details,
    headline,
    headline_wording,
    hedging,
    page,
    relaying,
    shape,
    sourcing,
    telling,
    tying,
    wording,
)
from scorer.features.facts import Facts
from scorer.features.feature import Feature
from scorer.reading import Reading
from scorer.types import Annotation

GROUPS: Final = (
    ("sourcing", (*sourcing.FEATURES, *tying.FEATURES, *relaying.FEATURES)),
    ("details", details.FEATURES),
    ("hedging", hedging.FEATURES),
    ("wording", (*wording.FEATURES, *telling.FEATURES)),
    ("headline", (*headline.FEATURES, *headline_wording.FEATURES)),
    ("shape", shape.FEATURES),
    ("page", page.FEATURES),
)
SCHEMA: Final[tuple[Feature, ...]] = tuple(f for _, fs in GROUPS for f in fs)
_MEASURES: Final = [feature.measure for feature in SCHEMA]
NAMES: Final[tuple[str, ...]] = tuple(feature.name for feature in SCHEMA)


def measure(reading: Reading, annotations: Iterable[Annotation]) -> tuple[float, ...]:
    """Measure every feature of an article, in the order of `SCHEMA`."""
    return measure_facts(Facts.of(reading, annotations))


def measure_facts(facts: Facts) -> tuple[float, ...]:
    """Measure every feature of an article whose facts are gathered."""
    return tuple([measured(facts) for measured in _MEASURES])


def schema_digest() -> str:
    """Name the schema alone: the features, their order and their units."""
    return _digest([f"{f.name} [{f.unit}]" for f in SCHEMA])


@cache
def digest() -> str:
    """Name the schema together with the versions of the detectors it rests on."""
    return _digest([schema_digest(), *(f"{d.name} {d.version}" for d in DETECTORS)])


def _digest(parts: list[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:12]
