"""How many processes to work in, where the user does not say."""

from typing import Final

WORTH: Final = 200  # articles from which on it is worth starting other processes


def processes(jobs: int | None, articles: int) -> int:
    """Return how many processes to work in: as many as cores, where it is worth it."""
    if jobs is not None:
        return jobs
    if articles < WORTH:
        return 1
    # Imported here: joblib costs a tenth of a second.
    from joblib import cpu_count

    count: int = cpu_count()
    return count
