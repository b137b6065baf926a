"""How far a batch is, on stderr: a bar on a terminal, else a line a minute."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

_MINUTE: Final = 60.0  # seconds


@contextmanager
def following(total: int | None) -> Iterator[Callable[[Mapping[str, int]], None]]:
    """Show counts as they come.

    Args:
        total: Rows to come; None where it is not known.
    """
    if sys.stderr.isatty():
        with _bar(total) as show:
            yield show
    else:
        yield _lines(total)


@contextmanager
def _bar(total: int | None) -> Iterator[Callable[[Mapping[str, int]], None]]:
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
                rate=meter.rate(counts),
                errors=errors,
            )

        yield show


def _lines(total: int | None) -> Callable[[Mapping[str, int]], None]:
    meter = _Meter()
    last = time.monotonic()

    def show(counts: Mapping[str, int]) -> None:
        nonlocal last
        rate = meter.rate(counts)  # also unshown: it remembers where this run began
        if time.monotonic() - last < _MINUTE:
            return
        last = time.monotonic()
        of = f" of {total:,}" if total else ""
        sys.stderr.write(
            f"scorer: {counts.get('rows', 0):,}{of} rows, {rate}, "
            f"{counts.get('error', 0):,} errors\n"
        )

    return show


class _Meter:
    """Rows a second in this run, those of an earlier one left out."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._first: int | None = None

    def rate(self, counts: Mapping[str, int]) -> str:
        rows = counts.get("rows", 0)
        if self._first is None:
            self._first = rows
        seconds = max(time.monotonic() - self._start, 1e-6)
        return f"{(rows - self._first) / seconds:,.0f} a second"
