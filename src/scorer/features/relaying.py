"""Through whom the claims came, and what kinds of source carry them."""

from typing import Final

from scorer.features.facts import NAN, Facts
from scorer.features.feature import Feature

_VAGUE: Final = ("anonymous", "unspecified")


def _share(facts: Facts, *kinds: str) -> float:
    """Return the share of statements whose source is of one of these kinds."""
    whole = len(facts.statements)
    return sum(s.kind in kinds for s in facts.statements) / whole if whole else NAN


def secondhand_share(facts: Facts) -> float:
    """Return the share of the body that is told as others have published it."""
    relayed = facts.relayed
    attributed = facts.said.count(1) / len(facts.body) if facts.body else NAN
    return 0.0 if relayed != relayed else relayed * attributed  # noqa: PLR0124 - NaN differs from itself


def _origins(facts: Facts) -> float:
    """Count who the outlet heard itself; what it took over from one place is one."""
    through = {s.source: s.via for s in facts.statements if s.via is not None}
    heard = {s.source for s in facts.statements} - {None}
    return float(len({through.get(source, source) for source in heard}))


def _firsthand(facts: Facts) -> float:
    """Count who spoke to the outlet itself: no medium, and heard through none."""
    through = {s.source for s in facts.statements if s.relayed}
    return float(len({s.source for s in facts.statements} - through - {None}))


FEATURES: Final = (
    Feature(
        name="sources_firsthand",
        unit="sources",
        meaning="Distinct sources of which nothing came through other media or posts.",
        measure=_firsthand,
        labels=("attribution.source",),
        quality=1,
    ),
    Feature(
        name="origins_distinct",
        unit="origins",
        meaning="Distinct sources, those relayed by one medium counted as one.",
        measure=_origins,
        labels=("attribution.source",),
        quality=1,
    ),
    Feature(
        name="relayed_share",
        unit="share",
        meaning="Share of the attributed words that media, posts or releases relayed.",
        measure=lambda facts: facts.relayed,
        labels=("source.media", "source.social_media"),
        quality=-1,
    ),
    Feature(
        name="secondhand_share",
        unit="share",
        meaning="Share of the body that is told as others have published it.",
        measure=secondhand_share,
        labels=("source.media", "source.social_media"),
        quality=-1,
    ),
    Feature(
        name="vague_share",
        unit="share",
        meaning="Share of the statements for which nobody is named.",
        measure=lambda facts: _share(facts, *_VAGUE),
        labels=("source.anonymous", "source.unspecified"),
        quality=-1,
    ),
    Feature(
        name="official_share",
        unit="share",
        meaning="Share of the statements that officials and authorities made.",
        measure=lambda facts: _share(facts, "official"),
        labels=("source.official",),
    ),
    Feature(
        name="document_share",
        unit="share",
        meaning="Share of the statements that a document carries.",
        measure=lambda facts: _share(facts, "document"),
        labels=("source.document",),
    ),
    Feature(
        name="social_media_share",
        unit="share",
        meaning="Share of the statements that are posts on social networks.",
        measure=lambda facts: _share(facts, "social_media"),
        labels=("source.social_media",),
    ),
)
