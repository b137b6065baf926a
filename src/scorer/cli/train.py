"""`scorer train`: the model, fitted from the feature table alone."""

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import MODEL, TABLE, Jobs, TableIn, example
from scorer.cli.figures import listed

EPILOG = example("scorer train --out out/readings")


def command(
    table: TableIn = TABLE,
    out: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The model's folder.")
    ] = MODEL,
    jobs: Jobs = 2,
) -> None:
    """Fit the model from the feature table, on any machine, without the corpora.

    The same table gives the same model. Its figures are printed and kept beside it.
    """
    from scorer.learning.training import train

    figures = train(table, out, jobs)
    with output.opened(None) as write:
        write(listed(figures))
    output.warn(f"{out} holds the model and its card")
