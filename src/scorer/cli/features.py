"""`scorer features`: the feature table, rebuilt from the corpora."""

from pathlib import Path
from typing import Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import TABLE, Corpora, Jobs, example

EPILOG = example("scorer features --corpora ../corpora --out data/features.csv.gz")


def command(
    corpora: Corpora,
    out: Annotated[
        Path, typer.Option(metavar="FILE.csv.gz", help="The table to write.")
    ] = TABLE,
    jobs: Jobs = 2,
) -> None:
    """Measure the labelled articles of the corpora into the feature table.

    Takes minutes. Training needs the table alone; build it anew when a detector or
    a feature has changed.
    """
    from scorer.learning.table import build

    note = build(corpora, out, jobs)
    output.warn(f"{out} holds {note['rows']:,} articles")
