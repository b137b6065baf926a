"""The model at work: look up each feature's points, add them, read off the rest.

Every score, and how hard an article is to judge, has its steps; those of one feature
are laid over each other, so that one search serves all of them.
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
        breaks: Where the steps of the estimate's own value begin.
        row: What each of them adds to what the features do.
    """

    base: float
    breaks: Row
    row: Row
    least: float
    down: float
    up: float

    def interval(self, parts: Row, value: float) -> tuple[float, float]:
        """Return the ends of the 90 % interval around `value`, within 0..100.

        Args:
            parts: What each feature adds to the difficulty.
            value: The estimate.
        """
        own = self.row[bisect_right(self.breaks, value)]
        hard = max(fsum([self.base, own, *parts]), self.least)
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
        rows: For each feature and step, the points in every score and then in the
            difficulty of every estimate; last those of NaN.
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
        # What is undefined stands behind every step, and is on the last row.
        chosen = [
            rows[bisect_right(edges, x) if x == x else -1]  # noqa: PLR0124 - only NaN differs from itself
            for rows, edges, x in zip(self.rows, self.breaks, features, strict=True)
        ]
        columns = list(zip(*chosen, strict=True))
        parts = dict(zip(_SCORES, columns, strict=False))
        hard = dict(zip(ESTIMATES, columns[len(_SCORES) :], strict=True))
        sums = {s: fsum([self.bases[s], *part]) for s, part in parts.items()}
        values = {s: self.scales[s].expected(total) for s, total in sums.items()}
        quality = sums["evidential_quality"]
        bands = self.scales["evidential_quality"].bands(quality)
        return Prediction(
            values=values,
            bands=dict(zip(BANDS, bands, strict=True)),
            intervals={
                s: self.difficulties[s].interval(hard[s], values[s]) for s in ESTIMATES
            },
            contributions={s: parts[s] for s in ESTIMATES},
        )


def compile_model(data: Mapping[str, Any]) -> Model:
    """Turn the numbers of a model file into tables to look up in."""
    names, scores = data["names"], data["scores"]
    whole = dumps(data, sort_keys=True).encode()
    tables = [_table(data, name) for name in names]
    return Model(
        label=f"{data['name']} {sha256(whole).hexdigest()[:12]}",
        features=data["features"],
        bases={s: scores[s]["base"] for s in _SCORES},
        breaks=tuple(edges for edges, _ in tables),
        rows=tuple(rows for _, rows in tables),
        scales={s: _scale(scores[s]) for s in _SCORES},
        difficulties={s: _difficulty(scores[s]["difficulty"]) for s in ESTIMATES},
    )


def _table(data: Mapping[str, Any], name: str) -> tuple[Row, tuple[Row, ...]]:
    """Return where a feature's steps begin, and what it adds to everything on each."""
    scores, hard = data["scores"], [data["scores"][s]["difficulty"] for s in ESTIMATES]
    columns = [
        *((data["breaks"][name], scores[s]["shapes"].get(name)) for s in _SCORES),
        *((part["breaks"].get(name, ()), part["shapes"].get(name)) for part in hard),
    ]
    edges = tuple(sorted({edge for breaks, _ in columns for edge in breaks}))
    return edges, tuple(
        zip(*(_spread(edges, breaks, shape) for breaks, shape in columns), strict=True)
    )


def _spread(edges: Row, breaks: Sequence[float], shape: Sequence[float] | None) -> Row:
    """Return a shape over finer steps than its own: all that begin at `edges`."""
    if not shape:
        return (0.0,) * (len(edges) + 2)
    steps = [0, *(bisect_right(breaks, edge) for edge in edges)]
    return (*[shape[step] for step in steps], shape[-1])


def _scale(score: Mapping[str, Any]) -> Scale:
    borders = sorted(score["borders"].items(), key=lambda pair: -float(pair[0]))
    cuts = tuple(score["cuts"].values())
    return Scale(score["slope"], cuts, tuple(cut for _, cut in borders))


def _difficulty(data: Mapping[str, Any]) -> Difficulty:
    breaks = tuple(data["breaks"]["value"])
    return Difficulty(
        base=data["base"],
        breaks=breaks,
        row=_spread(breaks, breaks, data["shapes"].get("value")),
        least=data["least"],
        down=data["down"],
        up=data["up"],
    )
