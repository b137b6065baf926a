"""How far what is claimed is tied to a source: counted by sentences, and estimated.

The count alone misses what the reporter saw, and takes a lone quotation in a rant for
a source. So the estimate adds how attributed the wording sounds, and takes away for
what nobody stands for who could be asked: loaded words in the outlet's own voice, and
wording that leans on unnamed sources.
"""

from collections.abc import Sequence
from math import log1p
from typing import Final

from scorer.features.bytewise import either
from scorer.features.classes import CLASSES
from scorer.features.facts import NAN, Facts, once
from scorer.features.feature import Feature
from scorer.features.wording import loaded_weight

_ATTRIBUTION: Final = ("attribution.source", "attribution.cue", "attribution.content")
_ATTRIBUTED: Final = 2  # where it stands among the targets of the wording's table
_UNNAMED: Final = 6
# What each counts for: how attributed the wording sounds (0..4), the count of tied
# words (0..1), loaded words (their logarithm), how far it leans on the unnamed (0..2).
WEIGHTS: Final = (0.17, 0.45, -0.05, -0.05)
_HALF: Final = 0.5  # what a sentence without a source counts after one with it
_TIED, _HIDDEN = 1, 2
_IS_CITING: Final = bytes([_TIED * ("citing" in c.names) for c in CLASSES])
_NOBODY: Final = ("anonymous", "unspecified")


def attributed_share(told: Sequence[float], tied: float, loaded: float) -> float:
    """Estimate the share of the claims that are tied to a source.

    The weights are rounded from a line fitted to readings.

    Args:
        told: What the wording suggests, in the order of the table's targets.
        tied: The feature `tied_sentences_share`.
        loaded: The feature `loaded_weight_per_1000_words`.
    """
    known = (told[_ATTRIBUTED], tied, log1p(loaded), told[_UNNAMED])
    share = sum([weight * part for weight, part in zip(WEIGHTS, known, strict=True)])
    return min(max(share, 0.0), 1.0) if share == share else NAN  # noqa: PLR0124 - NaN differs from itself


@once
def _tied_sentences(facts: Facts) -> float:
    """Weigh sentences by their words: those that are tied, and half of what follows."""
    whole = some = 0.0
    begun = False
    for words, tied, hidden in _ties(facts):
        begun = begun or tied or hidden
        whole += words
        some += words if tied else words * _HALF * begun
    return some / whole if whole else NAN


def _ties(facts: Facts) -> list[tuple[int, bool, bool]]:
    """Tell of each sentence of the body how long it is and whether it is tied.

    Returns:
        Its words; whether a named source, a quotation or a word of citing is in it;
        whether, if not, it has a statement that nobody is named for.
    """
    signs, said = _signs(facts), facts.said
    ties, at = [], 0
    for _, first, last, _ in facts.sentences:
        end = at + last - first
        if first < last:
            tied = signs.find(_TIED, first, last) >= 0
            hidden = not tied and signs.find(_HIDDEN, first, last) >= 0
            # What a statement of another sentence goes on with here.
            tied = tied or (not hidden and said.find(1, at, end) >= 0)
            ties.append((last - first, tied, hidden))
        at = end
    return ties


def _signs(facts: Facts) -> bytearray:
    """Sign every word of the reading that ties its sentence, or leaves it to nobody.

    One search in these then answers for a whole sentence.
    """
    signs = either(facts.classes.translate(_IS_CITING), facts.reading.quoted)
    for statement in facts.statements:
        if statement.kind not in _NOBODY:
            signs[statement.first] = _TIED
        elif signs[statement.first] != _TIED:
            signs[statement.first] = _HIDDEN
    return signs


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
            "Share of the words in sentences with a quotation, a named source or a word"
            " of citing (study); others count half once a source has spoken."
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
            facts.told, _tied_sentences(facts), loaded_weight(facts)
        ),
        labels=_ATTRIBUTION,
        quality=1,
    ),
)
