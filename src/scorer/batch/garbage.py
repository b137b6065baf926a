"""What a process that only scores may do about the collecting of unused objects."""

import gc
from functools import cache
from typing import Final

from scorer.batch.chunks import Chunk, Part, Task, score_chunk

_NEW_OBJECTS: Final = 10_000  # that may come before unused ones are looked for


@cache
def set_aside() -> None:
    """Leave the model and the tables alone where unused objects are looked for.

    They stay for good and are most of what there is, so that looking through them
    again and again would cost time for nothing. Called when they were loaded.
    """
    gc.collect(1)  # what is new; to go through the tables, too, would free nothing
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])


def score_only(chunk: Chunk, task: Task) -> Part:
    """Score a chunk in a process that does nothing else."""
    part = score_chunk(chunk, task)
    set_aside()
    return part
