"""`scorer report`: one page for people, of one article or of many."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby, islice, repeat, tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote

import typer

from scorer.cli import output
from scorer.cli.choices import Config, Model, example
from scorer.cli.configured import configured
from scorer.cli.processes import WORTH, processes
from scorer.cli.progress import following

if TYPE_CHECKING:
    from scorer.batch.pages import Press, Pressed
    from scorer.batch.records import Record
    from scorer.report.page.stories import Stories
    from scorer.report.rows import Row

EPILOG = example("scorer report data/articles --out out/report.html")


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="An article, or many: files, folders, .jsonl, .csv; or a report"
            " that `batch` or `score` wrote.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE.html", help="The page.")],
    pages: Annotated[
        bool,
        typer.Option(
            help="Beside the page of many articles, write each one's own into a"
            " folder named like it; a report that was written before has no texts."
        ),
    ] = True,
    stories: Annotated[
        bool,
        typer.Option(
            help="Show which articles tell one story, and how many independent"
            " origins it has."
        ),
    ] = True,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Processes to score and write in."),
    ] = None,
    model: Model = None,
    config: Config = None,
) -> None:
    """Make a page of one article, or of many, that opens in any browser.

    The page is whole in one file and fetches nothing. The status is 1 if some
    inputs could not be read; the page lists them.
    """
    from scorer.batch.inputs import find_files
    from scorer.batch.pages import Press
    from scorer.batch.records import Record

    found = _found(list(find_files(inputs)))
    first = list(islice(found, 2))
    press = Press(model=model, configuration=configured(config), pages=pages)
    if len(first) == 1 and isinstance(first[0], Record):
        _write_one(first[0], out, replace(press, unread=True, pages=True))
    else:
        _Many(inputs, out, press, jobs).write(chain(first, found), stories=stories)


def _found(files: list[Path]) -> Iterator["Record | Row"]:
    """Yield articles that are still to be scored, and rows of those that were."""
    from scorer.batch.inputs import read_records
    from scorer.batch.stored import is_report, read_rows

    for path in files:
        yield from read_rows(path) if is_report(path) else read_records([path])


def _write_one(record: "Record", out: Path, press: "Press") -> None:
    [(row, page)] = press.write([record])
    with output.opened(out) as write:
        write(page)
    output.warn(f"{out} shows {record.place}")
    if row["status"] == "error":
        output.warn(str(row["reason"]))
        raise typer.Exit(1)


class _Many:
    """Write the page of many articles, and with it each one's own."""

    def __init__(
        self, inputs: list[str], out: Path, press: "Press", jobs: int | None
    ) -> None:
        self._inputs = inputs
        self._out = out
        self._press = replace(press, back=f"../{quote(out.name)}")
        self._jobs = jobs
        self._folder = out.with_name(f"{out.stem}-articles")
        self._rows: list[Row] = []
        self._missing: set[int] = set()

    def write(self, found: Iterable["Record | Row"], *, stories: bool) -> None:
        """Write the pages; say what failed."""
        from scorer.batch.extras import need
        from scorer.report.page.batch import Batch
        from scorer.report.page.batch_page import write_batch
        from scorer.report.page.stories import Stories

        need("report", f"{self._out}: drawing a page of many articles")
        found = iter(found)
        first = list(islice(found, WORTH))
        self._jobs = processes(self._jobs, len(first))
        found = chain(first, found)
        told, found = self._told(found) if stories else (Stories(), found)
        errors = 0
        with following(self._total) as progress:
            for row, page in self._pressed(found, told):
                self._keep(row, page)
                errors += row["status"] == "error"
                progress({"rows": len(self._rows), "error": errors})
        folder = "" if len(self._missing) == len(self._rows) else self._folder.name
        missing = frozenset(self._missing)
        batch = Batch(self._rows, self._inputs, quote(folder), missing, told)
        with output.opened(self._out) as write:
            write(write_batch(batch))
        self._remove_older()
        own = len(self._rows) - len(self._missing)
        beside = f"; {own:,} have a page of their own in {self._folder}" if own else ""
        output.warn(f"{self._out} shows {len(self._rows):,} articles{beside}")
        if errors:
            output.warn(f"{errors:,} of {len(self._rows):,} could not be scored")
            raise typer.Exit(1)

    def _total(self) -> int | None:
        from scorer.batch.inputs import count_records, find_files

        return count_records(find_files(self._inputs))

    def _told(
        self, found: Iterable["Record | Row"]
    ) -> tuple["Stories", Iterable["Record | Row"]]:
        """Compare the articles, as many of them as can be kept at once."""
        from scorer.batch.pages import MOST_COMPARED, find_stories

        left = iter(found)
        kept = list(islice(left, MOST_COMPARED + 1))
        return find_stories(kept, self._jobs or 1, following), chain(kept, left)

    def _pressed(
        self, found: Iterable["Record | Row"], told: "Stories"
    ) -> Iterator["Pressed"]:
        """Score what is to be scored; what was scored before passes through."""
        from scorer.batch.pages import press
        from scorer.batch.records import Record

        pairs = zip(found, chain(told.places, repeat(None)), strict=False)
        for is_record, some in groupby(pairs, lambda pair: isinstance(pair[0], Record)):
            if is_record:
                records, places = tee(some)
                yield from press(
                    (item for item, _ in records if isinstance(item, Record)),
                    self._press,
                    self._jobs or 1,
                    (place for _, place in places),
                )
            else:
                rows = (item for item, _ in some)
                yield from ((r, "") for r in rows if not isinstance(r, Record))

    def _keep(self, row: "Row", page: str) -> None:
        from scorer.report.page.batch import page_name

        number = len(self._rows)
        self._rows.append(row)
        if not page:
            self._missing.add(number)
            return
        with output.opened(self._folder / page_name(number)) as write:
            write(page)

    def _remove_older(self) -> None:
        """Remove the pages that an earlier, longer run left in the folder."""
        from scorer.report.page.batch import page_name

        number = len(self._rows)
        while (self._folder / page_name(number)).is_file():
            (self._folder / page_name(number)).unlink()
            number += 1
