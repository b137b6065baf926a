"""The model at work: look up each feature's points, add them, read off the rest.

Every score has the same steps, so one search a feature serves all of them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from math import fsum
from typing import Any, Final

from scorer.text.linear import sigmoids

ESTIMATES: Final = ("evidential_quality", "sensationalism")
SIGNALS: Final = ("hedging", "sourcing", "headline", "wording", "page")
BANDS: Final = (
    "well evidenced",
    "mostly evidenced",
    "mixed",
    "thin",
    "very thin",
)
_SCORES: Final = (*ESTIMATES, *SIGNALS)
Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """From an additive score to chances: one slope, and a cut for each level."""

    slope: float
    cuts: tuple[float, ...]
    borders: tuple[float, ...]

    def expected(self, additive: float) -> float:
        """Return the expected reading, 0..100."""
        slope = self.slope
        chances = sigmoids([slope * (additive - cut) for cut in self.cuts])
        return 100 * fsum(chances) / len(chances)

    def bands(self, additive: float) -> tuple[float, ...]:
        """Return the probability of each band, the best first."""
        slope = self.slope
        reached = sigmoids([slope * (additive - cut) for cut in self.borders])
        return tuple(
            b - a for a, b in zip([0.0, *reached], [*reached, 1.0], strict=True)
        )


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How far the interval reaches, learned from where the model erred.

    Attributes:
        shapes: The place of each feature that matters (behind the last: that of the
            value), where its steps begin, and what each adds.
    """

    base: float
    shapes: tuple[tuple[int, Row, Row], ...]
    least: float
    down: float
    up: float

    def interval(self, features: Sequence[float], value: float) -> tuple[float, float]:
        """Return the ends of the 90 % interval around `value`, within 0..100."""
        values = (*features, value)
        parts = [row[_step(breaks, values[i])] for i, breaks, row in self.shapes]
        hard = fsum([self.base, *parts])
        hard = max(hard, self.least)
        low, high = value - self.down * hard, value + self.up * hard
        return max(low, 0.0), min(high, 100.0)


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the model says of one article; additive parts in the schema's order."""

    values: dict[str, float]
    bands: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    contributions: dict[str, Row]


@dataclass(frozen=True, slots=True)
class Model:
    """A model ready to use.

    Attributes:
        label: Name and digest, as a report shows them.
        features: Digest of the features and detectors that it was fitted to.
        breaks: For each feature, where its steps begin.
        rows: For each feature and step, the points in every score, last those of NaN.
    """

    label: str
    features: str
    bases: dict[str, float]
    breaks: tuple[Row, ...]
    rows: tuple[tuple[Row, ...], ...]
    scales: dict[str, Scale]
    difficulties: dict[str, Difficulty]

    def predict(self, features: Sequence[float]) -> Prediction:
        """Apply the model to the features of one article."""
        steps = map(_step, self.breaks, features)
        chosen = [rows[step] for rows, step in zip(self.rows, steps, strict=True)]
        parts = dict(zip(_SCORES, zip(*chosen, strict=True), strict=True))
        sums = {s: fsum([self.bases[s], *part]) for s, part in parts.items()}
        values = {s: self.scales[s].expected(total) for s, total in sums.items()}
        quality = sums["evidential_quality"]
        bands = self.scales["evidential_quality"].bands(quality)
        return Prediction(
            values=values,
            bands=dict(zip(BANDS, bands, strict=True)),
            intervals={
                s: self.difficulties[s].interval(features, values[s]) for s in ESTIMATES
            },
            contributions={s: parts[s] for s in ESTIMATES},
        )


def _step(breaks: Row, x: float) -> int:
    """Return the step that `x` is on; what is undefined is on the last."""
    return -1 if x != x else bisect_right(breaks, x)  # noqa: PLR0124 - only NaN differs from itself


def compile_model(data: Mapping[str, Any]) -> Model:
    """Turn the numbers of a model file into tables to look up in."""
    names, scores = data["names"], data["scores"]
    breaks = tuple(tuple(data["breaks"][name]) for name in names)
    whole = dumps(data, sort_keys=True).encode()
    return Model(
        label=f"{data['name']} {sha256(whole).hexdigest()[:12]}",
        features=data["features"],
        bases={s: scores[s]["base"] for s in _SCORES},
        breaks=breaks,
        rows=tuple(
            _rows([scores[s]["shapes"].get(name) for s in _SCORES], len(edges) + 2)
            for name, edges in zip(names, breaks, strict=True)
        ),
        scales={s: _scale(scores[s]) for s in _SCORES},
        difficulties={
            s: _difficulty(scores[s]["difficulty"], names) for s in ESTIMATES
        },
    )


def _rows(shapes: Sequence[Sequence[float] | None], steps: int) -> tuple[Row, ...]:
    columns = [shape or [0.0] * steps for shape in shapes]
    return tuple(zip(*columns, strict=True))


def _scale(score: Mapping[str, Any]) -> Scale:
    borders = sorted(score["borders"].items(), key=lambda pair: -float(pair[0]))
    cuts = tuple(score["cuts"].values())
    return Scale(score["slope"], cuts, tuple(cut for _, cut in borders))


def _difficulty(data: Mapping[str, Any], names: Sequence[str]) -> Difficulty:
    names = (*names, "value")
    return Difficulty(
        base=data["base"],
        shapes=tuple(
            (i, tuple(data["breaks"][name]), tuple(data["shapes"][name]))
            for i, name in enumerate(names)
            if data["shapes"].get(name)
        ),
        least=data["least"],
        down=data["down"],
        up=data["up"],
    )
