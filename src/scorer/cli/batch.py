"""`scorer batch`: many articles into one report."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Config, FailUnder, Model, example
from scorer.cli.configured import configured

if TYPE_CHECKING:
    from scorer.batch.running import Options

EPILOG = example("scorer batch data/articles --out out/report.csv")


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files of articles, .jsonl, .csv (also .gz), folders, patterns.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE.csv", help="The report.")],
    jobs: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes to score with.")
    ] = 1,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Start over; forget an unfinished run.")
    ] = False,
    fail_under: FailUnder = None,
    model: Model = None,
    config: Config = None,
    text_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column with the text.")
    ] = None,
    html_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Column with the page, where there is no text."
        ),
    ] = None,
    title_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column with the headline.")
    ] = None,
    url_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column with the address.")
    ] = None,
    id_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Column with the id that the row is given."),
    ] = None,
    outlet_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column with the outlet.")
    ] = None,
    published_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column with the date.")
    ] = None,
) -> None:
    """Score many articles into one CSV report, a row for each, whatever happens.

    A run that was stopped goes on where it stopped when it is started again. The
    columns of tables are found by their usual names unless they are named here.
    """
    from scorer.batch.columns import Columns
    from scorer.batch.running import Options

    columns = Columns.named(
        text=text_column,
        html=html_column,
        title=title_column,
        url=url_column,
        id=id_column,
        outlet=outlet_column,
        published=published_column,
    )
    _report(
        Options(
            inputs=tuple(inputs),
            out=out,
            columns=columns,
            model=model,
            jobs=jobs,
            fail_under=fail_under,
            fresh=fresh,
            configuration=configured(config),
        )
    )


def _report(options: "Options") -> None:
    from scorer.batch.inputs import count_records, find_files
    from scorer.batch.running import run
    from scorer.cli.progress import following

    total = None
    if sys.stderr.isatty():
        total = count_records(find_files(options.inputs))
    with following(total) as progress:
        receipt = run(options, progress)
    counts = receipt["counts"]
    already = " already" if receipt.get("already") else ""
    output.warn(f"{options.out}{already} holds {_listed(counts)}")
    for cause, count in _causes(counts):
        output.warn(f"  {count:,} × {cause}")
    if counts.get("error") or counts.get("below"):
        raise typer.Exit(1)


_WORDS = {
    "ok": "scored",
    "insufficient": "with too little text to score",
    "unsupported_language": "in other languages",
    "error": "with errors",
    "below": "below the limit",
}


def _listed(counts: Mapping[str, int]) -> str:
    parts = [
        f"{counts[key]:,} {name}" for key, name in _WORDS.items() if counts.get(key)
    ]
    return f"{counts.get('rows', 0):,} rows: {', '.join(parts) or 'nothing to score'}"


def _causes(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    from scorer.batch.engine import ERRORS

    causes = {
        key.removeprefix(ERRORS): count
        for key, count in counts.items()
        if key.startswith(ERRORS)
    }
    return sorted(causes.items(), key=lambda item: -item[1])[:10]
