"""Articles in, rows and pages out, in one process or in several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import TYPE_CHECKING, Final, TypeVar

from scorer.batch.judging import load_judge
from scorer.batch.records import Record, score_records
from scorer.configuration.chosen import Configuration
from scorer.report.page.stories import Place, Stories
from scorer.report.rows import Entry, Row, to_row
from scorer.types import Failure

if TYPE_CHECKING:
    from scorer.batch.comparing import Follow

_CHUNK: Final = 16  # articles sent to a worker at once
_SEVERAL: Final = 2
MOST_COMPARED: Final = 20_000  # articles kept at once to look for stories

Item = TypeVar("Item")
Pressed = tuple[Row, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What a worker needs to know to write pages.

    Attributes:
        configuration: What a user changed about the detectors.
        back: Where the page of all articles lies, as each one's own sees it; None
            where the article is alone.
        unread: Write a page also of what could not be read.
        pages: Write pages, not rows alone.
    """

    model: str | None = None
    configuration: Configuration | None = None
    back: str | None = None
    unread: bool = False
    pages: bool = True

    def write(
        self, records: Iterable[Record], places: Iterable[Place | None] = repeat(None)
    ) -> list[Pressed]:
        """Score articles and write their pages; empty where there is none.

        Args:
            records: The articles.
            places: For each what is known of its story.
        """
        judge = load_judge(self.model, self.configuration)
        written: list[Pressed] = []
        entries = score_records(records, judge, marks=self.pages)
        for entry, place in zip(entries, places, strict=False):
            failed = isinstance(entry.outcome, Failure)
            wanted = self.pages and (self.unread or not failed)
            page = self._page(entry, place) if wanted else ""
            written.append((to_row(entry), page))
        return written

    def _page(self, entry: Entry, place: Place | None) -> str:
        # Imported here: rows alone need no templates.
        from scorer.report.page.article_page import write_article  # noqa: PLC0415

        return write_article(entry, self.back, self.configuration, place)


def press(
    records: Iterable[Record],
    how: Press,
    jobs: int = 1,
    places: Iterable[Place | None] = repeat(None),
) -> Iterator[Pressed]:
    """Write the rows and pages of articles, in their order."""
    pairs = zip(records, places, strict=False)
    if jobs == 1:
        for record, place in pairs:
            yield from how.write([record], [place])
        return
    # Imported here: joblib costs a tenth of a second, which one process need not pay.
    from joblib import Parallel, delayed  # noqa: PLC0415

    work = (delayed(Press.write)(how, *zip(*c, strict=True)) for c in _chunks(pairs))
    for written in Parallel(n_jobs=jobs, return_as="generator")(work):
        yield from written


def find_stories(
    items: Sequence[Record | Row], jobs: int = 1, follow: "Follow | None" = None
) -> Stories:
    """Compare the articles of a batch; of rows that were scored before no text is left.

    Args:
        items: Articles, and rows of a report.
        jobs: Processes to compare in.
        follow: Shows how far it is.
    """
    numbers = [i for i, item in enumerate(items) if isinstance(item, Record)]
    if len(numbers) < _SEVERAL:
        return Stories()
    if len(numbers) > MOST_COMPARED:
        note = (
            f"Stories are looked for among {MOST_COMPARED:,} articles at most;"
            " “scorer compare” takes more."
        )
        return Stories(notes=(note,))
    # Imported here: the page of one article needs none of it.
    from scorer.batch.comparing import compare_records, unseen  # noqa: PLC0415

    records = [i for i in items if isinstance(i, Record)]
    found = compare_records(records, jobs=jobs, follow=follow or unseen)
    cells: list[Mapping[str, str | int | float]] = [{}] * len(items)
    for number, own in zip(numbers, found.cells, strict=True):
        cells[number] = own
    rows = [tuple(numbers[i] for i in members) for members in found.members]
    return Stories.of(found.stories, rows, cells, found.notes)


def _chunks(pairs: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(pairs)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk
