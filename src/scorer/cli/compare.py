"""`scorer compare`: which articles tell one story, and what stands behind it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scorer.cli import output
from scorer.cli.choices import Out, example
from scorer.cli.processes import processes
from scorer.cli.progress import following

if TYPE_CHECKING:
    from scorer.batch.comparing import Compared
    from scorer.batch.records import Record
    from scorer.report.rows import Cell

Cells = Mapping[str, "Cell"]


class Form(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


EPILOG = example("scorer compare data/articles")
_NAMED = 3  # failures that are told one by one


def command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Articles: files, folders, .jsonl, .csv, patterns."
        ),
    ],
    form: Annotated[
        Form,
        typer.Option(
            "--format", help="csv scores the articles too, with columns on stories."
        ),
    ] = Form.TEXT,
    out: Out = None,
    admiralty: Annotated[
        bool,
        typer.Option(
            "--admiralty",
            help="Grade the information of each article 1 to 6, and its source A to F.",
        ),
    ] = False,
    reliability: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.csv",
            help="Your list of outlets and letters A to F; without it all are F.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Processes to work in; for many articles as many as cores.",
        ),
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Start over; forget an unfinished run.")
    ] = False,
) -> None:
    """Group articles into stories and say how many independent origins each has.

    Copied text, shared primary sources and named relays are shown apart, with the
    passages that show them. The status is 1 if some articles could not be read. With
    --out, a comparison of many articles that was stopped goes on where it stopped.
    """
    from scorer.batch.comparing import compare_records
    from scorer.batch.inputs import find_files, read_records
    from scorer.batch.kept import keeping

    graded = _letters(reliability) if admiralty or reliability else None
    records = list(read_records(list(find_files(paths))))
    jobs = processes(jobs, len(records))
    with keeping(paths, len(records), out, fresh=fresh) as kept:
        compared = compare_records(records, jobs=jobs, follow=following, kept=kept)
        with output.opened(out) as write:
            for text in _written(compared, form, records, graded, jobs):
                write(text)
    for failed in compared.failures[:_NAMED]:
        output.warn(f"not compared: {failed.reason}")
    if compared.failures:
        output.warn(f"{len(compared.failures)} of {len(records)} could not be read")
        raise typer.Exit(1)


def _written(
    compared: "Compared",
    form: Form,
    records: Sequence["Record"],
    graded: Mapping[str, str] | None,
    jobs: int,
) -> Iterator[str]:
    if form is Form.CSV:
        rows = _rows(compared, records, graded, jobs)
        yield from _sheet(rows, graded is not None)
        return
    if graded is not None:
        _grade(compared, _rows(compared, records, graded, jobs))
    yield _text(compared) if form is Form.TEXT else _json(compared)


def _letters(path: Path | None) -> Mapping[str, str]:
    from scorer.stories.admiralty import read_reliabilities

    return {} if path is None else read_reliabilities(path)


def _rows(
    compared: "Compared",
    records: Sequence["Record"],
    letters: Mapping[str, str] | None,
    jobs: int,
) -> Iterator[Cells]:
    """Score the articles and put what is known of their stories beside it."""
    from scorer.batch.pages import Press, press

    scored = press(records, Press(pages=False), jobs)
    done = errors = 0
    with following(lambda: len(records), "articles scored") as show:
        for (cells, _), story in zip(scored, compared.cells, strict=True):
            row = {**cells, **story}
            yield row if letters is None else {**row, **_grades(row, letters)}
            done += 1
            errors += row["status"] == "error"
            show({"rows": done, "error": errors})


def _grades(row: Cells, letters: Mapping[str, str]) -> dict[str, "Cell"]:
    from scorer.stories import admiralty

    quality, origins = row["evidential_quality"], row.get("origins_independent")
    outlet = row["outlet"]
    return {
        "information_credibility": admiralty.credibility(
            quality if isinstance(quality, float | int) else None,
            origins if isinstance(origins, int) else None,
        ),
        "source_reliability": admiralty.reliability(
            outlet if isinstance(outlet, str) else None, letters
        ),
    }


def _sheet(rows: Iterable[Cells], admiralty: bool) -> Iterator[str]:
    import csv
    import io

    from scorer.report.rows import COLUMNS, safe_cell
    from scorer.stories import admiralty as code
    from scorer.stories import objects

    columns = (*COLUMNS, *objects.COLUMNS, *(code.COLUMNS if admiralty else ()))
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(row.get(name)) for name in columns])
        yield sheet.getvalue()
        sheet.seek(0)
        sheet.truncate()
    yield sheet.getvalue()


def _grade(compared: "Compared", rows: Iterable[Cells]) -> None:
    """Write the two grades of each article into its story."""
    from scorer.stories.admiralty import COLUMNS

    grades = [{name: row[name] for name in COLUMNS} for row in rows]
    for story, members in zip(compared.stories, compared.members, strict=True):
        for article, number in zip(story["articles"], members, strict=True):
            article.update(grades[number])


def _text(compared: "Compared") -> str:
    from scorer.stories.terminal import to_text

    return to_text(compared.stories, compared.notes)


def _json(compared: "Compared") -> str:
    whole = {
        "stories": compared.stories,
        "notes": compared.notes,
        "failures": [failed._asdict() for failed in compared.failures],
    }
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
