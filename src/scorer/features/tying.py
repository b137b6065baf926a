"""How far what is claimed is tied to a source: counted by sentences, and estimated.

The count alone misses data, documents and what the reporter saw, and takes a lone
quotation in a rant for a source. So the estimate adds how attributed the wording
sounds, and takes away for loaded words in the outlet's own voice: each is a claim that
nobody stands for.
"""

from bisect import bisect_left
from math import log1p
from typing import Final

from scorer.features.facts import NAN, Facts, once
from scorer.features.feature import Feature
from scorer.features.wording import loaded_weight

_ATTRIBUTION: Final = ("attribution.source", "attribution.cue", "attribution.content")
_ATTRIBUTED: Final = 2  # where it stands among the targets of the wording's table
_TOLD: Final = 0.2  # a fifth of its 0..4 for each point: four fifths of its share
_TIED: Final = 0.35
_LOADED: Final = 0.05
_AFTER: Final = 0.5  # what a sentence without a source counts after one with it


def attributed_share(attributed: float, tied: float, loaded: float) -> float:
    """Estimate the share of the claims that are tied to a source.

    The three weights are rounded from a line fitted to readings.

    Args:
        attributed: How attributed the wording sounds, 0..4.
        tied: The feature `tied_sentences_share`.
        loaded: The feature `loaded_weight_per_1000_words`.
    """
    share = _TOLD * attributed + _TIED * tied - _LOADED * log1p(loaded)
    return min(max(share, 0.0), 1.0) if share == share else NAN  # noqa: PLR0124 - NaN differs from itself


@once
def _tied_sentences(facts: Facts) -> float:
    """Count the sentences with a statement or a quotation, and half of what follows."""
    ties = _ties(facts)
    if not ties:
        return NAN
    some = sum(ties)
    after = len(ties) - ties.index(True) - some if some else 0
    return (some + _AFTER * after) / len(ties)


def _ties(facts: Facts) -> list[bool]:
    """Tell for each sentence of the body whether somebody stands for some of it."""
    quoted, said = facts.reading.quoted, facts.said
    starts = [statement.first for statement in facts.statements]  # in reading order
    ties, at = [], 0
    for _, first, last, _ in facts.sentences:
        end = at + last - first
        if first < last:
            ties.append(
                said.find(1, at, end) >= 0
                or quoted.find(1, first, last) >= 0
                or bisect_left(starts, first) < bisect_left(starts, last)
            )
        at = end
    return ties


FEATURES: Final = (
    Feature(
        name="statements_share",
        unit="share",
        meaning="Share of the body that is the content of statements.",
        measure=lambda facts: (
            facts.said.count(1) / len(facts.body) if facts.body else NAN
        ),
        labels=_ATTRIBUTION,
        quality=1,
    ),
    Feature(
        name="tied_sentences_share",
        unit="share",
        meaning=(
            "Share of the sentences that hold a statement or a quotation; the others"
            " count half once the first source has spoken."
        ),
        measure=_tied_sentences,
        labels=_ATTRIBUTION,
        quality=1,
    ),
    Feature(
        name="attributed_share",
        unit="share",
        meaning=(
            "Share of the claims that are tied to a source, as statements and wording"
            " let expect."
        ),
        measure=lambda facts: attributed_share(
            facts.told[_ATTRIBUTED], _tied_sentences(facts), loaded_weight(facts)
        ),
        labels=_ATTRIBUTION,
        quality=1,
    ),
)
