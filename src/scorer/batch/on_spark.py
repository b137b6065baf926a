"""Chunks carried to the workers of a Spark cluster, by `mapInArrow`."""

import os
import sys
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, Final

from scorer.batch.chunks import Chunk, Part, Task
from scorer.batch.extras import need
from scorer.errors import ScorerError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# Spark runs a job to its end before it hands out rows, so the stream is cut into
# jobs of a few chunks a core; two at a time, so that none waits for the other's tail.
_CHUNKS_A_CORE: Final = 4
_JOBS: Final = 2


def carry(
    chunks: Iterable[Chunk], task: Task, jobs: int, master: str | None
) -> Iterator[Part]:
    """Score chunks on Spark; the parts come in the order of the chunks.

    Args:
        chunks: The work.
        task: What is asked for.
        jobs: Cores to use on this machine, where there is no cluster.
        master: The address of a cluster's master.

    Raises:
        ScorerError: Spark could not be started, or a job failed.
    """
    need("spark", "--engine spark")
    from py4j.protocol import Py4JError  # noqa: PLC0415 - an extra
    from pyspark.errors import PySparkException  # noqa: PLC0415 - an extra

    if master is None:  # the workers are of this Python, not of any that is found
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        spark = _started(master or f"local[{jobs}]")
        try:
            yield from _carry(iter(chunks), task, spark)
        finally:
            spark.stop()
    except (PySparkException, Py4JError) as error:
        first = str(error).strip().split("\n", maxsplit=1)[0][:200]
        raise ScorerError(
            f"Spark failed ({first}); it needs Java 17 or newer and, on every worker, "
            "scorer; the same command goes on where it stopped"
        ) from error


def _started(master: str) -> "SparkSession":
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

    # Only Arrow passes between us and Spark; pandas never does.
    warnings.filterwarnings("ignore", ".*fully support pandas", FutureWarning)
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "1",  # a chunk, which is a row
    }
    builder = SparkSession.builder.master(master).appName("scorer")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _carry(
    chunks: Iterator[Chunk], task: Task, spark: "SparkSession"
) -> Iterator[Part]:
    width = _CHUNKS_A_CORE * spark.sparkContext.defaultParallelism
    running: deque[Future[list[Part]]] = deque()
    try:
        while window := list(islice(chunks, width)):
            done = running.popleft().result() if len(running) == _JOBS else ()
            running.append(_begun(window, task, spark))
            yield from done
        while running:
            yield from running.popleft().result()
    except BaseException:
        spark.sparkContext.cancelAllJobs()  # or stopping would wait for them
        raise


def _begun(
    window: list[Chunk], task: Task, spark: "SparkSession"
) -> "Future[list[Part]]":
    """Start a job in a thread of its own.

    No exit waits for such a thread: one whose job was cancelled may hear of it never.
    """
    future: Future[list[Part]] = Future()

    def work() -> None:
        try:
            future.set_result(_run(window, task, spark))
        except BaseException as error:  # noqa: BLE001 - it is raised where it is awaited
            future.set_exception(error)

    Thread(target=work, daemon=True).start()
    return future


def _run(window: list[Chunk], task: Task, spark: "SparkSession") -> list[Part]:
    """Score a few chunks as one job, a partition each."""
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - an extra

    from scorer.batch import carried  # noqa: PLC0415 - needs pyarrow

    scored = (
        spark.createDataFrame(carried.pack(window))
        .mapInArrow(
            partial(carried.score_packed, task=task), from_arrow_schema(carried.PARTS)
        )
        .toArrow()
    )
    return list(carried.unpack(scored))
