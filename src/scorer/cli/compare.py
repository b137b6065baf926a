"""`scorer compare`: which articles tell one story, and what stands behind it."""

import json
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Jobs, Out, example

if TYPE_CHECKING:
    from scorer.batch.comparing import Compared
    from scorer.batch.records import Record


class Form(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


EPILOG = example("scorer compare data/articles")


def command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Articles: files, folders, .jsonl, .csv, patterns."
        ),
    ],
    form: Annotated[
        Form,
        typer.Option(
            "--format", help="csv scores the articles too, with columns on stories."
        ),
    ] = Form.TEXT,
    out: Out = None,
    jobs: Jobs = 1,
) -> None:
    """Group articles into stories and say how many independent origins each has.

    Copied text, shared primary sources and named relays are shown apart, with the
    passages that show them. The status is 1 if some articles could not be read.
    """
    from scorer.batch.comparing import compare_records
    from scorer.batch.inputs import find_files, read_records

    records = list(read_records(list(find_files(paths))))
    compared = compare_records(records, jobs=jobs)
    with output.opened(out) as write:
        _WRITERS[form](compared, records, write)
    for failed in compared.failures[:_NAMED]:
        output.warn(f"not compared: {failed.reason}")
    if compared.failures:
        output.warn(f"{len(compared.failures)} of {len(records)} could not be read")
        raise typer.Exit(1)


_NAMED = 3  # failures that are told one by one


def _write_text(
    compared: "Compared", records: Sequence["Record"], write: output.Write
) -> None:
    from scorer.stories.terminal import to_text

    del records
    write(to_text(compared.stories, compared.notes))


def _write_json(
    compared: "Compared", records: Sequence["Record"], write: output.Write
) -> None:
    del records
    failures = [failed._asdict() for failed in compared.failures]
    whole = {
        "stories": compared.stories,
        "notes": compared.notes,
        "failures": failures,
    }
    write(json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def _write_csv(
    compared: "Compared", records: Sequence["Record"], write: output.Write
) -> None:
    import csv
    import io

    from scorer.batch.judging import load_judge
    from scorer.batch.records import score_records
    from scorer.report.rows import COLUMNS, safe_cell, to_row
    from scorer.stories import objects

    columns = (*COLUMNS, *objects.COLUMNS)
    sheet = io.StringIO(newline="")
    rows = csv.writer(sheet, lineterminator="\r\n")
    rows.writerow(columns)
    entries = score_records(records, load_judge())
    for entry, cells in zip(entries, compared.cells, strict=True):
        row = {**to_row(entry), **cells}
        rows.writerow([safe_cell(row.get(name)) for name in columns])
        write(sheet.getvalue())
        sheet.seek(0)
        sheet.truncate()


_WRITERS: dict[Form, Callable[["Compared", Sequence["Record"], output.Write], None]] = {
    Form.TEXT: _write_text,
    Form.JSON: _write_json,
    Form.CSV: _write_csv,
}
