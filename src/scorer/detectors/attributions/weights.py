"""Linear models over templates: each template looks one value up in its own table."""

from collections.abc import Sequence
from functools import cache

from scorer.text.linear import sigmoid
from scorer.text.tables import load_table


class Templates:
    """A linear model whose features are the values of a fixed row of templates."""

    __slots__ = ("_bias", "_nothing", "_tables")

    def __init__(self, tables: Sequence[dict[str, float]], bias: float = 0.0) -> None:
        """Take one table of weights for each template."""
        self._tables = list(tables)
        self._nothing = [0.0] * len(tables)
        self._bias = bias

    def score(self, values: Sequence[str]) -> float:
        """Return the sum of the weights of `values`, one value for each template."""
        # Three lists side by side keep the loop out of Python: half the time.
        return sum(map(dict.get, self._tables, values, self._nothing), self._bias)

    def best(self, rows: Sequence[Sequence[str]]) -> int:
        """Return which of several rows of values scores highest, the first if tied."""
        if len(rows) == 1:
            return 0
        tables, nothing, get = self._tables, self._nothing, dict.get
        scores = [sum(map(get, tables, row, nothing)) for row in rows]
        return scores.index(max(scores))

    def probability(self, values: Sequence[str]) -> float:
        """Return the probability that the model gives `values`."""
        return sigmoid(self.score(values))


@cache
def load_model(table: str, name: str) -> Templates:
    """Return one of the models of a table of weights."""
    model = load_table(table)[name]
    return Templates(model["templates"], model["bias"])


@cache
def load_choice(
    table: str, name: str, options: str, first: int = 0, last: int | None = None
) -> dict[str, Templates]:
    """Return a model for each option of a choice that all share one row of values.

    The table holds the values of an option with its letter before them. Only the
    templates from `first` up to before `last` are taken.
    """
    templates = load_table(table)[name]["templates"][first:last]
    return {
        option: Templates(
            [
                {v[2:]: w for v, w in weights.items() if v[0] == option}
                for weights in templates
            ]
        )
        for option in options
    }
