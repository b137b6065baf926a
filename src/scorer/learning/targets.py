"""What the model learns to say: each score on 0..100, made of the readings."""

from typing import Final

import numpy as np

from scorer.features import SCHEMA
from scorer.learning.frame import Array, Frame

SIGNALS: Final = ("hedging", "sourcing", "headline", "wording", "page")
ESTIMATES: Final = ("evidential_quality", "sensationalism")
SCORES: Final = (*ESTIMATES, *SIGNALS)
_MANY: Final = 10  # origins; the codebook counts no further
_EASED: Final = {"sensationalism": (0.7, 10.0)}  # power, and points taken off


def targets(frame: Frame) -> dict[str, Array]:
    """Return each score's target, NaN where the readers left it out."""
    part = {n[8:]: c for n, c in frame.numbers.items() if n.startswith("reading_")}
    little = 1 - part["attributed"] / 4
    # The tenth origin adds less to a story than the second.
    few = 1 - np.log1p(np.minimum(part["independent"], _MANY)) / np.log1p(_MANY)
    loaded, unfit = part["headline_loaded"] / 4, 1 - part["headline_fit"] / 4
    return {
        "evidential_quality": part["quality"] * 10,
        "sensationalism": part["sensational"] * 10,
        "hedging": 100 * (1 - part["certainty_fit"] / 4),
        "sourcing": 15 * little
        + 45 * part["single_source"]
        + 30 * few
        + 5 * part["anonymous"]
        + 5 * part["relayed"],
        "headline": 75 * loaded + 25 * np.where(np.isnan(unfit), loaded, unfit),
        "wording": 25 * part["loaded"],
        "page": 50 * part["page_noise"],
    }


def eased(score: str, target: Array) -> Array:
    """Return what the additive score is fitted to, instead of the readings.

    Readers tell dry from very dry more surely than loud from very loud: read twice,
    sensationalism differs by 2 points of 100 up to 10, by 5 from 40 on. A power makes
    their doubt nearly even; 10 and 60 stay where they are, so that the additive score
    is in points still, and its cut points lead back to readings.
    """
    if score not in _EASED:
        return target
    power, off = _EASED[score]
    found: Array = 100 * (target / 100) ** power - off
    return found


def signs(score: str) -> list[int]:
    """Return, for each feature, the direction that is beyond dispute for a score."""
    if score in ("evidential_quality", "sourcing", "hedging"):
        way = 1 if score == "evidential_quality" else -1
        return [way * feature.quality for feature in SCHEMA]
    if score == "page":
        return [abs(f.quality) if f.name in PAGE_NAMES else 0 for f in SCHEMA]
    return [feature.sensationalism for feature in SCHEMA]


PAGE_NAMES: Final = frozenset(
    ("cross_links", "cross_links_clickbait", "captions", "chrome_share")
)
