"""The arguments that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How scores are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FailUnder = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=100,
        metavar="N",
        help="End with status 1 if an article's evidential quality is below N.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(metavar="NAME|PATH", help="Another model than the one shipped."),
]
Out = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write here, not to the terminal.")
]


def example(command: str) -> str:
    """Write the example that ends a command's help; tests run it as written."""
    return f"Example: {command}"
