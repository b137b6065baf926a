"""`scorer detectors`: what each detector marks, with examples."""

from typing import Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Out, example

EPILOG = example("scorer detectors")


def command(
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Write the page docs/detectors.md.")
    ] = False,
    out: Out = None,
) -> None:
    """Say what each detector marks and why, with examples."""
    from scorer.report.catalogue import to_markdown, to_text

    with output.opened(out) as write:
        write(to_markdown() if markdown else to_text())
