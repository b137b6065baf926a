"""One article explained: its score, its text with findings, what moved the score."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from scorer.document import Document
from scorer.report import bars, numbers
from scorer.report.marked import legend, marked_text
from scorer.report.rows import SIGNALS, Entry, to_row
from scorer.report.terminal import BAND_STYLES, glyphs
from scorer.types import Annotation, Estimate, Failure, Score

DISCLAIMER: Final = (
    "This says how well the article shows its evidence and how it is worded. "
    "It is no verdict on the truth of what it says."
)
_SUMS: Final = "\nA score is the reading to be expected at its sum."
_BAR: Final = 24
_HALF: Final = 10
_LEAST: Final = 0.25  # points; smaller pushes are shown together


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
        _scores(score, console),
        _section("The text, with its findings", console),
        marked_text(document, findings, colours=colours),
    ]
    if colours:
        parts.append(legend(findings))
    if score.evidence:
        parts += [_section("What moved the scores, in points", console)]
        parts += [_pushes(score, console), Text(_SUMS, style="dim")]
    if sources := _sources(document, findings):
        parts += [_section("Sources", console), sources]
    parts += [_section("Notes", console)]
    parts += [Text(f"- {note}") for note in (*score.notes, *document.notes)]
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


def _scores(score: Score, console: Console) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    shapes = glyphs(console)
    if score.band is None:
        table.add_row(Text(score.status.value.replace("_", " "), style="bold"))
        return table
    style = BAND_STYLES.get(score.band, "")
    quality = _estimate("evidential quality", score.evidential_quality, shapes)
    table.add_row(*quality, Text(score.band, style=style))
    table.add_row(*_estimate("sensationalism", score.sensationalism, shapes), "")
    bands = " · ".join(f"{name} {100 * p:.0f} %" for name, p in score.bands.items())
    signals = [
        f"{name} {numbers.points(score.signals[name]):.0f}"
        for name in SIGNALS
        if name in score.signals
    ]
    return Group(
        table,
        Text(f"\nbands: {bands}"),
        Text(f"signals (0 good, 100 bad): {' · '.join(signals)}"),
    )


def _estimate(
    name: str, estimate: Estimate | None, shapes: bars.Glyphs
) -> tuple[str, str, str, str]:
    if estimate is None:
        return name, "", "", ""
    return (
        name,
        f"{estimate.value:.0f}",
        bars.bar(estimate.value, 100, _BAR, shapes),
        f"nine times in ten {estimate.low:.0f}–{estimate.high:.0f}",
    )


def _pushes(score: Score, console: Console) -> Table:
    """Draw both pushes of every feature, the largest first."""
    by_feature: dict[str, dict[str, float]] = defaultdict(dict)
    values: dict[str, float] = {}
    for item in score.evidence:
        by_feature[item.feature][item.score] = item.contribution
        values[item.feature] = item.value
    top = max((abs(item.contribution) for item in score.evidence), default=0.0)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("feature")
    table.add_column("value", justify="right")
    for name in _SCORES:
        table.add_column(name.replace("_", " "), no_wrap=True)
    table.add_row(Text("before any feature", style="dim"), "", *_plain(score.base))
    small = dict.fromkeys(_SCORES, 0.0)
    for feature, pushes in by_feature.items():
        if max(map(abs, pushes.values())) < _LEAST:
            small = {name: small[name] + pushes.get(name, 0.0) for name in _SCORES}
            continue
        cells = [_push(name, pushes.get(name, 0.0), top, console) for name in _SCORES]
        value = numbers.as_text(numbers.feature(feature, values[feature])) or "–"
        table.add_row(_short(feature), value, *cells)
    rest = [_push(name, small[name], top, console) for name in _SCORES]
    table.add_row(Text("all others", style="dim"), "", *rest)
    total = {
        name: score.base.get(name, 0.0)
        + sum(pushes.get(name, 0.0) for pushes in by_feature.values())
        for name in _SCORES
    }
    table.add_row(Text("together", style="bold"), "", *_plain(total))
    return table


def _plain(points: Mapping[str, float]) -> list[str]:
    return [f"{'':{2 * _HALF + 1}} {points.get(name, 0.0):+6.1f}" for name in _SCORES]


def _short(feature: str) -> str:
    """Write a feature's name for a reader."""
    return feature.replace("_", " ").replace("per 1000 words", "per 1,000")


_SCORES: Final = ("evidential_quality", "sensationalism")


def _push(name: str, value: float, top: float, console: Console) -> Text:
    good = value > 0 if name == "evidential_quality" else value < 0
    drawn = bars.push_bar(value, top, _HALF, glyphs(console))
    style = ("green" if good else "red") if abs(value) >= _LEAST else "dim"
    return Text(f"{drawn} {value:+6.1f}", style=style)


def _sources(document: Document, findings: Iterable[Annotation]) -> Table | None:
    """List who is quoted, under the longest name that each is given."""
    mentions: dict[int, list[Annotation]] = defaultdict(list)
    for found in findings:
        if found.source is not None and found.label.startswith("source."):
            mentions[found.source].append(found)
    if not mentions:
        return None
    names = {
        number: max((a.span.of(document.text) for a in places), key=len)
        for number, places in mentions.items()
    }
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title in ("no.", "source", "kind", "mentions", "relayed by"):
        table.add_column(title)
    for number, places in sorted(mentions.items()):
        kinds = sorted({a.label.removeprefix("source.") for a in places})
        relays = sorted({names.get(a.via, "?") for a in places if a.via is not None})
        table.add_row(
            str(number),
            names[number],
            ", ".join(kinds).replace("_", " "),
            str(len(places)),
            ", ".join(relays),
        )
    return table
