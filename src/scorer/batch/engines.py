"""The engines by name; each carries the same chunks and gives the same parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from scorer.batch import on_local
from scorer.batch.chunks import Chunk, Part, Task


class Name(StrEnum):
    """What carries a batch."""

    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine and what it is told.

    Attributes:
        jobs: Processes, where the engine starts them itself.
    """

    name: Name = Name.LOCAL
    jobs: int = 1

    def carry(self, chunks: Iterable[Chunk], task: Task) -> Iterator[Part]:
        """Score chunks; the parts come in the order of the chunks.

        Raises:
            ScorerError: A worker was lost, or the engine is not installed.
        """
        return on_local.carry(chunks, task, self.jobs)
