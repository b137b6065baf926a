"""`scorer detectors`: what each detector marks, with examples, or how often it does."""

from enum import StrEnum
from typing import Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Config, Out, example
from scorer.cli.configured import configured

EPILOG = example("scorer detectors --on data/articles")


class Form(StrEnum):
    """How the counts are printed."""

    TABLE = "table"
    JSON = "json"


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE...]", help="With --on: files, folders, or -."),
    ] = None,
    on: Annotated[
        bool,
        typer.Option(
            "--on",
            help="Count for FILE... how often each fires, what overlaps, and its time.",
        ),
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Write the page docs/detectors.md.")
    ] = False,
    format_: Annotated[
        Form, typer.Option("--format", help="Of the counts.")
    ] = Form.TABLE,
    config: Config = None,
    out: Out = None,
) -> None:
    """Say what each detector marks and why, or what it does to articles of yours."""
    if on or paths:
        if not paths:
            raise typer.BadParameter("name the articles after --on")
        _count(paths, format_, config, out)
        return
    from scorer.report.catalogue import to_markdown, to_text

    with output.opened(out) as write:
        write(to_markdown() if markdown else to_text())


def _count(paths: list[str], form: Form, config: Config, out: Out) -> None:
    """Count over all articles; what cannot be read is told of and left out."""
    import json

    from scorer.batch.columns import DEFAULT_COLUMNS
    from scorer.batch.inputs import find_files, read_records
    from scorer.batch.records import read_record
    from scorer.errors import InputError
    from scorer.report import firing_table, terminal
    from scorer.report.firing import Firing

    changed = configured(config)
    firing, faults = Firing(), list[str]()
    for record in read_records(list(find_files(paths))):
        try:
            document = read_record(record, DEFAULT_COLUMNS)
        except InputError as error:
            faults.append(f"{record.place}: {error}")
            continue
        firing.add(document, changed)
    with output.opened(out) as write:
        if form is Form.JSON:
            counted = firing.to_object() | {"failed": len(faults)}
            write(json.dumps(counted, indent=2) + "\n")
        else:
            laid_out = terminal.rendered(
                lambda console: firing_table.lay_out(firing, console),
                to_terminal=out is None,
            )
            write(laid_out)
    if faults:
        output.warn(f"{len(faults)} could not be read: {faults[0]}")
        raise typer.Exit(1)
