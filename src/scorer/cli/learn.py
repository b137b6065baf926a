"""`scorer learn`: the detectors' weight tables, learned anew from the corpora."""

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Corpora, example
from scorer.cli.figures import listed

EPILOG = example("scorer learn --corpora ../corpora --only sentences")
_TABLES = Path("src/scorer/tables")


def command(
    corpora: Corpora,
    tables: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Where the tables are written.")
    ] = _TABLES,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this table, or these."),
    ] = None,
) -> None:
    """Learn the weight tables that the detectors ship with.

    Takes many minutes. The same corpora give the same tables.
    """
    from scorer.learning.tables import learners

    for name, learn in learners(only):
        output.warn(f"learning {name}")
        figures = learn(corpora, tables)
        with output.opened(None) as write:
            write(listed({name: figures}))
