"""The text with its marks: nested where findings nest, cut where they cross."""

import re
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from scorer.features.facts import FINDING
from scorer.report.page.kinds import SOURCE, Kind, kind_of
from scorer.types import Annotation, Segment, Span, Voice

# What no reader sees but a browser obeys: controls, and letters that turn the
# direction of what follows. A page shows that something stood there.
_UNSHOWN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class Mark(NamedTuple):
    """An annotation as it is shown; a source and its kind are one mark.

    Attributes:
        number: Its place among the marks; pieces of one mark share it.
    """

    start: int
    end: int
    number: int
    annotation: Annotation
    kind: Kind


def marks_of(annotations: Iterable[Annotation]) -> list[Mark]:
    """Make the marks of a document, in reading order, the longer outside."""
    kept: dict[tuple[Span, str], Annotation] = {}
    for a in annotations:
        kind = kind_of(a.label)
        if kind is None:
            continue
        # The kind of a source says more than that it is one; of two findings with
        # one label on one span the surer is shown.
        role = "source" if kind is SOURCE else a.label
        before = kept.get((a.span, role))
        if before is None or _rank(a) > _rank(before):
            kept[a.span, role] = a
    found = sorted(kept.values(), key=lambda a: (a.span.start, -a.span.end, a.label))
    return [
        Mark(a.span.start, a.span.end, number, a, kind)
        for number, a in enumerate(found)
        if (kind := kind_of(a.label)) is not None
    ]


def _rank(a: Annotation) -> tuple[bool, float]:
    return a.label.startswith("source."), a.weight


def shown(text: str) -> str:
    r"""Replace what would act on a page instead of being read.

    Example:
        >>> shown("a\u202eb")
        'a\ufffdb'
    """
    # Looking is a tenth of the work, and nearly nothing has to be replaced.
    return text if text.isprintable() else _UNSHOWN.sub("\ufffd", text)


def by_segment(
    segments: Sequence[Segment], marks: Sequence[Mark]
) -> list[tuple[Segment, list[Mark]]]:
    """Give each segment the marks that touch it; both are in reading order."""
    rows: list[tuple[Segment, list[Mark]]] = []
    waiting: list[Mark] = []
    at = 0
    for segment in segments:
        start, end = segment.span
        while at < len(marks) and marks[at].start < end:
            waiting.append(marks[at])
            at += 1
        waiting = [mark for mark in waiting if mark.end > start]
        rows.append((segment, list(waiting)))
    return rows


class Painter:
    """Writes stretches of one text with their marks.

    Args:
        labels: The number by which the page knows each label.
    """

    def __init__(self, text: str, labels: Mapping[str, int]) -> None:
        """Keep the text."""
        self._text = text
        self._labels = labels

    def paint(self, span: Span, marks: Iterable[Mark]) -> Markup:
        """Write a stretch of the text; what reaches out of it is cut off."""
        start, end = span
        out: list[str] = []
        stack: list[Mark] = []
        cut = [m._replace(start=max(m.start, start)) for m in marks if m.end > start]
        waiting = sorted(cut, key=_nesting, reverse=True)
        at = start
        while waiting:
            mark = waiting.pop()
            if mark.start >= end:
                break
            at = self._close(out, stack, at, mark.start)
            self._write(out, at, mark.start)
            at = mark.start
            limit = stack[-1].end if stack else end
            if mark.end > limit:  # it crosses the end of what is open
                if limit < end:
                    rest = mark._replace(start=limit)
                    insort(waiting, rest, key=lambda m: _backwards(_nesting(m)))
                mark = mark._replace(end=limit)
            out.append(self._tag(mark))
            stack.append(mark)
        at = self._close(out, stack, at, end)
        self._write(out, at, end)
        return Markup("".join(out))  # noqa: S704 - made of escaped text and our own tags

    def _close(self, out: list[str], stack: list[Mark], at: int, place: int) -> int:
        while stack and stack[-1].end <= place:
            mark = stack.pop()
            self._write(out, at, mark.end)
            at = mark.end
            out.append("</mark>")
        return at

    def _write(self, out: list[str], start: int, end: int) -> None:
        if start < end:
            out.append(str(escape(shown(self._text[start:end]))))

    def _tag(self, mark: Mark) -> str:
        a = mark.annotation
        classes = [mark.kind.key]
        if a.weight >= FINDING:
            classes.append("on")
        if mark.start > a.span.start:
            classes.append("cont")
        if mark.end < a.span.end:
            classes.append("cut")
        parts = [f'<mark class="{" ".join(classes)}" data-n={mark.number}']
        parts.append(f"data-l={self._labels[a.label]} data-w={100 * a.weight:.0f}")
        if a.voice is Voice.QUOTED:
            parts.append("data-q")
        if a.group is not None:
            parts.append(f"data-g={a.group:d}")
        if a.source is not None:
            parts.append(f"data-s={a.source + 1:d}")
        return " ".join(parts) + ">"


def _nesting(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.number


def _backwards(key: tuple[int, int, int]) -> tuple[int, int, int]:
    return -key[0], -key[1], -key[2]
