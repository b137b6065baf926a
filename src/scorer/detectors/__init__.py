"""The detectors, in the order in which `scorer detectors` shows them."""

from typing import Final

from scorer.detector import Detector
from scorer.detectors import attributions, cross_links, headlines, hedges, loaded_words

DETECTORS: Final[tuple[Detector, ...]] = (
    attributions.DETECTOR,
    cross_links.DETECTOR,
    headlines.DETECTOR,
    hedges.DETECTOR,
    loaded_words.DETECTOR,
)
