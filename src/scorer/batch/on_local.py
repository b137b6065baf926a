"""Chunks carried to processes of this machine, by joblib."""

import gc
import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from scorer.batch.chunks import Chunk, Part, Task
from scorer.batch.garbage import score_only, set_aside
from scorer.errors import ScorerError

Item = TypeVar("Item")
Made = TypeVar("Made")


def carry(chunks: Iterable[Chunk], task: Task, jobs: int) -> Iterator[Part]:
    """Score chunks in this process or in `jobs` others; order is kept.

    Raises:
        ScorerError: A worker was killed from outside.
    """
    if jobs == 1:
        return _here(chunks, task)
    return in_processes(partial(score_only, task=task), chunks, jobs)


def _here(chunks: Iterable[Chunk], task: Task) -> Iterator[Part]:
    before = gc.get_threshold()
    try:
        for chunk in chunks:
            yield score_only(chunk, task)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
        set_aside.cache_clear()


def in_processes(
    work: Callable[[Item], Made], items: Iterable[Item], jobs: int
) -> Iterator[Made]:
    """Do the same work on each item in `jobs` other processes; order is kept.

    Raises:
        ScorerError: A worker was killed from outside.
    """
    # Imported here: joblib costs a tenth of a second, which one process need not pay.
    from joblib import Parallel, delayed  # noqa: PLC0415
    from joblib.externals.loky import get_reusable_executor  # noqa: PLC0415
    from joblib.externals.loky.process_executor import (  # noqa: PLC0415
        TerminatedWorkerError,
    )

    # What an interrupted run leaves behind is cleaned up without a word about it.
    os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker")
    warnings.filterwarnings(
        "ignore", r"(?s).*\d tasks (have been|which were)", UserWarning
    )
    pool = Parallel(
        n_jobs=jobs,
        return_as="generator",
        batch_size=1,
        pre_dispatch="2*n_jobs",
        max_nbytes=None,
    )
    try:
        yield from pool(delayed(work)(item) for item in items)
    except TerminatedWorkerError as error:
        raise ScorerError(
            "a worker was killed, perhaps for lack of memory; the same command "
            "goes on where it stopped if it writes a file, and --jobs 1 needs the "
            "least memory"
        ) from error
    except BaseException:
        get_reusable_executor().shutdown(wait=True, kill_workers=True)
        raise
