"""Learned weights, laid out so that a score is a few look-ups.

The features of a model are the values of a fixed row of templates, and most templates
put several things together: the marks after a word, say, and the word after them.
Their tables are nested, a level for each thing, so that no string is built only to be
looked up. Weights are whole hundredths: their sum is exact, in whatever order.
"""

from collections.abc import Mapping
from functools import cache
from math import log
from typing import Any, Final

from scorer.text.linear import sigmoid
from scorer.text.tables import load_table

APART: Final = "\t"  # between the things that one template puts together
NONE: Final[dict[str, Any]] = {}  # what a table holds under a thing it does not know
_HUNDRED: Final = 100
_SAME: Final[dict[int, int]] = {}  # one object for each weight: fewer to fetch

Row = tuple[str, ...]  # what a model asks of one candidate, a value a template
Tables = tuple[Any, ...]  # for each template a dict, as deep as the template is wide


@cache
def load_tables(table: str, name: str) -> Tables:
    """Return the nested weights of one of the models of a table."""
    return tuple([nest(weights) for weights in load_table(table)[name]["templates"]])


@cache
def load_bias(table: str, name: str) -> int:
    """Return what a model gives before it is told anything."""
    bias: float = load_table(table)[name]["bias"]
    return round(_HUNDRED * bias)


@cache
def load_choice(table: str, name: str, options: str) -> dict[str, Tables]:
    """Return the nested weights of each option of a choice.

    In the table the values of an option begin with its letter.
    """
    tables = load_tables(table, name)
    return {option: tuple([t.get(option, NONE) for t in tables]) for option in options}


def nest(weights: Mapping[str, float]) -> dict[str, Any]:
    r"""Return the weights of one template, a level for each thing it puts together.

    Example:
        >>> nest({"a\tb": 0.5, "a\tc": -0.25, "d\tb": 1.0})
        {'a': {'b': 50, 'c': -25}, 'd': {'b': 100}}
    """
    table: dict[str, Any] = {}
    for value, weight in weights.items():
        *path, last = value.split(APART)
        inner = table
        for thing in path:
            inner = inner.setdefault(thing, {})
        points = round(_HUNDRED * weight)
        inner[last] = _SAME.setdefault(points, points)
    return table


def probability(score: int) -> float:
    """Return the probability that a score, a sum of weights, stands for."""
    return sigmoid(score / _HUNDRED)


def score_of(chance: float) -> float:
    """Return the score that stands for a probability."""
    return _HUNDRED * log(chance / (1 - chance))
