"""Pictures of many articles, drawn once as SVG by Vega-Lite.

Bars that stretch with the page are layout and made in the templates; axes, bins and
clouds of points are a plotting engine's work. Vega-Lite (through vl-convert, one
wheel without dependencies that draws offline) writes SVG without style attributes,
which the page's policy forbids, and takes `var(--ink)` for a colour, so that one
picture serves dark and light. matplotlib's SVG is all style attributes.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from scorer.types import Estimate

_BIN: Final = 5  # points
_CELL: Final = 2.5  # points; the side of a cell where there are too many for points
_POINTS: Final = 1500  # articles up to which each is a point of the map
_FEW: Final = 150  # articles up to which a point is large
_RANKS: Final = 100  # steps of the picture of intervals
_WIDTH: Final = 330
_HEIGHT: Final = 150
_SIDE: Final = 400
_FRAME: Final = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
# The page itself says what a picture shows; parts of one mean nothing when read out.
_SPOKEN: Final = re.compile(r' (?:role|aria-\w+|xmlns:xlink)="[^"]*"')
_TICKS: Final = [0, 20, 40, 60, 80, 100]
_COLOURS: Final = {
    "evidential_quality": "var(--quality)",
    "sensationalism": "var(--sensation)",
}


class Chart(NamedTuple):
    """A picture, and where in it the point (0, 100) lies and how large it is."""

    svg: Markup
    left: float
    top: float
    width: int
    height: int


def histogram(values: Sequence[float], name: str, tallest: int | None = None) -> Chart:
    """Draw how many articles have which value, 0..100.

    Args:
        values: What is counted.
        name: The estimate or signal, which chooses the colour.
        tallest: Where the axis ends, so that several can be compared.
    """
    data = [
        {"from": at, "to": at + _BIN, "articles": count}
        for at, count in enumerate_bins(values)
    ]
    top = {"scale": {"domainMax": tallest}} if tallest else {}
    return _draw(
        data,
        {
            "mark": {"type": "bar", "color": _COLOURS.get(name, "var(--sensation)")},
            "encoding": {
                "x": {**_axis("from", None), "bin": {"binned": True, "step": _BIN}},
                "x2": {"field": "to"},
                "y": {
                    **_count_axis(max(tallest or 0, *(d["articles"] for d in data), 1)),
                    **top,
                },
            },
        },
        (_WIDTH, _HEIGHT),
    )


def enumerate_bins(values: Sequence[float]) -> list[tuple[int, int]]:
    """Count values in bins of five points, the last with its upper end.

    Example:
        >>> enumerate_bins([0, 4.9, 5, 100])[:2], enumerate_bins([100])[-1]
        ([(0, 2), (5, 1)], (95, 1))
    """
    counts = dict.fromkeys(range(0, 100, _BIN), 0)
    for value in values:
        counts[min(int(value // _BIN) * _BIN, 100 - _BIN)] += 1
    return list(counts.items())


def intervals(estimates: Sequence[Estimate], name: str) -> Chart:
    """Draw the articles from lowest to highest, with the interval of each."""
    ordered = sorted(estimates)
    steps = min(_RANKS, len(ordered))
    data = []
    for step in range(steps):
        first = step * len(ordered) // steps
        last = (step + 1) * len(ordered) // steps
        part = ordered[first:last]
        means = [sum(column) / len(part) for column in zip(*part, strict=True)]
        data.append(
            {
                "rank": 100 * (first + last) / 2 / len(ordered),
                "value": round(means[0], 1),
                "low": round(means[1], 1),
                "high": round(means[2], 1),
            }
        )
    colour = _COLOURS[name]
    x = {
        "field": "rank",
        "type": "quantitative",
        "scale": {"domain": [0, 100]},
        "axis": {
            "title": "articles, lowest to highest, %",
            "values": _TICKS,
            "labelFlush": False,
        },
    }
    rule = {"type": "rule", "color": colour, "opacity": 0.45}
    return _draw(
        data,
        {
            "layer": [
                {
                    "mark": {**rule, "strokeWidth": max(1, min(6, 250 / steps))},
                    "encoding": {"y": _axis("low", None), "y2": {"field": "high"}},
                },
                {
                    "mark": {
                        "type": "circle",
                        "color": "var(--ink)",
                        "size": 9,
                        "opacity": 1,
                    },
                    "encoding": {"y": _axis("value", None)},
                },
            ],
            "encoding": {"x": x},
        },
        (_WIDTH, _HEIGHT),
    )


def map_of(pairs: Sequence[tuple[float, float]]) -> Chart:
    """Draw quality against sensationalism: points, or shades where there are many."""
    axes = {
        "x": _axis("quality", "evidential quality"),
        "y": _axis("sensationalism", "sensationalism"),
    }
    if len(pairs) <= _POINTS:
        data = [{"quality": q, "sensationalism": s} for q, s in pairs]
        mark = {
            "type": "circle",
            "color": "var(--quality)",
            "size": 28 if len(pairs) > _FEW else 64,
            "opacity": 0.55,
        }
        return _draw(data, {"mark": mark, "encoding": axes}, (_SIDE, _SIDE))
    cells: dict[tuple[float, float], int] = {}
    for q, s in pairs:
        corner = (_corner(q), _corner(s))
        cells[corner] = cells.get(corner, 0) + 1
    data = [
        {
            "quality": q,
            "q2": q + _CELL,
            "sensationalism": s,
            "s2": s + _CELL,
            "articles": count,
        }
        for (q, s), count in sorted(cells.items())
    ]
    shade = {
        "field": "articles",
        "type": "quantitative",
        "scale": {"type": "sqrt", "range": [0.12, 1]},
        "legend": None,
    }
    encoding = {
        **axes,
        "x2": {"field": "q2"},
        "y2": {"field": "s2"},
        "fillOpacity": shade,
    }
    mark = {"type": "rect", "color": "var(--quality)"}
    return _draw(data, {"mark": mark, "encoding": encoding}, (_SIDE, _SIDE))


def _corner(value: float) -> float:
    return min(value // _CELL * _CELL, 100 - _CELL)


def _axis(field: str, title: str | None) -> dict[str, Any]:
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [0, 100]},
        "axis": {"title": title, "values": _TICKS, "labelFlush": False},
    }


def _count_axis(most: int) -> dict[str, Any]:
    return {
        "field": "articles",
        "type": "quantitative",
        "axis": {"title": None, "tickCount": min(4, most), "format": ",d"},
    }


_CONFIG: Final = {
    "aria": False,
    "axisY": {"minExtent": 36},  # so that pictures beside each other are of one size
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "var(--soft)",
        "titleColor": "var(--soft)",
        "titleFontWeight": "normal",
        "labelFontSize": 12,
        "titleFontSize": 13,
        "gridColor": "var(--line)",
        "domainColor": "var(--soft)",
        "tickColor": "var(--soft)",
    },
}


def _draw(
    data: Sequence[Mapping[str, float]], spec: Mapping[str, Any], size: tuple[int, int]
) -> Chart:
    # Imported here: an extra, which the page of one article does without.
    import vl_convert  # noqa: PLC0415

    width, height = size
    whole = {
        "width": width,
        "height": height,
        "background": None,
        "padding": 4,
        "data": {"values": list(data)},
        "config": _CONFIG,
        **spec,
    }
    svg = _SPOKEN.sub("", vl_convert.vegalite_to_svg(whole))
    svg = svg.replace("<svg ", '<svg aria-hidden="true" ', 1)
    frame = _FRAME.search(svg)
    left, top = map(float, frame.groups()) if frame else (0.0, 0.0)
    return Chart(Markup(svg), left, top, width, height)  # noqa: S704 - numbers alone went in
