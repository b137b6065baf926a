"""Score many documents, in one process or in several."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from scorer.configuration.chosen import Configuration
from scorer.document import Document
from scorer.scoring import configured, shipped
from scorer.types import Failure, Outcome

_CHUNK = 16  # documents sent to a worker at once: 80 ms of work


def score_many(
    documents: Iterable[Document | Failure],
    jobs: int | None = None,
    config: Configuration | str | Path | None = None,
) -> Iterator[Outcome]:
    """Yield a score or a failure for each document, in their order.

    Nothing that a document contains makes this raise or lose one.

    Args:
        documents: Documents; a failure of an earlier stage passes through.
        jobs: Processes to score in; one unless told otherwise.
        config: What to change about the detectors, or a TOML file that says so.

    Raises:
        ConfigurationError: The file cannot be read, or says something unknown.
    """
    changed = configured(config)
    if jobs is None or jobs == 1:
        yield from map(shipped(changed).outcome, documents)
        return
    # Imported here: joblib costs 100 ms, which one process need not pay.
    from joblib import Parallel, delayed  # noqa: PLC0415

    work = (delayed(score_chunk)(chunk, changed) for chunk in _chunks(documents))
    for outcomes in Parallel(n_jobs=jobs, return_as="generator")(work):
        yield from outcomes


def score_chunk(
    documents: list[Document | Failure], configuration: Configuration | None = None
) -> list[Outcome]:
    """Score a few documents; the model is loaded once per process."""
    return [shipped(configuration).outcome(document) for document in documents]


def _chunks(
    documents: Iterable[Document | Failure],
) -> Iterator[list[Document | Failure]]:
    left = iter(documents)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk
