"""Linear models over templates: each template looks one value up in its own table."""

from collections.abc import Sequence
from functools import cache

from scorer.text.linear import sigmoid
from scorer.text.tables import load_table


class Templates:
    """A linear model whose features are the values of a fixed row of templates."""

    __slots__ = ("_bias", "_tables")

    def __init__(self, tables: Sequence[dict[str, float]], bias: float = 0.0) -> None:
        """Take one table of weights for each template."""
        self._tables = [table.get for table in tables]
        self._bias = bias

    def score(self, values: Sequence[str]) -> float:
        """Return the sum of the weights of `values`, one value for each template."""
        total = self._bias
        for get, value in zip(self._tables, values, strict=False):
            total += get(value, 0.0)
        return total

    def probability(self, values: Sequence[str]) -> float:
        """Return the probability that the model gives `values`."""
        return sigmoid(self.score(values))


@cache
def load_model(table: str, name: str) -> Templates:
    """Return one of the models of a table of weights."""
    model = load_table(table)[name]
    return Templates(model["templates"], model["bias"])
