"""One run at a time for a report: two would write over each other's parts."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os.path import samestat
from pathlib import Path
from typing import IO

from scorer.batch.parts import LOCK, Parts, cannot_write
from scorer.errors import OutputError


@contextmanager
def alone(parts: Parts) -> Iterator[None]:
    """Keep other runs off a report until this one ends, however it ends.

    The system holds the lock, on a file among the parts: one that a killed run leaves
    keeps nobody off, and goes when the parts go.

    Raises:
        OutputError: Another run is at work on it, or nothing can be written there.
    """
    if sys.platform == "win32":  # where nothing that is open can be replaced
        yield
        return
    path = parts.folder / LOCK
    try:
        stream = _taken(path)
    except OSError as error:
        raise cannot_write(parts.out, error) from error
    if stream is None:
        raise OutputError(
            f"{parts.out}: another run is writing it; "
            "wait until it has ended, or name another report"
        )
    with stream:
        try:
            yield
        finally:
            path.unlink(missing_ok=True)
            with suppress(OSError):  # parts are left for the next run
                parts.folder.rmdir()


def _taken(path: Path) -> IO[bytes] | None:
    """Take the lock; None if another run has it."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            stream = path.open("ab")
        except FileNotFoundError:  # a run that ends has just removed the folder
            continue
        if not _locked(stream):
            stream.close()
            return None
        if _is_there(stream, path):
            return stream
        stream.close()  # a run that ended has removed it since it was opened


def _is_there(stream: IO[bytes], path: Path) -> bool:
    try:
        return samestat(os.fstat(stream.fileno()), path.stat())
    except OSError:
        return False


def _locked(stream: IO[bytes]) -> bool:
    """Take a lock that ends with this process, also where it is killed."""
    import fcntl  # noqa: PLC0415 - not everywhere

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no locks: it must do without
        return True
    return True
