"""Which articles of a batch tell one story, as its pages need to know it."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Self

MOST: Final = 100  # stories shown whole; the page says how many others there are

Object = Mapping[str, Any]  # a story, or a part of one, as it stands in JSON


class Place(NamedTuple):
    """What a page says of the story of one article.

    Attributes:
        name: The id of the story, "" where nobody else tells it.
        articles: How many tell it.
        origins: How many independent origins stand behind it.
        copied: Share of the article's words that stand in another of the story.
        shown: Whether the page of all articles shows the story.
    """

    name: str
    articles: int
    origins: int
    copied: float
    shown: bool = False


@dataclass(frozen=True)
class Stories:
    """What a comparison found, as the sections of a page are made from it.

    Attributes:
        stories: Those of two or more articles, as objects, the largest first.
        rows: For each of them the numbers of its rows.
        places: For each row what is known of its story, None where nothing is.
        notes: On how it was made, in sentences.
    """

    stories: Sequence[Object] = ()
    rows: Sequence[Sequence[int]] = ()
    places: Sequence[Place | None] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        stories: Iterable[Object],
        rows: Iterable[Sequence[int]],
        cells: Iterable[Mapping[str, Any]],
        notes: tuple[str, ...] = (),
    ) -> Self:
        """Take the stories of several articles from a comparison.

        Args:
            stories: All of them, as objects.
            rows: For each the numbers of its rows.
            cells: For each row what a report says of its story, empty if nothing.
            notes: On how it was made.
        """
        several = [p for p in zip(stories, rows, strict=True) if len(p[1]) > 1]
        several.sort(key=lambda pair: -len(pair[1]))
        shown = {str(story["id"]) for story, _ in several[:MOST]}
        return cls(
            [story for story, _ in several],
            [numbers for _, numbers in several],
            [_place(row, shown) for row in cells],
            notes,
        )

    @property
    def shown(self) -> list[tuple[Object, Sequence[int]]]:
        """The stories that the page shows whole, each with its rows."""
        return list(zip(self.stories, self.rows, strict=True))[:MOST]


def _place(cells: Mapping[str, Any], shown: Container[str]) -> Place | None:
    if not cells:
        return None
    name, size = str(cells["story"]), int(cells["story_size"])
    return Place(
        name if size > 1 else "",
        size,
        int(cells["origins_independent"]),
        float(cells["copied_share"]),
        name in shown,
    )
