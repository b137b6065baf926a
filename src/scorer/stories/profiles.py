"""What grouping keeps of an article: its strongest words, its day, a digest."""

from array import array
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from sys import intern
from typing import Self

from scorer.document import Document
from scorer.stories.terms import (
    Vector,
    background,
    count_words,
    story_words,
    strongest,
)

_COMPARED = frozenset({"en", "und"})


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """An article as grouping sees it, a few kilobytes whatever its length.

    Attributes:
        words: Its strongest words with a blank between; one string takes far less than
            one for each, above all where it came from another process.
        numbers: Their damped counts; an array takes a tenth of what a dict does.
        day: When it was published, as a day's number; None where unknown.
        digest: The same for articles of the same words.
        compared: False where there is nothing to compare: no words, or a language
            whose rare words are not known.
    """

    words: str
    numbers: "array[float]"
    day: int | None
    digest: bytes
    compared: bool

    @classmethod
    def of(cls, document: Document) -> Self:
        """Look at a document's own lines."""
        words = story_words(document)
        digest = blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=16)
        counts = strongest(count_words(words), background())
        compared = bool(counts) and document.language in _COMPARED
        numbers = array("f", counts.values())
        day = to_day(document.published)
        return cls(" ".join(counts), numbers, day, digest.digest(), compared)

    @property
    def counts(self) -> Vector:
        """Damped counts of its strongest words."""
        return dict(zip(map(intern, self.words.split()), self.numbers, strict=True))


def to_day(published: str | None) -> int | None:
    """Return the number of the day that a document was published on.

    Example:
        >>> to_day("2031-05-02T08:00:00Z") - to_day("2031-05-01"), to_day("last week")
        (1, None)
    """
    if not published:
        return None
    for read in (datetime.fromisoformat, lambda text: date.fromisoformat(text[:10])):
        try:
            return read(published.strip()).toordinal()
        except ValueError:
            continue
    return None
