"""Scores on a terminal: aligned, coloured where colours show, plain in a pipe."""

import io
from collections.abc import Callable, Sequence
from typing import Final

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from scorer.report import bars, numbers
from scorer.report.rows import ERROR, Row
from scorer.types import Estimate

BAND_STYLES: Final = {
    "well evidenced": "green",
    "mostly evidenced": "green",
    "mixed": "yellow",
    "thin": "red",
    "very thin": "bold red",
}
_WIDE: Final = 100  # letters; narrower terminals show cards
_NARROW: Final = 80  # below, an estimate has its own line
_BAND: Final = 20  # letters of the longest band or status
_BAR: Final = 12
_ESTIMATE: Final = _BAR + 11  # value, bar and limits
_BESIDE: Final = _BAND + 2 + 2 * _ESTIMATE + 2  # all but the article
_NAMES: Final = ("evidential_quality", "sensationalism")
_TITLES: Final = ("quality", "sensationalism")
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
    """Lay out scores: in columns, or as cards where the terminal is narrow.

    A pipe gets one line an article, whatever its length.
    """
    if console.width >= _PIPE_WIDTH:
        return _lines(rows)
    lay_out = _columns if console.width >= _WIDE else _card
    head = [_titles(console)] if console.width >= _NARROW and rows else []
    return Group(*head, *(lay_out(row, console) for row in rows))


def _lines(rows: Sequence[Row]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title in ("article", "evidence", "quality", "sensationalism", "why"):
        table.add_column(title, no_wrap=True)
    for row in rows:
        estimates = [interval(row, name) if row["band"] else "" for name in _NAMES]
        table.add_row(str(row["path"]), _band(row), *estimates, _reason(row))
    return table


def _titles(console: Console) -> Text:
    first = console.width - _BESIDE if console.width >= _WIDE else 2
    titles = ("article" if console.width >= _WIDE else "", "evidence", *_TITLES)
    widths = (first, _BAND + 2, _ESTIMATE + 2, _ESTIMATE)
    cells = [f"{title:{width}}" for title, width in zip(titles, widths, strict=True)]
    return Text("".join(cells), style="dim")


def _columns(row: Row, console: Console) -> RenderableType:
    width = console.width - _BESIDE
    path = shortened(str(row["path"]), width - 2)
    line = Text().append(path, "bold").append(" " * (width - cell_len(path)))
    line.append_text(_verdict(row, console))
    return Group(line, Padding(_reason(row), (0, 0, 0, 2)))


def _card(row: Row, console: Console) -> RenderableType:
    lines = [Text(str(row["path"]), style="bold")]
    if row["band"] is None or console.width < _NARROW:
        lines.append(Text("  ").append_text(_band(row)))
    if row["band"] is not None and console.width < _NARROW:
        for name, title in zip(_NAMES, _TITLES, strict=True):
            drawn = _estimate(row, name, console)
            lines.append(Text(f"  {title:15}").append_text(drawn))
    elif row["band"] is not None:
        lines.append(Text("  ").append_text(_verdict(row, console)))
    return Group(*lines, Padding(_reason(row), (0, 0, 1, 2)))


def _verdict(row: Row, console: Console) -> Text:
    line = _band(row)
    line.pad_right(max(0, _BAND + 2 - len(line)))
    if row["band"] is None:
        return line
    line.append_text(_estimate(row, _NAMES[0], console)).append("  ")
    return line.append_text(_estimate(row, _NAMES[1], console))


def _band(row: Row) -> Text:
    band, status = row["band"], str(row["status"])
    if band is None:
        style = "bold red" if status == ERROR else "dim"
        return Text().append(status.replace("_", " "), style)
    return Text().append(str(band), BAND_STYLES.get(str(band), ""))


def _estimate(row: Row, name: str, console: Console) -> Text:
    limits = Estimate(*(_number(row[f"{name}{end}"]) for end in ("", "_low", "_high")))
    drawn = bars.interval_bar(limits, _BAR, glyphs(console))
    style = BAND_STYLES.get(str(row["band"]), "") if name == _NAMES[0] else ""
    text = Text(f"{numbers.whole(limits.value):3} ").append(drawn, style=style)
    ends = f"{limits.low:.0f}–{limits.high:.0f}"
    return text.append(f" {ends:6}", style="dim")


def shortened(path: str, width: int) -> str:
    """Cut a path from the left, since its end tells most.

    Example:
        >>> shortened("articles/storm.txt", 12)
        '…s/storm.txt'
    """
    if cell_len(path) <= width:
        return path
    while cell_len(path) > width - 1:
        path = path[1:]
    return f"…{path}"


def _reason(row: Row) -> Text:
    return Text(str(row["top_reasons"] or row["reason"] or ""))


def _number(value: object) -> float:
    return value if isinstance(value, int | float) else 0.0


def interval(row: Row, name: str) -> str:
    """Write an estimate and its limits, in whole points."""
    value, low, high = (_number(row[f"{name}{end}"]) for end in ("", "_low", "_high"))
    return f"{numbers.whole(value)} ({low:.0f}–{high:.0f})"
