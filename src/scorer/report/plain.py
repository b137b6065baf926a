"""What pages and terminals say in plain words, so that both say the same."""

from typing import Final

from scorer.features import SCHEMA
from scorer.features.feature import Feature

DISCLAIMER: Final = (
    "This says how well the article shows its evidence and how it is worded. "
    "It is no verdict on the truth of what it says."
)
DISCLAIMER_MANY: Final = (
    "This says how well the articles show their evidence and how they are worded. "
    "It is no verdict on the truth of what they say."
)

BANDS: Final = (
    ("very thin", 0, "Hardly anything can be traced to anybody."),
    ("thin", 20, "Few claims can be traced, or much hangs on little."),
    ("mixed", 40, "Some claims are tied to sources, others must be taken on trust."),
    ("mostly evidenced", 60, "Most claims are tied to sources that can be checked."),
    ("well evidenced", 80, "Nearly all can be traced to several sources by name."),
)
BAND_MEANINGS: Final = {name: meaning for name, _, meaning in BANDS}

PARTS: Final = {
    "sourcing": "Sources",
    "details": "Dates, figures, documents",
    "hedging": "Hedging",
    "wording": "Wording",
    "headline": "Headline",
    "shape": "Length and shape",
    "page": "What stands around it",
}

SIGNAL_MEANINGS: Final = {
    "hedging": "certainty that is not earned",
    "sourcing": "few, unnamed or relayed sources",
    "headline": "a loaded headline, or one that says more than the text",
    "wording": "loaded wording in the outlet's own voice",
    "page": "teasers and noise around the text",
}

STATUSES: Final = {
    "ok": "scored",
    "insufficient": "too little to score",
    "unsupported_language": "not in English",
    "error": "could not be read",
}

_FEATURES: Final = {feature.name: feature for feature in SCHEMA}


def feature_name(name: str) -> str:
    """Write a feature's name for a reader.

    Example:
        >>> feature_name("hedges_per_1000_words")
        'hedges per 1,000'
    """
    return name.replace("_", " ").replace("per 1000 words", "per 1,000")


def feature_of(name: str) -> Feature | None:
    """Return what is known of a feature; None of one that is measured no more."""
    return _FEATURES.get(name)


def signed(points: float) -> str:
    r"""Write a push: signed, one digit, with a real minus.

    Example:
        >>> signed(-2.04) == '\N{MINUS SIGN}2.0', signed(0.01), signed(3)
        (True, '0.0', '+3.0')
    """
    text = f"{points:+.1f}"
    return "0.0" if float(text) == 0 else text.replace("-", "\N{MINUS SIGN}")
