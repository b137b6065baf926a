"""One article explained: its score, its text with findings, what moved the score."""

from collections.abc import Sequence
from typing import Final

from rich.columns import Columns
from rich.console import Console, Group, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from scorer.document import Document
from scorer.reading import Reading
from scorer.report import bars, numbers, plain, pushes
from scorer.report.marked import legend, marked_text
from scorer.report.plain import DISCLAIMER
from scorer.report.rows import SIGNALS, Entry, to_row
from scorer.report.sources import sources_of
from scorer.report.terminal import BAND_STYLES, glyphs
from scorer.types import Annotation, Estimate, Failure, Score

_SUMS: Final = "\nA score is what a careful reader gives, on average, at that sum."
_QUALITY: Final = "evidential quality"
_SENSATION: Final = "sensationalism"
_BAR: Final = 24
_SHORT: Final = 12  # the bars of signals, bands and shares
_NARROW: Final = 80  # letters below which numbers stand without bars
_WIDE: Final = 100  # letters from which a push has room for a longer bar
_LEAST: Final = 0.25  # points; a smaller push is not worth a colour


def page(
    entry: Entry, findings: Sequence[Annotation], console: Console
) -> RenderableType:
    """Lay out everything that is known of one article."""
    document, score = entry.document, entry.outcome
    if document is None or isinstance(score, Failure):
        return Text(str(to_row(entry)["reason"]))
    colours = console.color_system is not None and not console.no_color
    parts: list[RenderableType] = [
        _head(entry, document, score),
        _scores(entry, score, console),
        _section("The text, with its findings", console),
        marked_text(document, findings, colours=colours),
    ]
    if colours:
        parts.append(legend(findings))
    if score.evidence:
        parts += [_section("What moved the scores, in points", console)]
        parts += [_pushes(score, document.text, console), Text(_SUMS, style="dim")]
    if sources := _sources(document, findings, console):
        parts += [_section("Sources", console), sources]
    parts += [_section("Notes", console)]
    notes = dict.fromkeys((*score.notes, *document.notes))
    parts += [Text(f"- {note}") for note in notes]
    parts += [Text(DISCLAIMER)]
    return Group(*parts)


def _section(title: str, console: Console) -> RenderableType:
    if console.is_terminal:
        return Padding(Rule(title, align="left", style="dim"), (1, 0))
    return Text(f"\n{title}\n")


def _head(entry: Entry, document: Document, score: Score) -> RenderableType:
    row = to_row(entry)
    known = [entry.path, document.outlet, document.author, document.published]
    known += [f"{row['words']} words" if row["words"] else None, document.language]
    return Group(
        Text(document.title or "(no headline)", style="bold"),
        Text(" · ".join(part for part in known if part), style="dim"),
        Text(f"model {score.model or entry.model}\n", style="dim"),
    )


def _scores(entry: Entry, score: Score, console: Console) -> RenderableType:
    row, shapes = to_row(entry), glyphs(console)
    if score.band is None:
        status = score.status.value.replace("_", " ")
        return Group(Text(status, style="bold"), Text(str(row["reason"] or "")))
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(4):
        table.add_column(no_wrap=True)
    band = Text(score.band, style=BAND_STYLES.get(score.band, ""))
    narrow = console.width < _NARROW
    quality = _estimate(_QUALITY, score.evidential_quality, shapes, narrow=narrow)
    sensation = _estimate(_SENSATION, score.sensationalism, shapes, narrow=narrow)
    table.add_row(*quality, "" if narrow else band)
    table.add_row(*sensation, "")
    above = [band] if narrow else []
    meaning = plain.BAND_MEANINGS.get(score.band, "")
    tables = Columns([_signals(score, shapes), _bands(score, shapes)], padding=(0, 4))
    return Group(
        *above,
        table,
        Text(f"\n{meaning} {row['top_reasons']}\n", style="italic"),
        tables,
    )


def _estimate(
    name: str, estimate: Estimate | None, shapes: bars.Glyphs, *, narrow: bool
) -> tuple[str, str, str, str]:
    if estimate is None:
        return name, "", "", ""
    return (
        name,
        numbers.whole(estimate.value),
        bars.interval_bar(estimate, _SHORT if narrow else _BAR, shapes),
        f"{'' if narrow else 'nine in ten '}{estimate.low:.0f}–{estimate.high:.0f}",
    )


