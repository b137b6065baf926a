"""Scores on a terminal: aligned, coloured where colours show, plain in a pipe."""

import io
from collections.abc import Callable, Sequence
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from scorer.report import bars
from scorer.report.rows import ERROR, Row

BAND_STYLES: Final = {
    "well evidenced": "green",
    "mostly evidenced": "green",
    "mixed": "yellow",
    "thin": "red",
    "very thin": "bold red",
}
_WIDE: Final = 110  # columns; narrower terminals show the reason on its own line
_PIPE_WIDTH: Final = 100_000  # nothing is cut where nobody looks at a screen


def rendered(
    lay_out: Callable[[Console], RenderableType], *, to_terminal: bool = False
) -> str:
    """Render for stdout's terminal, or for a file or pipe: without colours or edges.

    Colours follow the terminal and NO_COLOR.
    """
    console = Console(highlight=False, emoji=False, markup=False)
    if not (to_terminal and console.is_terminal):
        console = Console(
            file=io.StringIO(),
            width=_PIPE_WIDTH,
            color_system=None,
            highlight=False,
            emoji=False,
            markup=False,
        )
    with console.capture() as captured:
        console.print(lay_out(console))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def glyphs(console: Console) -> bars.Glyphs:
    """Choose characters that the terminal's encoding has."""
    return bars.BLOCKS if console.encoding.startswith("utf") else bars.ASCII


def scores(rows: Sequence[Row], console: Console) -> RenderableType:
    """Lay out scores: a table, or cards where the terminal is narrow."""
    if console.width < _WIDE:
        return Group(*(_card(row, console) for row in rows))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("article", overflow="fold")
    table.add_column("evidence", no_wrap=True)
    table.add_column("quality", no_wrap=True, justify="right")
    table.add_column("sensationalism", no_wrap=True, justify="right")
    table.add_column("why", overflow="fold")
    for row in rows:
        table.add_row(Text(str(row["path"])), *_verdict(row, console), _reason(row))
    return table


def _card(row: Row, console: Console) -> RenderableType:
    band, quality, sensation = _verdict(row, console)
    line = Text("  ").append_text(band)
    if quality:
        line.append("  quality ").append_text(quality)
        line.append("  sensationalism ").append_text(sensation)
    reason = Padding(_reason(row), (0, 0, 0, 2))
    return Group(Text(str(row["path"]), style="bold"), line, reason)


def _verdict(row: Row, console: Console) -> list[Text]:
    status = str(row["status"])
    if row["band"] is None:
        style = "bold red" if status == ERROR else "dim"
        return [Text(status.replace("_", " "), style=style), Text(""), Text("")]
    band = str(row["band"])
    drawn = bars.bar(_number(row["evidential_quality"]), 100, 10, glyphs(console))
    return [
        Text(f"{drawn} {band}", style=BAND_STYLES.get(band, "")),
        Text(interval(row, "evidential_quality")),
        Text(interval(row, "sensationalism")),
    ]


def _reason(row: Row) -> Text:
    return Text(str(row["top_reasons"] or row["reason"] or ""))


def _number(value: object) -> float:
    return value if isinstance(value, int | float) else 0.0


def interval(row: Row, name: str) -> str:
    """Write an estimate and its limits, in whole points."""
    value, low, high = (_number(row[f"{name}{end}"]) for end in ("", "_low", "_high"))
    return f"{value:.0f} ({low:.0f}–{high:.0f})"
