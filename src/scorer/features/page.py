"""What stands around the article; it says little about the article itself.

These features never raise the quality of an article, and all of them together
may cost it at most five points.
"""

from typing import Final

from scorer.features.facts import NAN, Facts
from scorer.features.feature import Feature
from scorer.types import SegmentKind

# A tuple: an enum's hash is slow.
_CHROME: Final = (SegmentKind.CAPTION, SegmentKind.CROSS_LINK, SegmentKind.BOILERPLATE)


def _findings(facts: Facts, *labels: str) -> float:
    return float(sum([len(facts.findings.get(label, ())) for label in labels]))


def _lines(facts: Facts, kind: SegmentKind) -> float:
    return float(sum([p.kind is kind for p in facts.reading.paragraphs]))


def _chrome_share(facts: Facts) -> float:
    words = facts.reading.words
    if not words:
        return NAN
    chrome = sum(
        [
            last - first
            for kind, _, first, last in facts.reading.paragraphs
            if kind in _CHROME
        ]
    )
    return chrome / len(words)


FEATURES: Final = (
    Feature(
        name="cross_links",
        unit="links",
        meaning="Lines and links that point to other articles.",
        measure=lambda facts: _findings(
            facts, "cross_link.plain", "cross_link.clickbait"
        ),
        labels=("cross_link.plain", "cross_link.clickbait"),
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="cross_links_clickbait",
        unit="links",
        meaning="Those of them that bait.",
        measure=lambda facts: _findings(facts, "cross_link.clickbait"),
        labels=("cross_link.clickbait",),
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="captions",
        unit="lines",
        meaning="Picture captions left in the text.",
        measure=lambda facts: _lines(facts, SegmentKind.CAPTION),
        quality=-1,
    ),
    Feature(
        name="chrome_share",
        unit="share",
        meaning="Share of the page's words that are teasers, captions or boilerplate.",
        measure=_chrome_share,
        quality=-1,
    ),
)
