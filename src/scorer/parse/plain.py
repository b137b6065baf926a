"""Parse scraped plain text."""

from functools import partial

from scorer.parse.lines import label_lines
from scorer.parse.parsed import Parsed
from scorer.parse.repeats import without_repeats
from scorer.parse.titles import is_title, split_at_title
from scorer.text.language import find_language
from scorer.text.normalise import normalise
from scorer.types import Segment, SegmentKind, Span

# An article has dozens: made so, each costs a third of a call.
_SEGMENT = partial(tuple.__new__, Segment)
_SPAN = partial(tuple.__new__, Span)


def parse_text(text: str, title: str | None = None) -> Parsed:
    """Normalise scraped plain text and say what each of its lines is."""
    text, notes = normalise(text)
    headline = " ".join(normalise(title).text.split()) if title else ""
    lines = text.split("\n")
    if headline:
        lines, kinds = _titled(lines, headline)
        text = "\n".join(lines)
    else:
        kinds = _untitled(lines)
    segments = without_repeats(text, segments_of(lines, kinds))
    return Parsed(
        text=text,
        title=headline or _headline(text, segments),
        segments=segments,
        language=find_language(text),
        notes=notes,
    )


def segments_of(
    lines: list[str], kinds: list[SegmentKind | None]
) -> tuple[Segment, ...]:
    """Return the segments of a text that was split into `lines` at its newlines."""
    found = []
    start = 0
    for line, kind in zip(lines, kinds, strict=True):
        end = start + len(line)
        if kind is not None:
            found.append(_SEGMENT((kind, _SPAN((start, end)))))
        start = end + 1
    return tuple(found)


def _titled(
    lines: list[str], headline: str
) -> tuple[list[str], list[SegmentKind | None]]:
    """Return the lines, the headline first, and their kinds."""
    at = next((i for i, line in enumerate(lines) if line), None)
    if at is None:
        return [headline], [SegmentKind.HEADLINE]
    if is_title(lines[at], headline):
        above, rest = lines[: at + 1], lines[at + 1 :]
    elif pieces := split_at_title(lines[at], headline):
        above, rest = [*lines[:at], pieces[0]], [pieces[1], *lines[at + 1 :]]
    else:
        above, rest = [headline, ""], lines
    kinds = [SegmentKind.HEADLINE if line else None for line in above]
    return above + rest, kinds + label_lines(rest, headline)


def _untitled(lines: list[str]) -> list[SegmentKind | None]:
    if sum(map(bool, lines)) > 1:
        return label_lines(lines)
    return [SegmentKind.BODY if line else None for line in lines]


def _headline(text: str, segments: tuple[Segment, ...]) -> str | None:
    for kind, span in segments:
        if kind is SegmentKind.HEADLINE:
            return span.of(text)
    return None
