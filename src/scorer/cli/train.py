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
    labels: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.csv",
            help="Fit evidential quality to labels of your own instead: a CSV of"
            " path, label (0 to 10) and outlet. Needs --out.",
        ),
    ] = None,
    jobs: Jobs = 2,
) -> None:
    """Fit the model from the feature table, on any machine, without the corpora.

    The same table gives the same model. Its figures are printed and kept beside it.
    docs/codebook.md says how to read and mark articles for `--labels`.
    """
    from scorer.errors import TrainingError
    from scorer.learning.own import train_own
    from scorer.learning.training import train

    if labels is None:
        figures = train(table, out, jobs)
    elif out == MODEL:
        raise TrainingError("Name a folder for your own model with --out.")
    else:
        figures = train_own(labels, out)
    with output.opened(None) as write:
        write(listed(figures))
    output.warn(f"{out} holds the model and its card")
