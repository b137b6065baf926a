"""How far a batch is, on stderr: a bar on a terminal, else a line a minute."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Final

_MINUTE: Final = 60.0  # seconds


Total = Callable[[], int | None]
Show = Callable[[Mapping[str, int]], None]


@contextmanager
def following(total: Total | None, what: str = "rows") -> Iterator[Show]:
    """Show counts as they come.

    Args:
        total: Counts the rows to come, None where they are not known. It may take
            long, so it is asked once and only when something is to be shown.
        what: What is counted.
    """
    total = total or _unknown
    if sys.stderr.isatty():
        with _bar(total(), what) as show:
            yield show
    else:
        yield _lines(total, what)


def _unknown() -> None:
    """Nobody knows how many rows are to come."""


@contextmanager
def _bar(total: int | None, what: str) -> Iterator[Show]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(what),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[errors]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, rate="", errors="")
        meter = _Meter()

        def show(counts: Mapping[str, int]) -> None:
            errors = f"{counts.get('error', 0)} errors"
            progress.update(
                task,
                completed=counts.get("rows", 0),
                rate=f"{meter.rate(counts):,.0f} a second",
                errors=errors,
            )

        yield show


def _lines(total: Total, what: str) -> Show:
    meter = _Meter()
    last = time.monotonic()
    expected = cache(total)

    def show(counts: Mapping[str, int]) -> None:
        nonlocal last
        rate = meter.rate(counts)  # also unshown: it remembers where this run began
        if time.monotonic() - last < _MINUTE:
            return
        last = time.monotonic()
        rows = counts.get("rows", 0)
        of = f" of {expected():,}" if expected() else ""
        sys.stderr.write(
            f"scorer: {rows:,}{of} {what}, {rate:,.0f} a second, "
            f"{counts.get('error', 0):,} errors{_left(rows, expected(), rate)}\n"
        )

    return show


def _left(rows: int, total: int | None, rate: float) -> str:
    if not total or not rate:
        return ""
    minutes = round(max(total - rows, 0) / rate / 60)
    hours, minutes = divmod(minutes, 60)
    return f", {hours}:{minutes:02} h left" if hours else f", {minutes} min left"


class _Meter:
    """Rows a second in this run, those of an earlier one left out."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._first: int | None = None

    def rate(self, counts: Mapping[str, int]) -> float:
        rows = counts.get("rows", 0)
        if self._first is None:
            self._first = rows
        seconds = max(time.monotonic() - self._start, 1e-6)
        return (rows - self._first) / seconds
