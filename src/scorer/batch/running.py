"""A batch from inputs to a report: chunks, parts, receipt."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

from scorer.batch.columns import DEFAULT_COLUMNS, Columns
from scorer.batch.engine import Task, carry
from scorer.batch.inputs import find_files, fingerprint, read_records
from scorer.batch.judging import load_judge
from scorer.batch.parts import Parts
from scorer.batch.records import Record
from scorer.configuration.chosen import Configuration
from scorer.errors import OutputError
from scorer.report.rows import csv_header

# A part is about a second's work, so that a kill loses little; and bounded in
# bytes, so that memory is too.
PART_ROWS: Final = 256
PART_BYTES: Final = 4_000_000

Progress = Callable[[Counter[str]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a batch is asked to do.

    Attributes:
        fail_under: Rows that score lower are counted as `below`.
        fresh: Forget what an earlier run left.
    """

    inputs: tuple[str, ...]
    out: Path
    columns: Columns = DEFAULT_COLUMNS
    model: str | None = None
    jobs: int = 1
    fail_under: float | None = None
    fresh: bool = False
    configuration: Configuration | None = None

    @property
    def task(self) -> Task:
        """What a worker needs to know."""
        return Task(self.model, self.columns, self.fail_under, self.configuration)


def run(options: Options, progress: Progress = lambda _: None) -> dict[str, Any]:
    """Score all inputs into one report, going on where an earlier run stopped.

    Returns:
        The receipt: what was asked, and how many rows of each kind there are.

    Raises:
        InputError: An input is not there.
        OutputError: The report cannot be written, or an unfinished one was made
            of something else.
    """
    manifest = _manifest(options)
    parts = Parts(options.out)
    if not options.fresh and (receipt := _finished(parts, manifest)):
        parts.clear()
        return receipt
    _prepare(parts, manifest, fresh=options.fresh)
    chunks = _chunks(read_records(find_files(options.inputs)))
    counts: Counter[str] = Counter()
    done, chunks = _skip_finished(chunks, parts, counts)
    progress(counts)
    for counted, rows in carry(chunks, options.task, options.jobs):
        done += 1
        parts.write(done, counted, rows)
        counts.update(counted)
        progress(counts)
    parts.join(csv_header(), done)
    size = options.out.stat().st_size
    receipt = {**manifest, "counts": dict(sorted(counts.items())), "bytes": size}
    parts.close(receipt)
    return receipt


def _manifest(options: Options) -> dict[str, Any]:
    """Write down all that the rows depend on."""
    changed = options.configuration
    judge = load_judge(options.model, changed)
    return {
        "input": fingerprint(find_files(options.inputs)),
        "columns": [[part, list(names)] for part, names in options.columns.names],
        "fail_under": options.fail_under,
        "model": judge.model_digest,
        "configuration": changed.told() if changed else None,
        "features": judge.features_digest,
        "part_rows": PART_ROWS,
    }


def _finished(parts: Parts, manifest: dict[str, Any]) -> dict[str, Any] | None:
    """Return the receipt if the report is already what is asked for."""
    receipt = parts.receipt()
    if receipt is None or parts.out.stat().st_size != receipt.get("bytes"):
        return None
    return None if _changes(receipt, manifest) else {**receipt, "already": True}


def _prepare(parts: Parts, manifest: dict[str, Any], *, fresh: bool) -> None:
    if parts.out.exists() and not parts.out.is_file():
        raise OutputError(f"{parts.out}: not a file that a report can be written to")
    if fresh:
        parts.clear()
    earlier = parts.manifest()
    if earlier is not None and (changed := _changes(earlier, manifest)):
        raise OutputError(
            f"{parts.out}: an unfinished run was made with another {changed}; "
            "--fresh starts over"
        )
    parts.start(manifest)


def _changes(earlier: dict[str, Any], manifest: dict[str, Any]) -> str:
    changed = [name for name, value in manifest.items() if earlier.get(name) != value]
    return ", ".join(changed).replace("_", " ")


def _chunks(records: Iterable[Record]) -> Iterator[tuple[Record, ...]]:
    chunk: list[Record] = []
    size = 0
    for record in records:
        chunk.append(record)
        size += record.size
        if len(chunk) == PART_ROWS or size >= PART_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _skip_finished(
    chunks: Iterator[tuple[Record, ...]], parts: Parts, counts: Counter[str]
) -> tuple[int, Iterator[tuple[Record, ...]]]:
    """Pass over the parts that are there; they are always the first ones."""
    done = 0
    for chunk in chunks:
        counted = parts.counts(done + 1)
        if counted is None:
            return done, chain([chunk], chunks)
        counts.update(counted)
        done += 1
    return done, iter(())
