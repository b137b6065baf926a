"""What no fit finds: pushes laid down by hand, and why.

Known pushes. A feature that is measured with noise gets too small a push from any
fit, or none. Where the readings themselves show the push (an article whose reader
noted a shouting headline, or much noise on its page, lies below what the other features
say) a part of it is laid down here, and the rest is fitted around it.

A chosen push. `retold` marks articles that tell what others have published, and others
as well, so that no fit gives it a push of this size. The tool is meant to show that a
story hangs on an agency or on another paper, and so the push is laid on top of the fit,
which would only undo it. It costs agreement with the readings of held-out outlets; the
figures of the model say how much.
"""

from collections.abc import Mapping
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
        "headline_loaded": Push(-4.0, 1.2),
        "cross_links_clickbait": Push(-3.2, 4.0),
        "cross_links": Push(-0.8, 8.0),
    },
}


CHOSEN: Final[dict[str, dict[str, Push]]] = {
    "evidential_quality": {"retold": Push(-4.5, 1.0)},
}


def known_part(score: str, features: Array) -> Array:
    """Return what is known of each article's score, and is fitted around."""
    return _part(KNOWN.get(score, {}), features)


def chosen_part(score: str, features: Array) -> Array:
    """Return what is laid on top of each article's score, whatever the fit says."""
    return _part(CHOSEN.get(score, {}), features)


def _part(pushes: Mapping[str, Push], features: Array) -> Array:
    total = np.zeros(len(features))
    for name, push in pushes.items():
        total += push.at(features[:, NAMES.index(name)])
    return total


def with_known(score: str, shapes: Shapes, features: Array) -> Shapes:
    """Add known and chosen pushes to fitted shapes, at the mean value of each step."""
    values = list(shapes.values)
    pushes = KNOWN.get(score, {}) | CHOSEN.get(score, {})
    for name, push in pushes.items():
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
