"""What the benchmarks measured and which mistakes were counted, as Markdown.

The benchmarks write their figures into `data/figures`; the mistakes beside them
were counted by reading. A copy of the program without that folder shows neither.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

MISTAKES: Final = "mistakes.json"
_SHOWN: Final = 10
_EMPTY: Final = "–"

Table = Mapping[str, Any]


@cache
def read_figures(folder: Path | None = None) -> dict[str, list[Table]]:
    """Return the tables of each detector, in the order of the benchmarks' names."""
    found: dict[str, list[Table]] = {}
    for path in sorted((folder or _home()).glob("*.json")):
        if path.name == MISTAKES:
            continue
        whole = json.loads(path.read_text("utf-8"))
        for one in whole["tables"]:
            told = {**one, "benchmark": whole["benchmark"]}
            found.setdefault(whole["detector"], []).append(told)
    return found


@cache
def read_mistakes(folder: Path | None = None) -> dict[str, Any]:
    """Return, for each label, how many errors were read and what they were."""
    path = (folder or _home()) / MISTAKES
    if not path.exists():
        return {}
    mistakes: dict[str, Any] = json.loads(path.read_text("utf-8"))["labels"]
    return mistakes


def _home() -> Path:
    """Return where a checkout keeps its figures."""
    return Path(str(files("scorer"))).parent.parent / "data" / "figures"


def measured_of(label: str, tables: Sequence[Table]) -> Iterator[str]:
    """Yield the lines that say how often a label is right, and how often it is met."""
    rows = [(t, row) for t in tables for row in t["labels"] if row["label"] == label]
    if not rows:
        return
    yield "| measured on | precision | recall | F1 |"
    yield "|---|---|---|---|"
    for one, row in rows:
        cells = " | ".join(_cells(row))
        yield f"| {one['title']} ({one['how']}) | {cells} |"


def tables_of(tables: Sequence[Table]) -> Iterator[str]:
    """Yield the lines of all that was measured of a detector."""
    for one in tables:
        yield from ("", f"**{one['title']}**")
        yield from ("", f"{_sentence(one['how'])} {_drawn(one)}", "")
        if one["labels"]:
            yield "| | precision | recall | F1 | found | marked |"
            yield "|---|---|---|---|---|---|"
        for row in one["labels"]:
            counts = f"{row['found']:,} | {row['marked']:,}"
            name = f"`{row['label']}`" if "." in row["label"] else row["label"]
            yield f"| {name} | {' | '.join(_cells(row))} | {counts} |"
        if one["labels"] and one["numbers"]:
            yield ""
        for number in one["numbers"]:
            yield f"- {number['name']}: {_cell(number['value'])}"


def mistakes_of(label: str, mistakes: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines that say what went wrong most often."""
    own = mistakes.get(label)
    if not own:
        return
    yield f"Errors read: {own['read']} ({own['of']})."
    yield from ("", "| count | mistake |", "|---|---|")
    counted = sorted(own["mistakes"].items(), key=lambda pair: -pair[1])
    for name, count in counted[:_SHOWN]:
        yield f"| {count} | {name} |"


def _drawn(one: Table) -> str:
    return (
        f"Intervals over {one['groups']:,} groups; `benchmarks/{one['benchmark']}.py`."
    )


def _sentence(how: str) -> str:
    return f"{how[0].upper()}{how[1:]}."


def _cells(row: Mapping[str, Any]) -> list[str]:
    precision = _cell(row["precision"]) if row["found"] else _EMPTY
    both = row["found"] and row["marked"]
    recall = _cell(row["recall"]) if row["marked"] else _EMPTY
    return [precision, recall, _cell(row["f1"]) if both else _EMPTY]


def _cell(value: Sequence[float]) -> str:
    middle, low, high = value
    return f"{middle:.2f} ({low:.2f}–{high:.2f})"
