"""The detectors, in the order in which `scorer detectors` shows them."""

from typing import Final

from scorer.detector import Detector

DETECTORS: Final[tuple[Detector, ...]] = ()
