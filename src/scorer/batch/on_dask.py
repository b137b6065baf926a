"""Chunks carried to the workers of a Dask cluster, or of one made here."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from scorer.batch.chunks import Chunk, Part, Task, score_chunk
from scorer.batch.extras import need
from scorer.batch.garbage import score_only
from scorer.errors import ScorerError

if TYPE_CHECKING:
    from distributed import Client, Future

_PATIENCE: Final = 10  # seconds until a scheduler must have answered
_AHEAD: Final = 3  # chunks a worker thread has before it, so that none waits for us
_ASKED: Final = 16  # chunks after which a cluster is asked again how large it is
# Without a dashboard nobody sees the profile, for which each worker is interrupted a
# hundred times a second.
_UNWATCHED: Final = {"distributed.worker.profile.enabled": False}


def carry(
    chunks: Iterable[Chunk], task: Task, jobs: int, scheduler: str | None
) -> Iterator[Part]:
    """Score chunks on a cluster; the parts come in the order of the chunks.

    Args:
        chunks: The work.
        task: What is asked for.
        jobs: Workers of a cluster on this machine, where there is no other.
        scheduler: The address of a cluster's scheduler.

    Raises:
        ScorerError: There is no scheduler at the address, or workers were lost.
    """
    distributed = need("dask", "--engine dask")
    # The workers of a cluster that was there may do other work too.
    work = score_chunk if scheduler else score_only
    with _connected(jobs, scheduler) as client:
        waiting: deque[Future] = deque()
        try:
            for number, chunk in enumerate(chunks):
                if number % _ASKED == 0:  # each time costs a message there and back
                    most = _AHEAD * max(1, sum(client.nthreads().values()))
                waiting.append(client.submit(work, chunk, task, pure=False))
                while len(waiting) >= most:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except (distributed.KilledWorker, OSError) as error:
            raise ScorerError(
                f"the Dask cluster lost its workers ({type(error).__name__}); the same "
                "command goes on where it stopped"
            ) from error


def _connected(jobs: int, scheduler: str | None) -> "Client":
    from dask import config  # noqa: PLC0415 - an extra
    from distributed import Client  # noqa: PLC0415 - an extra

    if scheduler is None:  # it then makes a cluster, and closes it at the end
        with config.set(_UNWATCHED):
            return Client(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
    try:
        return Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise ScorerError(
            f"{scheduler}: no Dask scheduler answers there ({error})"
        ) from error
