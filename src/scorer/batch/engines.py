"""The engines by name; each carries the same chunks and gives the same parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorer.batch import on_dask, on_local, on_spark
from scorer.batch.chunks import Chunk, Part, Task
from scorer.batch.names import EngineName
from scorer.batch.records import with_data


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine and what it is told.

    Attributes:
        jobs: Processes, where the engine starts them itself.
        address: Of a cluster that is there already: Dask's scheduler, Spark's master.
    """

    name: EngineName = EngineName.LOCAL
    jobs: int = 1
    address: str | None = None

    def carry(self, chunks: Iterable[Chunk], task: Task) -> Iterator[Part]:
        """Score chunks; the parts come in the order of the chunks.

        Raises:
            ScorerError: A worker was lost, or the engine is not installed.
        """
        if self.name is EngineName.LOCAL:
            return on_local.carry(chunks, task, self.jobs)
        # A worker elsewhere has not our disk: files are read here.
        whole = (tuple(map(with_data, chunk)) for chunk in chunks)
        if self.name is EngineName.DASK:
            return on_dask.carry(whole, task, self.jobs, self.address)
        return on_spark.carry(whole, task, self.jobs, self.address)
