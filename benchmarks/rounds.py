"""Time work by its quickest round: what slows the others is not its own."""

import time
from collections.abc import Callable, Sequence


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the seconds of processor time of the quickest round."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def best_of_each(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Return the same of several works, done in turn, so that all see one machine."""
    times = [[best(work, 1) for work in works] for _ in range(rounds)]
    return [min(column) for column in zip(*times, strict=True)]
