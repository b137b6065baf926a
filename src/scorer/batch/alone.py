"""One run at a time for a report: two would write over each other's parts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from scorer.batch.parts import cannot_write
from scorer.errors import OutputError


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Keep other runs off a report until this one ends, however it ends.

    Raises:
        OutputError: Another run is at work on it, or nothing can be written there.
    """
    if sys.platform == "win32":  # where nothing that is open can be replaced
        yield
        return
    path = out.with_name(f"{out.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("ab")
    except OSError as error:
        raise cannot_write(out, error) from error
    with stream:
        if not _locked(stream):
            raise OutputError(
                f"{out}: another batch is writing it; "
                "wait until it has ended, or name another report"
            )
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


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
