"""A batch from inputs to a report: chunks, parts, receipt."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from os.path import samestat
from pathlib import Path
from typing import Final

from scorer.batch import tally
from scorer.batch.alone import alone
from scorer.batch.chunks import Chunk, Task, split
from scorer.batch.columns import DEFAULT_COLUMNS, Columns
from scorer.batch.engines import Engine
from scorer.batch.inputs import check_kind, find_files, left_out, read_records
from scorer.batch.manifest import Manifest, changes, describe
from scorer.batch.outputs import form_of, write_report, write_spans
from scorer.batch.parts import Parts
from scorer.batch.piped import STDIN
from scorer.batch.receipt import Receipt, is_of, to_receipt
from scorer.configuration.chosen import Configuration
from scorer.errors import OutputError

Progress = Callable[[Counter[str]], None]

_NAMED: Final = 10  # files in a receipt, which is read by people


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a batch is asked to do.

    Attributes:
        spans: Where the findings are written, if they are wanted.
        fail_under: Rows that score lower are counted as `below`.
        fresh: Forget what an earlier run left.
    """

    inputs: tuple[str, ...]
    out: Path
    spans: Path | None = None
    columns: Columns = DEFAULT_COLUMNS
    model: str | None = None
    engine: Engine = field(default_factory=Engine)
    fail_under: float | None = None
    fresh: bool = False
    configuration: Configuration | None = None

    @property
    def task(self) -> Task:
        """What a worker needs to know.

        Raises:
            OutputError: The report's name says no form that it could have.
        """
        return Task(
            self.model,
            self.columns,
            self.fail_under,
            form_of(self.out),
            spans=self.spans is not None,
            configuration=self.configuration,
        )


def run(options: Options, progress: Progress = lambda _: None) -> Receipt:
    """Score all inputs into one report, going on where an earlier run stopped.

    Returns:
        The receipt: what was asked, and how many rows of each kind there are;
        `already` in it if the report was there before.

    Raises:
        InputError: An input is not there.
        OutputError: The report cannot be written, or an unfinished one was made
            of something else.
        ScorerError: An engine or a library is missing, or a worker was lost.
    """
    task = options.task
    manifest = describe(_checked(options), task)
    if options.out.exists() and not options.out.is_file():
        raise OutputError(f"{options.out}: not a file that a report can be written to")
    parts = Parts(options.out)
    with alone(parts):
        return _run(options, task, manifest, parts, progress)


def _run(
    options: Options,
    task: Task,
    manifest: Manifest,
    parts: Parts,
    progress: Progress,
) -> Receipt:
    # What is piped in cannot be known again, so nothing made of it is gone on with.
    fresh = options.fresh or STDIN in options.inputs
    earlier = None if fresh else parts.receipt()
    if earlier and is_of(earlier, manifest, options.out, options.spans):
        parts.clear()
        return {**earlier, "already": True}
    prepare(parts, manifest, fresh=fresh)
    counts: Counter[str] = Counter()
    last = _score(options, task, parts, counts, progress)
    if options.spans is not None:
        write_spans(parts, options.spans, last)
    write_report(parts, task.form, last)
    receipt = to_receipt(manifest, counts, options.out, options.spans)
    receipt["left_out"] = _left_out(options)
    parts.close(receipt)
    return receipt


def _left_out(options: Options) -> dict[str, object]:
    """Name the tables within folders, a few of them, but for what was written here."""
    written = {path.absolute() for path in (options.out, options.spans) if path}
    found = [p for p in left_out(options.inputs) if p.absolute() not in written]
    return {"files": len(found), "names": [str(path) for path in found[:_NAMED]]}


def _checked(options: Options) -> Iterator[Path]:
    """Name the inputs; none may be written over by what is made of them."""
    outputs = [path for path in (options.out, options.spans) if path is not None]
    if len({path.absolute() for path in outputs}) < len(outputs):
        raise OutputError(f"{options.out}: cannot hold both the report and the spans")
    there = [path.stat() for path in outputs if path.exists()]
    for path in find_files(options.inputs):
        check_kind(path)
        if there and path.exists() and any(samestat(path.stat(), o) for o in there):
            raise OutputError(
                f"{path}: is an input, and would be written over; name another output"
            )
        yield path


def _score(
    options: Options,
    task: Task,
    parts: Parts,
    counts: Counter[str],
    progress: Progress,
) -> int:
    """Write a part for each chunk that has none; return the number of the last."""
    records = read_records(find_files(options.inputs), options.columns)
    done, chunks = _skip_finished(split(records), parts, counts)
    progress(counts)
    for part in options.engine.carry(chunks, task):
        done += 1
        parts.write(done, part)
        tally.add(counts, part.counts)
        progress(counts)
    return done


def prepare(parts: Parts, manifest: Manifest, *, fresh: bool) -> None:
    """Start a run, or go on with one that was made of the same.

    Raises:
        OutputError: An unfinished run is there that was made of something else.
    """
    if fresh:
        parts.clear()
    earlier = parts.manifest()
    if earlier is not None and (changed := changes(earlier, manifest)):
        raise OutputError(
            f"{parts.out}: an unfinished run is here, but {changed}; "
            "change that back to go on with it, or start over with --fresh"
        )
    parts.start(manifest)


def _skip_finished(
    chunks: Iterator[Chunk], parts: Parts, counts: Counter[str]
) -> tuple[int, Iterator[Chunk]]:
    """Pass over the parts that are there; they are always the first ones."""
    done = 0
    for chunk in chunks:
        counted = parts.counts(done + 1)
        if counted is None:
            return done, chain([chunk], chunks)
        tally.add(counts, counted)
        done += 1
    return done, iter(())
