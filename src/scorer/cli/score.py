"""`scorer score`: scores on the screen, or for another program."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Config, FailUnder, Format, Model, Out, example
from scorer.cli.configured import configured

if TYPE_CHECKING:
    from scorer.report.rows import Entry, Row

EPILOG = example("scorer score data/articles")


def command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, or - for stdin."),
    ],
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="By default a table, or what --out ends in."),
    ] = None,
    out: Out = None,
    fail_under: FailUnder = None,
    model: Model = None,
    config: Config = None,
) -> None:
    """Score articles: how well each shows its evidence, how sensational it is, why.

    A folder is searched for articles through all its folders. The status is 0 if
    all were scored, 1 if some could not be, 2 if nothing could be done.
    """
    from scorer.batch.inputs import find_files, left_out, read_records, told_left_out
    from scorer.batch.judging import load_judge
    from scorer.batch.records import score_records

    records = read_records(list(find_files(paths)))
    judge = load_judge(model, configured(config))
    entries = score_records(records, judge)
    tally = _Tally(fail_under)
    with output.opened(out) as write:
        pairs = tally.counted(entries)
        form = format_ or _by_ending(out)
        if form is Format.TABLE:
            _write_table(pairs, write, to_terminal=out is None)
        else:
            _WRITERS[form](pairs, write)
    if tables := left_out(paths):
        output.warn(told_left_out(len(tables), tables[0]))
    tally.finish()


def _by_ending(out: Path | None) -> Format:
    ending = out.suffix.removeprefix(".").lower() if out else ""
    return Format(ending) if ending in set(Format) else Format.TABLE


class _Tally:
    """Count what passes, for the status and the last word."""

    def __init__(self, fail_under: float | None) -> None:
        self._limit = fail_under
        self._total = 0
        self._below = 0
        self._failures: list[str] = []

    def counted(self, entries: Iterable["Entry"]) -> Iterable[tuple["Entry", "Row"]]:
        from scorer.report.rows import is_below, to_row
        from scorer.types import Failure

        for entry in entries:
            row = to_row(entry)
            self._total += 1
            self._below += is_below(row, self._limit)
            if isinstance(entry.outcome, Failure):
                self._failures.append(entry.outcome.reason)
            yield entry, row

    def finish(self) -> None:
        """Say what went wrong, and end with the status that tells it."""
        if self._failures:
            count = f"{len(self._failures)} of {self._total}"
            output.warn(f"{count} could not be scored: {self._failures[0]}")
        if self._below:
            output.warn(f"{self._below} of {self._total} scored below {self._limit:g}")
        if self._failures or self._below:
            raise typer.Exit(1)


_Pairs = Iterable["tuple[Entry, Row]"]


def _write_table(pairs: _Pairs, write: output.Write, *, to_terminal: bool) -> None:
    from scorer.report import terminal

    rows = [row for _, row in pairs]
    write(
        terminal.rendered(
            lambda console: terminal.scores(rows, console), to_terminal=to_terminal
        )
    )


def _write_csv(pairs: _Pairs, write: output.Write) -> None:
    from scorer.report.rows import csv_header, to_csv

    write(csv_header())
    for _, row in pairs:
        write(to_csv([row]))


def _write_lines(pairs: _Pairs, write: output.Write) -> None:
    from scorer.report.objects import to_line

    for entry, _ in pairs:
        write(to_line(entry))


def _write_json(pairs: _Pairs, write: output.Write) -> None:
    from scorer.report.objects import to_array, to_object

    write(to_array([to_object(entry) for entry, _ in pairs]))


_WRITERS: dict[Format, Callable[[_Pairs, output.Write], None]] = {
    Format.CSV: _write_csv,
    Format.JSONL: _write_lines,
    Format.JSON: _write_json,
}
