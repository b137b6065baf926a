"""Attributions: who is said to have said what.

An article shows its evidence by saying who told it. Each statement that is credited
to somebody is marked in three parts, its source, its cue ("said") and its content,
and the kind of source is told; sources that are the same share a number.

Left alone: what the outlet says in its own voice.
"""

from typing import Final

from scorer.detector import Detector, Example
from scorer.detectors.attributions.find import find

_SAID = "Maya Orlen said the bridge was closed."

DETECTOR: Final = Detector(
    name="attributions",
    version=13,
    summary="Who is said to have said what, and what kind of source it is.",
    labels=(
        ("attribution.source", "who is said to have said it"),
        ("attribution.cue", "the words that say so, such as “said”"),
        ("attribution.content", "what was said"),
        ("source.named", "a person by name"),
        ("source.official", "an office, its holder or its spokesman"),
        ("source.organisation", "a company, a charity, a party"),
        ("source.anonymous", "somebody who is not named"),
        ("source.document", "a study, a report, a court paper"),
        ("source.media", "another outlet"),
        ("source.social_media", "a post as such"),
        ("source.unspecified", "nobody at all: it is claimed"),
    ),
    find=find,
    examples=(
        Example("[[Maya Orlen]] said the bridge was closed.", "attribution.source"),
        Example("Maya Orlen [[said]] the bridge was closed.", "attribution.cue"),
        Example("Maya Orlen said [[the bridge was closed]].", "attribution.content"),
        Example("The bridge was closed.", "attribution.source"),
        Example("The bridge was closed.", "attribution.cue"),
        Example("The bridge was closed.", "attribution.content"),
        Example("[[Maya Orlen]] said the bridge was closed.", "source.named"),
        Example("[[Police]] said the bridge was closed.", "source.official"),
        Example("[[The company]] said the bridge was closed.", "source.organisation"),
        Example("[[Two insiders]] said the bridge was closed.", "source.anonymous"),
        Example("[[The report]] said the bridge was closed.", "source.document"),
        Example("[[Local media]] said the bridge was closed.", "source.media"),
        Example("[[A tweet]] said the bridge was closed.", "source.social_media"),
        Example(_SAID, "source.official"),
        Example(_SAID, "source.organisation"),
        Example(_SAID, "source.anonymous"),
        Example(_SAID, "source.document"),
        Example(_SAID, "source.media"),
        Example(_SAID, "source.social_media"),
        Example(_SAID, "source.unspecified"),
        Example("The report said the bridge was closed.", "source.named"),
        Example("[[It is claimed]] that the bridge was closed.", "source.unspecified"),
    ),
)
