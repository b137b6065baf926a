"""What is known before any fit: pushes that noisy counts would hide.

A feature that is measured with noise gets too small a push from any fit, or none.
Where the readings themselves show the push (an article whose reader noted much that
was relayed lies three points below what the other features say, one with a shouting
headline ten, one with much noise on its page four) a part of it is laid down here,
and the rest is fitted around it. Larger pushes agreed less with the readings of
outlets that were held out (eleven points for what is relayed and six for the
headline: .010 less).
"""

from typing import Final, NamedTuple

import numpy as np

from scorer.features import NAMES
from scorer.learning.frame import Array
from scorer.learning.shapes import Shapes, step_numbers


class Push(NamedTuple):
    """Points that a feature adds once it reaches `full`; in proportion below."""

    points: float
    full: float

    def at(self, values: Array) -> Array:
        """Return the points at each value; what is undefined adds none."""
        pushed: Array = np.nan_to_num(self.points * np.minimum(values / self.full, 1.0))
        return pushed


KNOWN: Final[dict[str, dict[str, Push]]] = {
    "evidential_quality": {
        "relayed_share": Push(-4.0, 0.5),
        "headline_loaded": Push(-4.0, 2.0),
        "cross_links_clickbait": Push(-3.2, 4.0),
        "cross_links": Push(-0.8, 8.0),
    },
}


def known_part(score: str, features: Array) -> Array:
    """Return what is known of each article's score before the fit."""
    total = np.zeros(len(features))
    for name, push in KNOWN.get(score, {}).items():
        total += push.at(features[:, NAMES.index(name)])
    return total


def with_known(score: str, shapes: Shapes, features: Array) -> Shapes:
    """Add the known pushes to fitted shapes, at the mean value of each step."""
    values = list(shapes.values)
    for name, push in KNOWN.get(score, {}).items():
        j = NAMES.index(name)
        steps = step_numbers(shapes.breaks[j], features[:, j])
        added = np.zeros(len(values[j]))
        for step in range(len(added) - 1):
            inside = features[steps == step, j]
            edges = shapes.breaks[j][max(step - 1, 0) : step + 1]
            some = inside if len(inside) else edges
            added[step] = push.at(some).mean() if len(some) else 0.0
        values[j] = values[j] + added
    return Shapes(shapes.base, shapes.breaks, values)
