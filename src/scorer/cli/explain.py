"""`scorer explain`: one article, what was found in it, and what that did."""

from typing import Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Config, Model, Out, example
from scorer.cli.configured import configured

EPILOG = example("scorer explain data/articles/tabloid-harbour-evacuation.txt")


def command(
    path: Annotated[str, typer.Argument(help="A file, or - for stdin.")],
    out: Out = None,
    model: Model = None,
    config: Config = None,
) -> None:
    """Show an article with its findings marked, and what each feature did."""
    from itertools import islice
    from pathlib import Path

    from scorer.batch.columns import Columns
    from scorer.batch.inputs import find_files, read_records
    from scorer.batch.judging import load_judge
    from scorer.batch.piped import STDIN
    from scorer.batch.records import Record, read_record
    from scorer.errors import InputError
    from scorer.report import explained, terminal
    from scorer.report.rows import Entry
    from scorer.scoring import findings_among

    found = list(find_files([path]))
    if len(found) != 1 or Path(path).is_dir():
        raise InputError(f"{path}: explain takes one file; score takes folders")
    records = [Record(path=str(found[0]))]
    if path == STDIN:
        records = list(islice(read_records(found), 2))
    if len(records) > 1:
        raise InputError("- holds several articles; explain takes one, score takes all")
    document = read_record(records[0], Columns())
    judge = load_judge(model, configured(config))
    outcome, features, marks = judge.judge(document, marked=True)
    findings = findings_among(marks or ())
    entry = Entry(path=path, outcome=outcome, document=document, features=features)
    with output.opened(out) as write:
        write(
            terminal.rendered(
                lambda console: explained.page(entry, findings, console),
                to_terminal=out is None,
            )
        )
