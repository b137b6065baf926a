"""`scorer outlets`: what a report says of the outlets in it."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Out, example


class Form(StrEnum):
    """How outlets are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


EPILOG = example("scorer outlets data/stories/report.csv")


def command(
    report: Annotated[
        Path,
        typer.Argument(metavar="REPORT", help="What `scorer batch` wrote, as CSV."),
    ],
    form: Annotated[Form, typer.Option("--format")] = Form.TABLE,
    out: Out = None,
) -> None:
    """Judge outlets by their articles: reliability, its interval, and what it rests on.

    The mean of an outlet's articles is drawn to the mean of all outlets as far as it
    is unsure. Outlets whose intervals overlap are not ranked: a place is a range.
    A report of `scorer compare --format csv` also tells how much is copied.
    """
    from scorer.outlets.estimates import find_standings
    from scorer.outlets.rows import read_outlets
    from scorer.report.standings import to_csv, to_objects, to_text

    standings = find_standings(read_outlets(report))
    if not standings:
        output.warn(f"{report} names no outlet")
    with output.opened(out) as write:
        if form is Form.JSON:
            objects = to_objects(standings)
            write(json.dumps(objects, ensure_ascii=False, allow_nan=False, indent=1))
            write("\n")
        else:
            write({Form.CSV: to_csv, Form.TABLE: to_text}[form](standings))