def _signals(score: Score, shapes: bars.Glyphs) -> Table:
    table = _small("signals (0 good, 100 bad)")
    for name in SIGNALS:
        if name in score.signals:
            value = numbers.points(score.signals[name]) or 0
            table.add_row(name, f"{value:.0f}", bars.bar(value, 100, _SHORT, shapes))
    return table


def _bands(score: Score, shapes: bars.Glyphs) -> Table:
    table = _small("how likely each band is")
    for name, p in score.bands.items():
        style = BAND_STYLES.get(name, "") if name == score.band else ""
        table.add_row(
            Text(name, style=style),
            f"{100 * p:.0f} %",
            bars.bar(p, 1, _SHORT, shapes),
        )
    return table


def _small(title: str) -> Table:
    table = Table(
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        title=title,
        title_justify="left",
        title_style="dim",
        show_header=False,
    )
    table.add_column(no_wrap=True)
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    return table


def _pushes(score: Score, text: str, console: Console) -> Table:
    """Draw the pushes of each part of the article, then those of its features."""
    found = pushes.table(score, text)
    falls = [pushes.waterfall(score, name) for name in pushes.SCORES]
    top = max(abs(step.points) for fall in falls for step in fall.steps)
    draw = _Drawer(top, console)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("part or feature", no_wrap=True)
    table.add_column("value", justify="right")
    for name, short in zip(pushes.SCORES, ("quality", "sensationalism"), strict=True):
        title = short if draw.is_bare else name.replace("_", " ")
        table.add_column(title, justify=draw.side, no_wrap=True)
    base = [draw.plain(fall.base) for fall in falls]
    table.add_row(Text("every article starts at", style="dim"), "", *base)
    by_name = {step.name: step.points for step in falls[1].steps}
    for step in falls[0].steps:
        both = (step.points, by_name[step.name])
        table.add_row(Text(step.name, style="bold"), "", *draw.both(both))
    table.add_row(
        Text("together", style="bold"), "", *(draw.plain(f.total) for f in falls)
    )
    table.add_row()
    draw = _Drawer(found.top, console)
    for feature in found.shown:
        name = plain.feature_name(feature.name)
        table.add_row(name, feature.value, *draw.both(feature.pushes))
    others = Text(f"{len(found.small)} others together", style="dim")
    table.add_row(others, "", *draw.both(found.rest))
    return table


class _Drawer:
    """Draws pushes to one scale."""

    def __init__(self, top: float, console: Console) -> None:
        self._top = top
        self._half = 10 if console.width >= _WIDE else 6
        self._shapes = glyphs(console)
        self.is_bare = console.width < _NARROW
        self.side: JustifyMethod = "right" if self.is_bare else "left"

    def plain(self, points: float) -> str:
        if self.is_bare:
            return f"{points:.1f}"
        return f"{'':{2 * self._half + 1}} {points:6.1f}"

    def both(self, points: Sequence[float]) -> list[Text]:
        return [
            self._push(value, up_is_good=name == pushes.SCORES[0])
            for name, value in zip(pushes.SCORES, points, strict=True)
        ]

    def _push(self, value: float, *, up_is_good: bool) -> Text:
        drawn = ""
        if not self.is_bare:
            drawn = bars.push_bar(value, self._top, self._half, self._shapes)
        style = "green" if (value > 0) == up_is_good else "red"
        if abs(value) < _LEAST:
            style = "dim"
        return Text(f"{drawn} {value + 0.0:+6.1f}", style=style)


def _sources(
    document: Document, findings: Sequence[Annotation], console: Console
) -> Table | None:
    """List who is quoted, those who carry most of the story first."""
    found = sources_of(Reading.of(document), findings)
    if not found.rows:
        return None
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    narrow = console.width < _NARROW
    for title in ("no.", "source", "kind"):
        table.add_column(title, no_wrap=title != "source")
    table.add_column("statements", justify="right", no_wrap=True)
    table.add_column("share" if narrow else "share of the story", no_wrap=True)
    table.add_column("relayed by")
    for source in found.rows:
        share = "" if narrow else bars.bar(source.share, 1, _SHORT, glyphs(console))
        table.add_row(
            "" if source.number is None else str(source.number),
            source.name,
            source.kind,
            str(source.statements),
            f"{share} {100 * source.share:3.0f} %".lstrip(),
            ", ".join(source.via),
        )
    return table
