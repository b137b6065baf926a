"""A linear model over named features: all the learning that detectors carry.

Weights are trained by scikit-learn's logistic regression and shipped as a JSON
object of feature name to weight; a feature that has no weight counts nothing.
"""

from collections.abc import Iterable, Mapping
from math import exp

_LARGEST = 700.0  # exp of more overflows


def sigmoid(x: float) -> float:
    """Return the logistic function of `x`, whatever its size.

    Example:
        >>> sigmoid(0.0), sigmoid(1000.0)
        (0.5, 1.0)
    """
    return 1.0 / (1.0 + exp(_LARGEST if x < -_LARGEST else -x))


def falling(cuts: Iterable[float], x: float, slope: float) -> list[float]:
    """Return the logistic function of how far `x` lies above each cut.

    Example:
        >>> falling([0.0, -1e9], 0.0, slope=1.0)
        [0.5, 1.0]
    """
    try:  # as one expression, since a call for each would take as long again
        return [1.0 / (1.0 + exp(slope * (cut - x))) for cut in cuts]
    except OverflowError:
        return [sigmoid(slope * (x - cut)) for cut in cuts]


def probability(
    weights: Mapping[str, float], features: Iterable[str], bias: float
) -> float:
    """Return the probability that a linear model gives a set of features."""
    return sigmoid(bias + sum(weights.get(name, 0.0) for name in features))
