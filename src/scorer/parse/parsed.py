"""What every parser returns: final text, its lines by kind, and what the page says."""

from dataclasses import dataclass

from scorer.types import Link, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An article after parsing; offsets into `text` are final.

    Attributes:
        segments: Every non-blank line of `text`, in order, without overlap.
        language: ISO 639-1 code of the language found, `und` if none could be.
        notes: What parsing had to mend, in sentences for the reader of a score.
    """

    text: str
    title: str | None
    segments: tuple[Segment, ...]
    links: tuple[Link, ...] = ()
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str = "und"
    notes: tuple[str, ...] = ()
