"""How much CPU time other processes took."""

import resource


def elsewhere() -> float:
    """Return the seconds of CPU of the processes that were started and have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
