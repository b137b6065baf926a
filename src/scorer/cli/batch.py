"""`scorer batch`: many articles into one report."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scorer.batch.names import EngineName
from scorer.cli import output
from scorer.cli.choices import Config, FailUnder, Model, example
from scorer.cli.configured import configured

if TYPE_CHECKING:
    from scorer.batch.engines import Engine
    from scorer.batch.running import Options

EPILOG = example("scorer batch data/articles --out out/report.csv")


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Articles, .jsonl, .csv, .parquet, .warc.gz, folders, patterns, or -.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE.csv|.parquet", help="The report.")],
    spans: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.jsonl", help="Write what was marked in each, a line a row."
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes to score with.")
    ] = 1,
    engine: Annotated[
        EngineName, typer.Option(help="What carries the work; the rows are the same.")
    ] = EngineName.LOCAL,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Of a Dask cluster that is there already."
        ),
    ] = None,
    master: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Of a Spark cluster that is there already."
        ),
    ] = None,
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
    """Score many articles into one report, a row for each, whatever happens.

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
            spans=spans,
            columns=columns,
            model=model,
            engine=_engine(engine, jobs, scheduler, master),
            fail_under=fail_under,
            fresh=fresh,
            configuration=configured(config),
        )
    )


def _engine(
    name: EngineName, jobs: int, scheduler: str | None, master: str | None
) -> "Engine":
    from scorer.batch.engines import Engine

    if scheduler is not None and name is not EngineName.DASK:
        raise typer.BadParameter("--scheduler goes with --engine dask")
    if master is not None and name is not EngineName.SPARK:
        raise typer.BadParameter("--master goes with --engine spark")
    return Engine(name, jobs, scheduler or master)


def _report(options: "Options") -> None:
    from scorer.batch.inputs import count_records, find_files, told_left_out
    from scorer.batch.running import run
    from scorer.cli.progress import following

    def total() -> int | None:
        return count_records(find_files(options.inputs))

    with following(total) as progress:
        receipt = run(options, progress)
    already = " already" if receipt.get("already") else ""
    output.warn(f"{options.out}{already} holds {_listed(receipt)}")
    for cause, count in list(receipt["errors_by_reason"].items())[:_SHOWN]:
        output.warn(f"  {count:,} × {cause}")
    if tables := receipt.get("left_out", {}).get("files"):
        output.warn(told_left_out(tables, receipt["left_out"]["names"][0]))
    if receipt["errors"] or receipt["below"]:
        raise typer.Exit(1)


_SHOWN = 10
_WORDS = {
    "scored": "scored",
    "insufficient": "with too little text to score",
    "unsupported_language": "in other languages",
    "errors": "with errors",
    "below": "below the limit",
}


def _listed(receipt: Mapping[str, Any]) -> str:
    parts = [f"{receipt[key]:,} {name}" for key, name in _WORDS.items() if receipt[key]]
    return f"{receipt['rows']:,} rows: {', '.join(parts) or 'nothing to score'}"
