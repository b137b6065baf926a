"""Where results go: stdout, or a file that is whole or not there."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from scorer.errors import OutputError

Write = Callable[[str], None]


@contextmanager
def opened(out: Path | None) -> Iterator[Write]:
    """Open the place for results; text goes there as UTF-8, its line ends kept.

    Raises:
        OutputError: The file cannot be written; nothing half-written is left.
    """
    if out is None:
        with _to_stdout() as write:
            yield write
        return
    target = out
    if not out.exists() or out.is_file():
        target = out.with_name(f"{out.name}.{os.getpid()}.unfinished")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as stream:
            yield _writer(stream)
        if target != out:
            target.replace(out)
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be written ({error.strerror or error})"
        ) from error
    finally:
        if target != out:
            with suppress(OSError):
                target.unlink(missing_ok=True)


@contextmanager
def _to_stdout() -> Iterator[Write]:
    sys.stdout.flush()
    yield _writer(sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _writer(stream: BinaryIO) -> Write:
    def write(text: str) -> None:
        stream.write(text.encode("utf-8", "replace"))

    return write


def warn(sentence: str) -> None:
    """Say something beside the results."""
    sys.stderr.write(f"scorer: {sentence}\n")
