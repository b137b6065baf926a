"""What the page of one article is made from."""

from dataclasses import dataclass
from functools import cached_property

from scorer.configuration.chosen import Configuration
from scorer.document import Document
from scorer.reading import Reading
from scorer.report import pushes, sources
from scorer.report.page import kinds
from scorer.report.page.marks import Mark, Painter, marks_of
from scorer.report.page.stories import Place
from scorer.report.rows import Entry, Row, to_row
from scorer.scoring import annotate
from scorer.types import Annotation, Score


@dataclass(frozen=True)
class Article:
    """All that the sections of a page are made from.

    Attributes:
        back: Where the page of its batch lies, if it has one.
        place: What is known of its story, if it was compared with others.
    """

    entry: Entry
    document: Document
    score: Score
    configuration: Configuration | None = None
    back: str | None = None
    place: Place | None = None

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """Everything that was marked, weak annotations included."""
        if self.entry.marks is not None:
            return tuple(sorted(self.entry.marks, key=lambda a: a.span))
        return annotate(self.document, all=True, config=self.configuration)

    @cached_property
    def reading(self) -> Reading:
        """The words of the document."""
        return Reading.of(self.document)

    @cached_property
    def row(self) -> Row:
        """What a report's row says of it."""
        return to_row(self.entry)

    @cached_property
    def marks(self) -> list[Mark]:
        """The annotations as they are shown."""
        return marks_of(self.annotations)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels that occur, in the order of the kinds."""
        present = {mark.annotation.label for mark in self.marks}
        order = {label: i for i, label in enumerate(kinds.MEANINGS)}
        return tuple(sorted(present, key=lambda label: order.get(label, len(order))))

    @cached_property
    def why(self) -> dict[str, str]:
        """What each label did to the scores."""
        return pushes.why_they_count(self.score, self.labels)

    @cached_property
    def painter(self) -> Painter:
        """What writes the text with its marks."""
        numbers = {label: i for i, label in enumerate(self.labels)}
        return Painter(self.document.text, numbers)

    @cached_property
    def sources(self) -> sources.Sources:
        """Who is quoted."""
        return sources.sources_of(self.reading, self.annotations)
