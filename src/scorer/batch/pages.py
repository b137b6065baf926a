"""Articles in, rows and pages out, in one process or in several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from scorer.batch.judging import load_judge
from scorer.batch.records import Record, score_records
from scorer.configuration.chosen import Configuration
from scorer.report.rows import Entry, Row, to_row
from scorer.types import Failure

_CHUNK: Final = 16  # articles sent to a worker at once

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

    def write(self, records: Iterable[Record]) -> list[Pressed]:
        """Score articles and write their pages; empty where there is none."""
        judge = load_judge(self.model, self.configuration)
        written: list[Pressed] = []
        for entry in score_records(records, judge):
            failed = isinstance(entry.outcome, Failure)
            wanted = self.pages and (self.unread or not failed)
            page = self._page(entry) if wanted else ""
            written.append((to_row(entry), page))
        return written

    def _page(self, entry: Entry) -> str:
        # Imported here: rows alone need no templates.
        from scorer.report.page.article_page import write_article  # noqa: PLC0415

        return write_article(entry, self.back, self.configuration)


def press(records: Iterable[Record], how: Press, jobs: int = 1) -> Iterator[Pressed]:
    """Write the rows and pages of articles, in their order."""
    if jobs == 1:
        for record in records:
            yield from how.write([record])
        return
    # Imported here: joblib costs a tenth of a second, which one process need not pay.
    from joblib import Parallel, delayed  # noqa: PLC0415

    work = (delayed(Press.write)(how, chunk) for chunk in _chunks(records))
    for written in Parallel(n_jobs=jobs, return_as="generator")(work):
        yield from written


def _chunks(records: Iterable[Record]) -> Iterator[list[Record]]:
    left = iter(records)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk
