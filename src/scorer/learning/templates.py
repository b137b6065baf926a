"""Fit linear models over templates, binary ones and choices among candidates.

A choice is fitted as a conditional logit: the weights make the right candidate the
likeliest of its group. Both are convex, so that the same data give the same weights.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from scorer.text.linear import sigmoid

Row = tuple[str, ...]
Values = dict[tuple[int, str], int]
Floats = NDArray[np.float64]

_RARE = 4  # a value met less often gets no weight
_ROUNDS = 60
_FAINT = 0.05  # a smaller weight is dropped
_NOBODY = -1  # group of an example that stands alone


class Examples:
    """Rows of values, one for each template, and which of them are right."""

    def __init__(self) -> None:
        """Start with none."""
        self.rows: list[Row] = []
        self.right: list[bool] = []
        self.group: list[int] = []
        self.groups = 0
        self.missed = 0

    def add(self, row: Row, *, right: bool) -> None:
        """Add an example that stands alone: right or wrong."""
        self.rows.append(row)
        self.right.append(right)
        self.group.append(_NOBODY)

    def add_choice(self, rows: Sequence[Row], right: Sequence[bool]) -> None:
        """Add the candidates of one choice; without a right one it is left out."""
        if sum(right) != 1:
            self.missed += 1
            return
        self.rows += rows
        self.right += right
        self.group += [self.groups] * len(rows)
        self.groups += 1


class Fitted:
    """A fitted model, asked by rows of values as it was fitted."""

    def __init__(self, templates: Sequence[dict[str, float]], bias: float) -> None:
        """Take one table of weights for each template, as `fit` returns them."""
        self._templates = templates
        self._bias = bias

    def score(self, row: Row) -> float:
        """Return the sum of the weights of a row."""
        tables = zip(self._templates, row, strict=True)
        return self._bias + sum(weights.get(value, 0.0) for weights, value in tables)

    def probability(self, row: Row) -> float:
        """Return the probability that the model gives a row."""
        return sigmoid(self.score(row))


def fit(
    examples: Examples, allowed: Callable[[str], bool], size: int, penalty: float
) -> dict[str, Any]:
    """Return bias and tables of a model with at most `size` weights.

    It is fitted twice: with all values, and again with those that mattered most.
    """
    counts: Counter[tuple[int, str]] = Counter()
    for row in examples.rows:
        counts.update(enumerate(row))
    known = sorted(k for k, n in counts.items() if n >= _RARE and allowed(k[1]))
    weights, _ = _fit(examples, {k: i for i, k in enumerate(known)}, penalty)
    weigh = [abs(w) * counts[k] ** 0.5 for k, w in zip(known, weights, strict=True)]
    order = sorted(range(len(known)), key=lambda i: (-weigh[i], known[i]))
    kept = sorted(known[i] for i in order[:size])
    weights, bias = _fit(examples, {k: i for i, k in enumerate(kept)}, penalty)
    tables: list[dict[str, float]] = [{} for _ in examples.rows[0]]
    for (template, value), weight in zip(kept, weights, strict=True):
        if abs(weight) >= _FAINT:
            tables[template][value] = round(float(weight), 2)
    return {"bias": round(bias, 2), "templates": tables}


def _fit(examples: Examples, values: Values, penalty: float) -> tuple[Floats, float]:
    pointers, columns = [0], []
    for row in examples.rows:
        columns += [values[item] for item in enumerate(row) if item in values]
        pointers.append(len(columns))
    shape = len(examples.rows), len(values)
    X = csr_matrix((np.ones(len(columns)), columns, pointers), shape=shape)
    y = np.array(examples.right, float)
    if examples.groups:
        return _conditional(X, y, np.array(examples.group), penalty), 0.0
    return _binary(X, y, penalty)


def _conditional(
    X: csr_matrix, y: Floats, group: NDArray[np.int_], penalty: float
) -> Floats:
    turned, groups = X.T.tocsr(), int(group.max()) + 1

    def loss(w: Floats) -> tuple[float, Floats]:
        score = X @ w
        top = np.full(groups, -np.inf)
        np.maximum.at(top, group, score)
        power = np.exp(score - top[group])
        total = np.bincount(group, power, groups)
        value = np.sum(np.log(total) + top) - score @ y + penalty / 2 * (w @ w)
        return float(value), turned @ (power / total[group] - y) + penalty * w

    return _minimum(loss, X.shape[1])


def _binary(X: csr_matrix, y: Floats, penalty: float) -> tuple[Floats, float]:
    turned = X.T.tocsr()

    def loss(w: Floats) -> tuple[float, Floats]:
        score = X @ w[:-1] + w[-1]
        value = np.sum(np.logaddexp(0, score) - y * score)
        value += penalty / 2 * (w[:-1] @ w[:-1])
        slope = 1 / (1 + np.exp(-score)) - y
        return float(value), np.append(turned @ slope + penalty * w[:-1], slope.sum())

    w = _minimum(loss, X.shape[1] + 1)
    return w[:-1], float(w[-1])


def _minimum(
    loss: Callable[[Floats], tuple[float, Floats]], size: int
) -> NDArray[np.float64]:
    options = {"maxiter": _ROUNDS}
    start: Any = np.zeros(size)
    solve: Any = minimize  # its overloads know no function that returns two values
    found = solve(loss, start, jac=True, method="L-BFGS-B", options=options)
    return np.asarray(found.x)
