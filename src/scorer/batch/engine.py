"""Carry chunks of records to workers and rows back, in order."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from scorer.batch.columns import Columns
from scorer.batch.judging import load_judge
from scorer.batch.records import Record, score_records
from scorer.configuration.chosen import Configuration
from scorer.errors import ScorerError
from scorer.report.rows import ERROR, Entry, Row, is_below, to_csv, to_row

ERRORS: Final = "error: "  # begins the name under which a cause is counted
_PLACE = re.compile(r"^\W*(?:line \d+\W*)?")


class Task(NamedTuple):
    """What a worker needs to know of the batch: small, and sent with each chunk."""

    model: str | None
    columns: Columns
    fail_under: float | None
    configuration: Configuration | None = None


class Part(NamedTuple):
    """The rows of one chunk as CSV, and how many there are of each kind."""

    counts: dict[str, int]
    rows: str


def score_chunk(chunk: tuple[Record, ...], task: Task) -> Part:
    """Score one chunk; this is what runs in a worker."""
    counts: Counter[str] = Counter()
    rows: list[Row] = []
    judge = load_judge(task.model, task.configuration)
    for entry in score_records(chunk, judge, task.columns):
        row = to_row(entry)
        rows.append(row)
        counts.update(_kinds(entry, row, task.fail_under))
    return Part(dict(counts), to_csv(rows))


def carry(
    chunks: Iterable[tuple[Record, ...]], task: Task, jobs: int
) -> Iterator[Part]:
    """Score chunks in this process or in `jobs` others; order is kept.

    Raises:
        ScorerError: A worker was killed from outside.
    """
    if jobs == 1:
        return (score_chunk(chunk, task) for chunk in chunks)
    return _in_processes(chunks, task, jobs)


def _in_processes(
    chunks: Iterable[tuple[Record, ...]], task: Task, jobs: int
) -> Iterator[Part]:
    # Imported here: joblib costs a tenth of a second, which one process need not pay.
    from joblib import Parallel, delayed  # noqa: PLC0415
    from joblib.externals.loky import get_reusable_executor  # noqa: PLC0415
    from joblib.externals.loky.process_executor import (  # noqa: PLC0415
        TerminatedWorkerError,
    )

    # What an interrupted run leaves behind is cleaned up without a word about it.
    os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker")
    pool = Parallel(
        n_jobs=jobs,
        return_as="generator",
        batch_size=1,
        pre_dispatch="2*n_jobs",
        max_nbytes=None,
    )
    try:
        yield from pool(delayed(score_chunk)(chunk, task) for chunk in chunks)
    except TerminatedWorkerError as error:
        raise ScorerError(
            "a worker was killed, perhaps for lack of memory; the same command "
            "goes on where it stopped, --jobs 1 needs the least memory"
        ) from error
    except BaseException:
        get_reusable_executor().shutdown(wait=True, kill_workers=True)
        raise


def _kinds(entry: Entry, row: Row, fail_under: float | None) -> Iterator[str]:
    yield "rows"
    yield str(row["status"])
    if row["status"] == ERROR:
        yield f"{ERRORS}{_cause(entry.path, str(row['reason']))}"
    if is_below(row, fail_under):
        yield "below"


def _cause(path: str, reason: str) -> str:
    """Say why without saying where, so that like causes are counted together."""
    _, _, cause = reason.replace(path, "").partition(": ")
    return _PLACE.sub("", cause).split(" (", maxsplit=1)[0][:80]
