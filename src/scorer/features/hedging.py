"""How the writer holds back, in whose voice, and where certainty is claimed."""

from typing import Final

from scorer.features.facts import FINDING, LEAD_WORDS, Facts
from scorer.features.feature import Feature
from scorer.types import Voice

_KINDS: Final = ("modal", "evidential", "weasel", "approximator", "attributed")
_LABELS: Final = tuple(f"hedge.{kind}" for kind in _KINDS)


def _hedges(facts: Facts, labels: tuple[str, ...], voice: Voice) -> float:
    return facts.rate(facts.count_marks(labels, voice))


def _evidential(facts: Facts) -> float:
    return _hedges(facts, ("hedge.evidential",), Voice.OUTLET)


def _lead(facts: Facts) -> float:
    found = facts.marked(_LABELS, Voice.OUTLET)
    if not found:
        return 0.0
    last = facts.place(min(LEAD_WORDS, len(facts.body)) - 1)
    end = facts.reading.starts[last]
    return float(sum([a.span.start <= end for a in found if a.weight >= FINDING]))


FEATURES: Final = (
    Feature(
        name="hedges_per_1000_words",
        unit="per 1,000 words",
        meaning="How often the outlet itself holds back.",
        measure=lambda facts: _hedges(facts, _LABELS, Voice.OUTLET),
        labels=_LABELS,
    ),
    Feature(
        name="modal_hedges_per_1000_words",
        unit="per 1,000 words",
        meaning="How often the outlet calls a thing possible (may, seems, likely).",
        measure=lambda facts: _hedges(facts, ("hedge.modal",), Voice.OUTLET),
        labels=("hedge.modal",),
    ),
    Feature(
        name="evidential_hedges_per_1000_words",
        unit="per 1,000 words",
        meaning="How often a claim has nobody answerable (reportedly, it is said).",
        measure=_evidential,
        labels=("hedge.evidential",),
    ),
    Feature(
        name="weasel_hedges_per_1000_words",
        unit="per 1,000 words",
        meaning="How often a crowd without names speaks (some say, critics argue).",
        measure=lambda facts: _hedges(facts, ("hedge.weasel",), Voice.OUTLET),
        labels=("hedge.weasel",),
        quality=-1,
    ),
    Feature(
        name="approximators_per_1000_words",
        unit="per 1,000 words",
        meaning="How often a quantity is given roughly.",
        measure=lambda facts: _hedges(facts, ("hedge.approximator",), Voice.OUTLET),
        labels=("hedge.approximator",),
    ),
    Feature(
        name="attributed_hedges_per_1000_words",
        unit="per 1,000 words",
        meaning="How often a source's claim is kept at a distance (claims, alleges).",
        measure=lambda facts: _hedges(facts, ("hedge.attributed",), Voice.OUTLET),
        labels=("hedge.attributed",),
    ),
    Feature(
        name="quoted_hedges_per_1000_words",
        unit="per 1,000 words",
        meaning="How often quoted speakers hold back.",
        measure=lambda facts: _hedges(facts, _LABELS, Voice.QUOTED),
        labels=_LABELS,
    ),
    Feature(
        name="hedges_in_lead",
        unit="hedges",
        meaning="Hedges of the outlet in the first 100 words.",
        measure=_lead,
        labels=_LABELS,
    ),
    Feature(
        name="certain_per_1000_words",
        unit="per 1,000 own words",
        meaning="How often the outlet insists that a thing is beyond doubt.",
        measure=lambda facts: facts.own_rate("certain"),
    ),
)
