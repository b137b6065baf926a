"""`scorer evaluate`: how good the model is, on outlets that it never saw."""

from typing import Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import MODEL, TABLE, Jobs, ModelFolder, Out, TableIn, example
from scorer.cli.figures import listed

EPILOG = example("scorer evaluate")


def command(
    table: TableIn = TABLE,
    model: ModelFolder = MODEL,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    out: Out = None,
    jobs: Jobs = 2,
) -> None:
    """Measure the model on folds whose outlets it never saw."""
    import json

    from scorer.learning.evaluation import evaluate

    figures = evaluate(table, model, jobs)
    with output.opened(out) as write:
        write(f"{json.dumps(figures, indent=1)}\n" if as_json else listed(figures))
