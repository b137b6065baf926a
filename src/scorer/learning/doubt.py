"""Fit cue weights to two kinds of evidence at once: single cues and whole sentences.

Of a cue it is known whether it hedges. Of a sentence it is only known whether
anything in it is uncertain: that is so unless every cue in it is idle, so the
probabilities of its cues are joined by "noisy or", with a small leak for what
no cue of ours accounts for. Weights are drawn towards a prior: what whoever
compiled the list of cues thinks of each.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Vector = NDArray[np.float64]

_LEAK = -np.log1p(-0.08)  # share of uncertain sentences that no cue accounts for
_RIDGE = 1.5
_SENTENCE_WEIGHT = 0.5  # a sentence says less of a cue than a mark on the cue does
_UNCERTAIN_WEIGHT = 2.5  # F1 is measured, and asks more of the rarer class
_RAREST = 3
_SMALLEST = 0.02


class Cue(NamedTuple):
    """A marked candidate: its features, whether it hedges, what its mark weighs."""

    features: Sequence[str]
    hedges: bool
    weight: float


class Evidence(NamedTuple):
    """Marked cues; sentences (the features of each cue); whether each is uncertain."""

    cues: Sequence[Cue]
    sentences: Sequence[Sequence[Sequence[str]]]
    uncertain: Sequence[bool]


def fit(evidence: Evidence, prior: Mapping[str, float]) -> dict[str, float]:
    """Return the weights that explain the evidence and stay near the prior."""
    rows = [list(cue.features) for cue in evidence.cues]
    rows += [list(cue) for sentence in evidence.sentences for cue in sentence]
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, n in counts.items() if n >= _RAREST)
    problem = _Problem.of(evidence, rows, names)
    start = np.array([prior.get(name, 0.0) for name in names])
    best = minimize(problem.loss, start, args=(start,), jac=True, method="L-BFGS-B")
    learned = dict(zip(names, map(float, best.x), strict=True))
    merged = {**prior, **learned}
    return {k: round(v, 2) for k, v in sorted(merged.items()) if abs(v) >= _SMALLEST}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problem:
    """The evidence as arrays; the first `marked` rows are cues with a mark."""

    X: Any
    marked: int
    hedges: Vector
    weight: Vector
    sentence: NDArray[np.int64]
    uncertain: NDArray[np.bool_]

    @classmethod
    def of(
        cls, evidence: Evidence, rows: list[list[str]], names: list[str]
    ) -> "_Problem":
        column = {name: i for i, name in enumerate(names)}
        at = [i for i, row in enumerate(rows) for name in row if name in column]
        to = [column[name] for row in rows for name in row if name in column]
        shape = (len(rows), len(names))
        X: Any = csr_matrix((np.ones(len(at)), (np.array(at), np.array(to))), shape)
        sentence = [i for i, cues in enumerate(evidence.sentences) for _ in cues]
        return cls(
            X=X,
            marked=len(evidence.cues),
            hedges=np.array([cue.hedges for cue in evidence.cues], dtype=float),
            weight=np.array([cue.weight for cue in evidence.cues], dtype=float),
            sentence=np.array(sentence, dtype=np.int64),
            uncertain=np.array(evidence.uncertain, dtype=bool),
        )

    def loss(self, beta: Vector, prior: Vector) -> tuple[float, Vector]:
        """Return the loss at `beta` and its slope."""
        z = self.X @ beta
        p = np.exp(-np.logaddexp(0, -z))
        soft = np.logaddexp(0, z)
        n = self.marked
        value = float(self.weight @ (soft[:n] - self.hedges * z[:n]))
        slope = np.empty_like(z)
        slope[:n] = self.weight * (p[:n] - self.hedges)
        idle = np.full(len(self.uncertain), _LEAK)
        np.add.at(idle, self.sentence, soft[n:])
        none = np.exp(-idle)
        costs = np.where(self.uncertain, -_UNCERTAIN_WEIGHT * np.log1p(-none), idle)
        pull = np.where(self.uncertain, -_UNCERTAIN_WEIGHT * none / (1 - none), 1.0)
        value += _SENTENCE_WEIGHT * float(costs.sum())
        slope[n:] = _SENTENCE_WEIGHT * pull[self.sentence] * p[n:]
        off = beta - prior
        value += _RIDGE / 2 * float(off @ off)
        return value, self.X.T @ slope + _RIDGE * off
