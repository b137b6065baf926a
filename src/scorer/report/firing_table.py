"""How often each detector fires, on a terminal."""

from typing import Final

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from scorer.detectors import DETECTORS
from scorer.report.firing import READING, Firing

_SHOWN: Final = 15  # pairs of labels


def lay_out(firing: Firing, _: Console) -> RenderableType:
    """Lay out what was counted: labels, then what overlaps most."""
    size = f"{firing.articles:,} articles, {firing.words:,} words"
    spent = f"reading them takes {firing.milliseconds(READING):.2f} ms an article"
    parts: list[RenderableType] = [Text(f"{size}; {spent}\n"), _labels(firing)]
    if firing.overlaps:
        parts += [Text("\nWhat shares text with another detector's finding\n")]
        parts += [_overlaps(firing)]
    return Group(*parts)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _labels(firing: Firing) -> Table:
    names = ("findings", "per 1,000 words", "quoted", "weak", "in articles", "ms")
    table = _table("label", *names)
    for detector in DETECTORS:
        spent = f"{firing.milliseconds(detector.name):.2f}"
        articles = _share(firing.firing[detector.name], firing.articles)
        head = Text(detector.name.replace("_", " "), style="bold")
        table.add_row(head, "", "", "", "", articles, spent)
        for label, _ in detector.labels:
            found = firing.findings[label]
            table.add_row(
                f"  {label}",
                f"{found:,}",
                f"{1000 * found / max(1, firing.words):.2f}",
                _share(firing.quoted[label], found),
                f"{firing.weak[label]:,}",
                _share(firing.firing[label], firing.articles),
                "",
            )
    return table


def _overlaps(firing: Firing) -> Table:
    table = _table("label", "findings", "of all", "share text with")
    table.columns[-1].justify = "left"
    for (one, other), count in firing.overlaps.most_common(_SHOWN):
        share = _share(count, firing.findings[one])
        table.add_row(one, f"{count:,}", share, other)
    return table


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else ""
