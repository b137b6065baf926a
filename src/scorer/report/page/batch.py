"""What the page of many articles is made from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from scorer.report.page.stories import Stories
from scorer.report.rows import Row
from scorer.types import Estimate

ESTIMATES: Final = ("evidential_quality", "sensationalism")


@dataclass(frozen=True)
class Batch:
    """All that the sections of a page are made from.

    Attributes:
        rows: One for each input, in input order.
        names: What the user named as inputs.
        folder: Where the articles' own pages lie, as the page sees it; empty where
            there are none.
        missing: Numbers of the rows that have no page of their own.
        stories: Which of them tell one story, if they were compared.
    """

    rows: Sequence[Row]
    names: Sequence[str]
    folder: str = ""
    missing: frozenset[int] = frozenset()
    stories: Stories = field(default_factory=Stories)

    @cached_property
    def scored(self) -> list[Row]:
        """The rows that have a score."""
        return [row for row in self.rows if row["evidential_quality"] is not None]

    def values(self, column: str) -> list[float]:
        """Return the numbers of a column where there is a score."""
        return [v for row in self.scored if isinstance(v := row[column], float | int)]

    def estimates(self, name: str) -> list[Estimate]:
        """Return the estimates of one name."""
        columns = zip(
            *(self.values(f"{name}{end}") for end in ("", "_low", "_high")),
            strict=True,
        )
        return [Estimate(*limits) for limits in columns]


def page_name(number: int) -> str:
    """Name the page of an article by its place in the input, from 0.

    Example:
        >>> page_name(0)
        '00001.html'
    """
    return f"{number + 1:05d}.html"
