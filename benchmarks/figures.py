"""Precision, recall and F1 with their intervals: told, and written for the docs.

Each benchmark counts per group (an article, an outlet, a page) and publishes tables
into `data/figures/<benchmark>.json`, from which `scorer detectors --markdown` writes
`docs/detectors.md`. Intervals are 90 %, by bootstrap over the groups, seeded.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "data" / "figures"
DRAWS = 1000
DIGITS = 3

T = TypeVar("T")
Cell = list[float]


class Count(NamedTuple):
    """What was found in one group, and how much of it is right.

    Attributes:
        right: Findings that a mark bears out.
        found: Findings.
        hit: Marks that a finding meets.
        marked: Marks.
    """

    right: int = 0
    found: int = 0
    hit: int = 0
    marked: int = 0

    @classmethod
    def of(cls, right: int, extra: int, missed: int) -> "Count":
        return cls(right, right + extra, right, right + missed)


def corpora() -> Path:
    """Return the folder of the corpora: the first argument that is one, else usual."""
    named = [Path(a) for a in sys.argv[1:] if Path(a).is_dir()]
    usual = os.environ.get("SCORER_CORPORA", ROOT.parent / "shared" / "corpora")
    return (named or [Path(usual)])[0]


def rates(label: str, groups: Iterable[Count]) -> dict[str, Any]:
    """Return precision, recall and F1 of a label, each with its interval."""
    counts = np.array([*groups], dtype=float).reshape(-1, len(Count._fields))
    draw = np.random.default_rng(0)
    size = len(counts)
    drawn = draw.integers(0, size, (DRAWS, size)) if size else np.zeros((1, 0), int)
    whole = _rates(counts.sum(axis=0)[None])[0]
    many = _rates(counts[drawn].sum(axis=1))
    low, high = (np.nanquantile(many, q, axis=0) for q in (0.05, 0.95))
    cells = {
        name: [round(float(x), DIGITS) for x in (whole[i], low[i], high[i])]
        for i, name in enumerate(("precision", "recall", "f1"))
    }
    found, marked = (int(counts[:, i].sum()) for i in (1, 3))
    return {"label": label, **cells, "found": found, "marked": marked}


def _rates(sums: "np.ndarray[Any, np.dtype[np.float64]]") -> Any:  # noqa: ANN401 - an array
    right, found, hit, marked = sums.T
    precision = right / np.maximum(1, found)
    recall = hit / np.maximum(1, marked)
    f1 = 2 * precision * recall / np.maximum(1e-9, precision + recall)
    return np.stack([precision, recall, f1], axis=1)


def number(
    name: str,
    items: Sequence[T],
    measure: Callable[[Sequence[T]], float],
    draws: int = DRAWS,
) -> dict[str, Any]:
    """Return any other measure of groups, with its interval.

    Args:
        name: What the measure is called.
        items: The groups.
        measure: From groups to the number.
        draws: Samples to draw; fewer where many items make each one slow.
    """
    draw = np.random.default_rng(0)
    drawn = [
        measure([items[i] for i in draw.integers(0, len(items), len(items))])
        for _ in range(draws)
    ]
    low, high = np.quantile(drawn, (0.05, 0.95))
    ends = (measure(items), low, high)
    return {"name": name, "value": [round(float(x), DIGITS) for x in ends]}


def table(
    title: str,
    how: str,
    groups: int,
    labels: Sequence[Mapping[str, Any]] = (),
    numbers: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Make one table of a benchmark.

    Args:
        title: What was measured on what.
        how: What the detector knew of it: nothing, by which folds; or all.
        groups: How many groups the intervals are drawn from.
        labels: Rows of `rates`.
        numbers: Rows of `number`.
    """
    return {
        "title": title,
        "how": how,
        "groups": groups,
        "labels": [*labels],
        "numbers": [*numbers],
    }


def publish(detector: str, tables: Sequence[Mapping[str, Any]]) -> None:
    """Print the tables and write them beside those of the other benchmarks."""
    name = Path(sys.argv[0]).stem
    for one in tables:
        _tell(one)
    whole = {"benchmark": name, "detector": detector, "tables": [*tables]}
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    # One line for each row of numbers, so that a change of figures reads as one.
    text = re.sub(r"\n {5,}| {2,}(?=\S+ \])", " ", text)
    text = re.sub(r"(?<=[\[{]) +|\s+(?=\])| *\n {4}(?=\})", "", text)
    FOLDER.joinpath(f"{name}.json").write_text(text + "\n", encoding="utf-8")


def around(text: str, span: tuple[int, int], width: int = 70) -> str:
    """Return a stretch of text between its neighbours, on one line."""
    start, end = span
    before, after = text[max(0, start - width) : start], text[end : end + width]
    return " ".join(f"{before} [[{text[start:end]}]] {after}".split())


def _tell(one: Mapping[str, Any]) -> None:
    print(f"\n{one['title']} ({one['how']}; intervals over {one['groups']})")
    for row in one["labels"]:
        cells = "  ".join(_cell(row[name]) for name in ("precision", "recall", "f1"))
        print(f"{row['label']:24} {cells}  found {row['found']} of {row['marked']}")
    for row in one["numbers"]:
        print(f"{row['name']:40} {_cell(row['value'])}")


def _cell(value: Cell) -> str:
    return f"{value[0]:.3f} [{value[1]:.3f}, {value[2]:.3f}]"
