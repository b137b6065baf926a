"""Outlets as a table for a person, as CSV and as objects."""

import csv
import io
from collections.abc import Sequence
from typing import Any, Final

from scorer.outlets.estimates import Standing
from scorer.outlets.rows import SIGNALS
from scorer.report import numbers
from scorer.report.rows import safe_cell
from scorer.types import Estimate

_HEADS: Final = ("outlet", "articles", "reliability", "place", "sensationalism")


def to_objects(standings: Sequence[Standing]) -> list[dict[str, Any]]:
    """Make one flat object for each outlet, the columns of the CSV."""
    return [_object(one) for one in standings]


def to_csv(standings: Sequence[Standing]) -> str:
    """Write one row for each outlet."""
    sheet = io.StringIO(newline="")
    rows = csv.writer(sheet, lineterminator="\r\n")
    objects = to_objects(standings)
    names = list(objects[0]) if objects else ["outlet"]
    rows.writerow(names)
    rows.writerows([safe_cell(one[name]) for name in names] for one in objects)
    return sheet.getvalue()


def to_text(standings: Sequence[Standing]) -> str:
    """Write a table and what each outlet's figures rest on."""
    lines = [_line(_HEADS)]
    for one in standings:
        lines.append(_line(_cells(one)))
        lines += [f"    {sentence}" for sentence in _sentences(one)]
    if len(standings) > 1:
        lines.append(
            "A place is a range: outlets whose ranges overlap are not told apart."
        )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _line(cells: Sequence[str]) -> str:
    name, *rest = cells
    return f"{name[:40]:40}  " + "  ".join(f"{cell:>16}" for cell in rest)


def _cells(one: Standing) -> tuple[str, ...]:
    mine = one.reliability
    shown = (
        f"{numbers.whole(mine.value)} ({mine.low:.0f}–{mine.high:.0f})" if mine else "–"
    )
    place = "–"
    if one.best is not None:
        same = one.best == one.worst
        place = f"{one.best}" if same else f"{one.best}–{one.worst}"
    excited = "–" if one.sensationalism is None else f"{one.sensationalism:.0f}"
    return one.outlet, f"{one.articles}", shown, place, excited


def _sentences(one: Standing) -> list[str]:
    found = [one.reason]
    signals = [
        f"{name} {value:.0f}"
        for name, value in zip(SIGNALS, one.signals, strict=True)
        if value is not None
    ]
    if signals:
        found.append(f"Signals, higher is worse: {', '.join(signals)}.")
    shares = []
    if one.single_source is not None:
        shares.append(f"{one.single_source:.0%} of its articles hang on one source")
    if one.copied is not None:
        shares.append(f"{one.copied:.0%} of its text stands in other articles")
    if shares:
        found.append(f"{'; '.join(shares)}.")
    if one.change is not None:
        found.append(_change(one.change))
    return found


def _change(change: Estimate) -> str:
    if change.low <= 0 <= change.high:
        return "No clear change over time."
    way = "rose" if change.value > 0 else "fell"
    return (
        f"It {way} by {abs(change.value):.0f} points from the earlier half of its"
        f" articles to the later ({change.low:.0f} to {change.high:.0f})."
    )


def _object(one: Standing) -> dict[str, Any]:
    return {
        "outlet": one.outlet,
        "rows": one.rows,
        "articles": one.articles,
        **_limits("reliability", one.reliability),
        "mean": _round(one.plain),
        "place_best": one.best,
        "place_worst": one.worst,
        "reason": one.reason,
        "sensationalism": _round(one.sensationalism),
        **{
            f"signal_{name}": _round(value)
            for name, value in zip(SIGNALS, one.signals, strict=True)
        },
        "single_source_share": _round(one.single_source, 3),
        "copied_share": _round(one.copied, 3),
        **_limits("change", one.change),
    }


def _limits(name: str, estimate: Estimate | None) -> dict[str, float | None]:
    values = estimate or (None, None, None)
    names = (name, f"{name}_low", f"{name}_high")
    return {n: _round(v) for n, v in zip(names, values, strict=True)}


def _round(value: float | None, digits: int = 1) -> float | None:
    return None if value is None else round(value, digits) + 0.0
