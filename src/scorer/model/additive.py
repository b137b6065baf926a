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

from scorer.text.lanes import Lanes
from scorer.text.linear import falling

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
# The points of a feature on one of its steps: those in each estimate, and then all of
# them side by side, those in every score and in the difficulty of every estimate.
Points = tuple[float, float, int]


@dataclass(frozen=True, slots=True)
class Scale:
    """From an additive score to chances: one slope, and a cut for each level."""

    slope: float
    cuts: tuple[float, ...]
    borders: tuple[float, ...]

    def expected(self, additive: float) -> float:
        """Return the expected reading, 0..100."""
        chances = falling(self.cuts, additive, self.slope)
        return 100 * fsum(chances) / len(chances)

    def bands(self, additive: float) -> tuple[float, ...]:
        """Return the probability of each band, the best first."""
        reached = falling(self.borders, additive, self.slope)
        return tuple(
            b - a for a, b in zip([0.0, *reached], [*reached, 1.0], strict=True)
        )


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How far the interval reaches, learned from where the model erred.

    Attributes:
        breaks: Where the steps of the estimate's own value begin.
        row: What each of them adds to what the features do, in units.
        scale: How many units make up 1.
    """

    breaks: Row
    row: tuple[int, ...]
    scale: int
    least: float
    down: float
    up: float

    def interval(self, parts: int, value: float) -> tuple[float, float]:
        """Return the ends of the 90 % interval around `value`, within 0..100.

        Args:
            parts: What the features add to the difficulty, in units.
            value: The estimate.
        """
        own = self.row[bisect_right(self.breaks, value)]
        hard = max((own + parts) / self.scale, self.least)
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
        rows: For each feature, its points on every step; last those of NaN.
        lanes: How points stand side by side.
        start: What every score is before any feature is counted, side by side.
    """

    label: str
    features: str
    bases: dict[str, float]
    breaks: tuple[Row, ...]
    rows: tuple[tuple[Points, ...], ...]
    lanes: Lanes
    start: int
    scales: dict[str, Scale]
    difficulties: dict[str, Difficulty]

    def predict(self, features: Sequence[float]) -> Prediction:
        """Apply the model to the features of one article."""
        # What is undefined stands behind every step, and is on the last row.
        chosen = [
            rows[bisect_right(edges, x) if x == x else -1]  # noqa: PLR0124 - only NaN differs from itself
            for rows, edges, x in zip(self.rows, self.breaks, features, strict=True)
        ]
        *columns, packed = zip(*chosen, strict=True)
        lanes, parts = self.lanes, dict(zip(ESTIMATES, columns, strict=True))
        totals = lanes.unpack(sum(packed, self.start), len(_SCORES) + len(ESTIMATES))
        sums = {s: n / lanes.scale for s, n in zip(_SCORES, totals, strict=False)}
        values = {s: self.scales[s].expected(total) for s, total in sums.items()}
        bands = self.scales["evidential_quality"].bands(sums["evidential_quality"])
        hard = zip(ESTIMATES, totals[len(_SCORES) :], strict=True)
        return Prediction(
            values=values,
            bands=dict(zip(BANDS, bands, strict=True)),
            intervals={s: self.difficulties[s].interval(n, values[s]) for s, n in hard},
            contributions=parts,
        )


def compile_model(data: Mapping[str, Any]) -> Model:
    """Turn the numbers of a model file into tables to look up in."""
    names, scores = data["names"], data["scores"]
    whole = dumps(data, sort_keys=True).encode()
    tables = [_table(data, name) for name in names]
    bases = [scores[s]["base"] for s in _SCORES]
    hard = {s: scores[s]["difficulty"] for s in ESTIMATES}
    owns = {s: _own(hard[s]) for s in ESTIMATES}
    rows = [row for _, rows in tables for row in rows]
    numbers = [*rows, bases, *owns.values(), [hard[s]["base"] for s in ESTIMATES]]
    lanes = Lanes.holding(numbers, len(names) + 2)
    return Model(
        label=f"{data['name']} {sha256(whole).hexdigest()[:12]}",
        features=data["features"],
        bases=dict(zip(_SCORES, bases, strict=True)),
        breaks=tuple(edges for edges, _ in tables),
        rows=tuple(
            tuple([(row[0], row[1], lanes.pack(row)) for row in rows])
            for _, rows in tables
        ),
        lanes=lanes,
        start=lanes.pack(bases),
        scales={s: _scale(scores[s]) for s in _SCORES},
        difficulties={s: _difficulty(hard[s], owns[s], lanes) for s in ESTIMATES},
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


def _own(data: Mapping[str, Any]) -> Row:
    """Return what the estimate's own value adds to its difficulty, on each step."""
    breaks = tuple(data["breaks"]["value"])
    return _spread(breaks, breaks, data["shapes"].get("value"))


def _difficulty(data: Mapping[str, Any], own: Row, lanes: Lanes) -> Difficulty:
    base = lanes.units[data["base"]]
    return Difficulty(
        breaks=tuple(data["breaks"]["value"]),
        row=tuple([base + lanes.units[points] for points in own]),
        scale=lanes.scale,
        least=data["least"],
        down=data["down"],
        up=data["up"],
    )
