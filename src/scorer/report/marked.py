"""The text of an article with its findings, in colours or in brackets."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from rich.table import Table
from rich.text import Text

from scorer.document import Document
from scorer.types import Annotation, Segment, SegmentKind, Voice

STYLES: Final = {
    "hedge": "yellow",
    "source": "cyan",
    "attribution": "cyan",
    "loaded": "bold red",
    "headline": "magenta",
    "cross_link": "blue",
}
# The parts of an attribution cover whole sentences: in colours they are a faint
# line under the others, in brackets they would bury the text.
_FAINT: Final = {"attribution.cue": "underline", "attribution.content": "italic"}
_QUIET: Final = frozenset(
    {SegmentKind.CAPTION, SegmentKind.CROSS_LINK, SegmentKind.BOILERPLATE}
)


def marked_text(
    document: Document, findings: Iterable[Annotation], *, colours: bool
) -> Table:
    """Lay out the segments, what each is on the left, its findings marked."""
    table = Table.grid(padding=(0, 1, 1, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    found = list(findings)
    for segment in document.segments:
        kind = segment.kind
        name = "" if kind is SegmentKind.BODY else kind.value.replace("_", " ")
        inside = [a for a in found if segment.span.contains(a.span)]
        line = _coloured if colours else _bracketed
        table.add_row(name, line(document.text, segment, inside))
    return table


def kind_of(label: str) -> str:
    """Name the kind of finding, by which it is coloured.

    Example:
        >>> kind_of("hedge.modal")
        'hedge'
    """
    return label.partition(".")[0]


def legend(findings: Iterable[Annotation]) -> Text:
    """Show each kind of finding in its colour, with its count."""
    kinds = sorted(kind_of(a.label) for a in findings if a.label not in _FAINT)
    line = Text()
    for kind, same in groupby(k for k in kinds if k != "attribution"):
        line.append(f"{kind.replace('_', ' ')} {len(list(same))}", STYLES.get(kind, ""))
        line.append("  ")
    return line


def _coloured(text: str, segment: Segment, findings: list[Annotation]) -> Text:
    line = Text(segment.span.of(text), style=_base(segment.kind))
    start = segment.span.start
    for a in sorted(findings, key=lambda a: a.label not in _FAINT):
        style = _FAINT.get(a.label) or STYLES.get(kind_of(a.label), "reverse")
        if a.voice is Voice.QUOTED and a.label not in _FAINT:
            style += " dim"
        line.stylize(style, a.span.start - start, a.span.end - start)
    return line


def _base(kind: SegmentKind) -> str:
    if kind is SegmentKind.HEADLINE:
        return "bold"
    return "dim" if kind in _QUIET else ""


def _bracketed(text: str, segment: Segment, findings: list[Annotation]) -> Text:
    pieces: list[str] = []
    at = segment.span.start
    for place, _, mark in sorted(_marks(findings), key=itemgetter(0, 1)):
        pieces += (text[at:place], mark)
        at = place
    pieces.append(text[at : segment.span.end])
    return Text("".join(pieces))


def _marks(findings: list[Annotation]) -> Iterator[tuple[int, tuple[int, int], str]]:
    """Yield what to insert where: closing marks first, longer findings outside.

    Who says two things by the same words ("told the Echo, adding") is marked once,
    with a number where one of them gives it.
    """
    kinds = {a.span: a for a in findings if kind_of(a.label) == "source"}
    numbered = sorted(findings, key=lambda a: a.source is not None)
    for a in {(a.label, a.span): a for a in numbered}.values():
        if a.label in _FAINT or (a.label == "attribution.source" and a.span in kinds):
            continue
        length = a.span.end - a.span.start
        number = f" {a.source + 1}" if a.source is not None else ""
        quoted = ", quoted" if a.voice is Voice.QUOTED else ""
        yield a.span.start, (1, -length), f"[{a.label}{number}{quoted}: "
        yield a.span.end, (0, length), "]"
