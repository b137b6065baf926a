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
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="TOML that switches detectors off or adds words; without it, "
        "[tool.scorer] of the nearest pyproject.toml.",
    ),
]
Out = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write here, not to the terminal.")
]


def example(command: str) -> str:
    """Write the example that ends a command's help; tests run it as written."""
    return f"Example: {command}"


Corpora = Annotated[
    Path,
    typer.Option(
        metavar="FOLDER",
        envvar="SCORER_CORPORA",
        exists=True,
        file_okay=False,
        help="Where the labelled corpora lie.",
    ),
]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="Processes to work in.")]
TableIn = Annotated[
    Path,
    typer.Option("--table", metavar="FILE", help="What `scorer features` wrote."),
]
ModelFolder = Annotated[
    Path, typer.Option("--model", metavar="FOLDER", help="The model's folder.")
]
TABLE = Path("data/features.csv.gz")
MODEL = Path("models/readings")
