"""Draw the model card's pictures: calibration, and the strongest features' curves."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

RELIABILITY: Final = "reliability.svg"
SHAPES: Final = "shapes.svg"
_COLUMNS: Final = 3
_POINTS: Final = "offset points"
_STYLE: Final = {
    "svg.hashsalt": "scorer",  # the same figures give the same file
    "svg.fonttype": "path",
    "font.size": 8.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def can_draw() -> bool:
    """Tell whether the plotting library is installed; scoring needs none."""
    return find_spec("matplotlib") is not None


def draw_reliability(diagram: Sequence[Mapping[str, float]], path: Path) -> None:
    """Draw how often a band was read against the probability it was given."""
    pyplot = _pyplot()
    with pyplot.rc_context(_STYLE):
        figure, axes = pyplot.subplots(figsize=(4.2, 4.0))
        axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
        axes.plot(
            [row["given"] for row in diagram],
            [row["happened"] for row in diagram],
            marker="o",
            color="#20639b",
        )
        for row in diagram:
            place = (row["given"], row["happened"])
            axes.annotate(f"{row['cases']:.0f}", place, (4, -9), textcoords=_POINTS)
        axes.set(xlabel="probability given to a band", ylabel="share read as that band")
        _save(figure, path)


def draw_shapes(data: Mapping[str, Any], names: Sequence[str], path: Path) -> None:
    """Draw the points of some features at each of their values."""
    pyplot = _pyplot()
    shapes = data["scores"]["evidential_quality"]["shapes"]
    with pyplot.rc_context(_STYLE):
        rows = -(-len(names) // _COLUMNS)
        figure, grid = pyplot.subplots(
            rows, _COLUMNS, figsize=(8, 1.7 * rows), sharey=True, squeeze=False
        )
        for axes, name in zip(grid.flat, names, strict=False):
            edges, points = data["breaks"][name], shapes[name][:-1]
            wide = (edges[-1] - edges[0]) / 20 or 1.0
            ends = [edges[0] - wide, *edges, edges[-1] + wide]
            axes.stairs(points, ends, baseline=None, color="#20639b")
            axes.axhline(0, color="0.8", linewidth=0.8, zorder=0)
            axes.set_title(name, fontsize=8)
        for axes in grid.flat[len(names) :]:
            axes.set_visible(False)
        for axes in grid[:, 0]:
            axes.set_ylabel("points")
        figure.tight_layout()
        _save(figure, path)


def _pyplot() -> Any:  # noqa: ANN401 - the library is optional
    import matplotlib as mpl  # noqa: PLC0415 - only where a card is drawn

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    return plt


def _save(figure: Any, path: Path) -> None:  # noqa: ANN401 - the library is optional
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    _pyplot().close(figure)
