"""What a detector is: one finder, what its labels mean, and its examples."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from scorer.reading import Reading
from scorer.types import Annotation, Span

_MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A text in which double brackets show what a detector must find.

    Args:
        marked: The text; without brackets nothing may be found in it.
        label: The label that the bracketed spans carry; other labels are not
            looked at.
        title: The headline, where the example needs one.

    Example:
        >>> Example("It [[may]] rain.", "hedge.modal").text
        'It may rain.'
        >>> Example("It [[may]] rain.", "hedge.modal").spans
        (Span(start=3, end=6),)
    """

    marked: str
    label: str
    title: str | None = None

    @property
    def text(self) -> str:
        """The text without its brackets."""
        return _MARKED.sub(r"\1", self.marked)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The bracketed stretches, placed in `text`."""
        return tuple(
            Span(match.start() - 4 * i, match.start() - 4 * i + len(match[1]))
            for i, match in enumerate(_MARKED.finditer(self.marked))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A rule that marks spans of a document.

    Raise `version` whenever the same document could come out otherwise: a
    trained model names the versions that it was fitted on.

    Attributes:
        labels: Each label that it may give, with what the label means.
        find: From a reading to its annotations, weak ones included. A module-level
            function, so that it reaches a worker by name; it never writes, raises
            or remembers.
    """

    name: str
    version: int
    summary: str
    labels: tuple[tuple[str, str], ...]
    find: Callable[[Reading], Iterable[Annotation]]
    examples: tuple[Example, ...]

    def annotate(self, reading: Reading) -> tuple[Annotation, ...]:
        """Mark the document that was read, in reading order."""
        return tuple(sorted(self.find(reading), key=attrgetter("span")))
