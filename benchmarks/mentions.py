"""The mentions of sources in an article: as the detector finds them, as marked."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from identity import Compared, Mention
from marked import occurrences, spans_in

from scorer.detectors.attributions import DETECTOR
from scorer.document import Document
from scorer.reading import Reading
from scorer.types import Annotation, SegmentKind, Span, Voice

FINDING = 0.5  # weight from which a mark counts
OWN = {SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.BODY}


class Found(NamedTuple):
    """What the detector finds: numbered mentions, their sources, and near misses."""

    mentions: list[Mention]
    distinct: int
    near: tuple[tuple[Span, str], ...]


def annotate(document: Document) -> list[Annotation]:
    return [a for a in DETECTOR.annotate(Reading.of(document)) if a.weight >= FINDING]


def found_in(document: Document) -> Found:
    """Return the numbered mentions that the detector marks, and how many sources."""
    weighed = list(DETECTOR.annotate(Reading.of(document)))
    marks = [a for a in weighed if a.weight >= FINDING]
    kinds = {
        a.span: a.label.removeprefix("source.")
        for a in marks
        if a.label.startswith("source.")
    }
    found = {
        a.span: Mention(a.span, a.source, kinds.get(a.span, ""), a.via)
        for a in marks
        if a.label == "attribution.source" and a.source is not None
    }
    near = [
        (a.span, "marked without a number" if a.weight >= FINDING else "marked faintly")
        for a in weighed
        if a.label == "attribution.source" and a.span not in found
    ]
    near += [
        (a.span, f"marked as {a.label.removeprefix('attribution.')}")
        for a in marks
        if a.label in {"attribution.cue", "attribution.content"}
    ]
    near += [(s.span, f"in a {s.kind}") for s in document.segments if s.kind not in OWN]
    return Found(list(found.values()), distinct(marks), tuple(near))


def distinct(marks: Sequence[Annotation]) -> int:
    return len(
        {
            a.source
            for a in marks
            if a.label == "attribution.source"
            and a.voice is Voice.OUTLET
            and a.source is not None
        }
    )


def marked_in(
    document: Document, article: dict[str, Any], row: dict[str, Any]
) -> tuple[list[Mention], int]:
    """Return the mentions of our own annotations, and how many sources they name."""
    places = [m for s in row["sources"] for m in s["mentions"]]
    spans = iter(spans_in(document.text, article, places))
    mentions = [
        Mention(span, number, s["kind"], s["via"], s.get("only_relays", False))
        for number, s in enumerate(row["sources"])
        for span in [next(spans) for _ in s["mentions"]]
        if span is not None
    ]
    counted = sum(not s.get("only_relays", False) for s in row["sources"])
    return mentions, counted


def listed_in(document: Document, row: dict[str, Any]) -> tuple[list[Mention], int]:
    """Return every occurrence of the strings that `spans` lists, by source."""
    mentions = {
        Mention(span, number, s["kind"], None if s["via"] is None else 0)
        for number, s in enumerate(row["sources"])
        for string in s["mentions"]
        for span in occurrences(document.text, string)
    }
    return sorted(mentions), len(row["sources"])


def document_of(article: dict[str, Any]) -> Document:
    return Document.from_text(article["text"], title=article.get("title") or None)


def only_credited(article: Compared) -> Compared:
    """Leave of what was missed one mention of each source that was never found.

    Of strings without places most occurrences credit nothing to anybody.
    """
    met = {m.gold.source for m in article.matches}
    missed = {m.source: m for m in reversed(article.missed) if m.source not in met}
    return article._replace(missed=list(missed.values()))
