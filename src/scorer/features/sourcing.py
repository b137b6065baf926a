"""How far the claims are tied to sources, how many there are, and of what kind."""

from typing import Final

from scorer.features.facts import LEAD_WORDS, NAN, Facts
from scorer.features.feature import Feature

_ATTRIBUTION: Final = ("attribution.source", "attribution.cue", "attribution.content")
_VAGUE: Final = ("anonymous", "unspecified")


def _sources(facts: Facts, *kinds: str) -> float:
    """Count the distinct sources, of some kinds only where kinds are given."""
    return float(
        len(
            {
                s.source
                for s in facts.statements
                if s.source is not None and (not kinds or s.kind in kinds)
            }
        )
    )


def _effective(facts: Facts) -> float:
    words = facts.words_by_source
    return sum(words) ** 2 / sum(count * count for count in words) if words else 0.0


def _largest_share(facts: Facts) -> float:
    words = facts.words_by_source
    return max(words) / sum(words) if words else NAN


def _single_source(facts: Facts) -> float:
    origins = {s.source for s in facts.statements}
    return 1.0 if len(origins) < 2 or _largest_share(facts) >= 0.8 else 0.0  # noqa: PLR2004 - four words in five leave nobody else a say


def _lead_attributed_share(facts: Facts) -> float:
    lead = min(LEAD_WORDS, len(facts.body))
    return facts.said.count(1, 0, LEAD_WORDS) / lead if lead else NAN


def _first_source(facts: Facts) -> float:
    if not facts.body:
        return NAN
    if not facts.statements:
        return 1.0
    return facts.position(facts.statements[0].first) / len(facts.body)


def _kinds(facts: Facts) -> float:
    return float(len({s.kind for s in facts.statements} - set(_VAGUE)))


def _unsupported_tail(facts: Facts) -> float:
    """Return the longest run of the body without a statement, as a share of it."""
    if not facts.body:
        return NAN
    stops = [facts.position(s.first) for s in facts.statements]
    gaps = zip([0, *stops], [*stops, len(facts.body)], strict=True)
    return max(b - a for a, b in gaps) / len(facts.body)


FEATURES: Final = (
    Feature(
        name="sources_distinct",
        unit="sources",
        meaning="Distinct sources that something is credited to.",
        measure=_sources,
        labels=("attribution.source",),
        quality=1,
    ),
    Feature(
        name="sources_named",
        unit="sources",
        meaning="Distinct sources that are named persons or office-holders.",
        measure=lambda facts: _sources(facts, "named", "official"),
        labels=("source.named", "source.official"),
        quality=1,
    ),
    Feature(
        name="sources_anonymous",
        unit="sources",
        meaning="Distinct sources that stay unnamed.",
        measure=lambda facts: _sources(facts, "anonymous"),
        labels=("source.anonymous",),
    ),
    Feature(
        name="sources_documents",
        unit="sources",
        meaning="Distinct studies, reports, filings and data sets cited.",
        measure=lambda facts: _sources(facts, "document"),
        labels=("source.document",),
        quality=1,
    ),
    Feature(
        name="sources_organisations",
        unit="sources",
        meaning="Distinct companies, associations and other bodies cited.",
        measure=lambda facts: _sources(facts, "organisation"),
        labels=("source.organisation",),
        quality=1,
    ),
    Feature(
        name="sources_effective",
        unit="sources",
        meaning="As many equal sources would be as concentrated as these are.",
        measure=_effective,
        labels=_ATTRIBUTION,
        quality=1,
    ),
    Feature(
        name="largest_source_share",
        unit="share",
        meaning="Share of the attributed words that the most used source carries.",
        measure=_largest_share,
        labels=_ATTRIBUTION,
        quality=-1,
    ),
    Feature(
        name="single_source",
        unit="0 or 1",
        meaning="One source, or none, carries at least four words in five.",
        measure=_single_source,
        labels=_ATTRIBUTION,
        quality=-1,
    ),
    Feature(
        name="lead_attributed_share",
        unit="share",
        meaning="Share of the first 100 words that is tied to a source.",
        measure=_lead_attributed_share,
        labels=_ATTRIBUTION,
    ),
    Feature(
        name="statements_per_1000_words",
        unit="per 1,000 words",
        meaning="How often somebody is said to have said something.",
        measure=lambda facts: facts.rate(len(facts.statements)),
        labels=("attribution.cue",),
    ),
    Feature(
        name="first_source_position",
        unit="share",
        meaning="How much of the body passes before the first source.",
        measure=_first_source,
        labels=("attribution.source",),
    ),
    Feature(
        name="longest_unsourced_share",
        unit="share",
        meaning="The longest stretch of the body in which no source speaks.",
        measure=_unsupported_tail,
        labels=("attribution.source",),
    ),
    Feature(
        name="source_kinds",
        unit="kinds",
        meaning="Of how many kinds the sources are, unnamed ones not counted.",
        measure=_kinds,
        labels=("attribution.source",),
        quality=1,
    ),
)
