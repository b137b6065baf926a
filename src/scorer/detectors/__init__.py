"""The detectors, in the order in which `scorer detectors` shows them."""

from typing import Final

from scorer.detector import Detector
from scorer.detectors import attributions, hedges

DETECTORS: Final[tuple[Detector, ...]] = (
    hedges.DETECTOR,
    attributions.DETECTOR,
)
