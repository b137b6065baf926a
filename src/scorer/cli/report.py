"""`scorer report`: one page for people, of one article or of many."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote

import typer

from scorer.cli import output
from scorer.cli.choices import Config, Model, example
from scorer.cli.configured import configured
from scorer.cli.progress import following

if TYPE_CHECKING:
    from scorer.batch.records import Record
    from scorer.report.rows import Entry, Row

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
    model: Model = None,
    config: Config = None,
) -> None:
    """Make a page of one article, or of many, that opens in any browser.

    The page is whole in one file and fetches nothing. The status is 1 if some
    inputs could not be read; the page lists them.
    """
    from scorer.batch.inputs import find_files
    from scorer.batch.records import Record

    found = _found(list(find_files(inputs)))
    first = list(islice(found, 2))
    if len(first) == 1 and isinstance(first[0], Record):
        _write_one(first[0], out, _Press(model, config))
    else:
        making = _Many(inputs, out, _Press(model, config), pages=pages)
        making.write(chain(first, found))


def _found(files: list[Path]) -> Iterator["Record | Row"]:
    """Yield articles that are still to be scored, and rows of those that were."""
    from scorer.batch.inputs import read_records
    from scorer.report.stored import is_report, read_rows

    for path in files:
        yield from read_rows(path) if is_report(path) else read_records([path])


class _Press:
    """What scores an article and writes its page, under one configuration."""

    def __init__(self, model: str | None, config: Path | None) -> None:
        from scorer.batch.judging import load_judge

        self._changed = configured(config)
        self._judge = load_judge(model, self._changed)

    def judge(self, record: "Record") -> "Entry":
        from scorer.batch.records import score_records

        return next(score_records([record], self._judge))

    def page(self, entry: "Entry", back: str | None = None) -> str:
        from scorer.report.page.article import write_article

        return write_article(entry, back, self._changed)


def _write_one(record: "Record", out: Path, press: _Press) -> None:
    from scorer.types import Failure

    entry = press.judge(record)
    with output.opened(out) as write:
        write(press.page(entry))
    if isinstance(entry.outcome, Failure):
        output.warn(entry.outcome.reason)
        raise typer.Exit(1)


class _Many:
    """Write the page of many articles, and with it each one's own."""

    def __init__(
        self,
        inputs: list[str],
        out: Path,
        press: _Press,
        *,
        pages: bool,
    ) -> None:
        self._inputs = inputs
        self._out = out
        self._press = press
        self._folder = out.with_name(f"{out.stem}-articles") if pages else None
        self._rows: list[Row] = []
        self._missing: set[int] = set()

    def write(self, found: Iterable["Record | Row"]) -> None:
        """Write the pages; say what failed."""
        from scorer.report.page.batch import Batch, write_batch

        with following(None) as progress:
            for item in found:
                self._rows.append(self._row(item))
                errors = sum(row["status"] == "error" for row in self._rows[-1:])
                progress({"rows": len(self._rows), "error": errors})
        whole = len(self._missing) < len(self._rows)
        folder = self._folder.name if self._folder and whole else ""
        missing = frozenset(self._missing)
        batch = Batch(self._rows, self._inputs, quote(folder), missing)
        with output.opened(self._out) as write:
            write(write_batch(batch))
        if folder:
            self._remove_older()
        self._finish()

    def _row(self, item: "Record | Row") -> "Row":
        from scorer.batch.records import Record
        from scorer.report.rows import to_row

        if isinstance(item, Record):
            entry = self._press.judge(item)
            self._write_page(entry)
            return to_row(entry)
        self._missing.add(len(self._rows))
        return item

    def _write_page(self, entry: "Entry") -> None:
        from scorer.report.page.batch import page_name

        number = len(self._rows)
        if self._folder is None or entry.document is None:
            self._missing.add(number)
            return
        with output.opened(self._folder / page_name(number)) as write:
            write(self._press.page(entry, back=f"../{quote(self._out.name)}"))

    def _remove_older(self) -> None:
        """Remove the pages that an earlier, longer run left in the folder."""
        from scorer.report.page.batch import page_name

        number = len(self._rows)
        while self._folder and (self._folder / page_name(number)).is_file():
            (self._folder / page_name(number)).unlink()
            number += 1

    def _finish(self) -> None:
        errors = sum(row["status"] == "error" for row in self._rows)
        if errors:
            output.warn(f"{errors:,} of {len(self._rows):,} could not be scored")
            raise typer.Exit(1)
