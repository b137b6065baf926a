"""What a process and those it started hold in memory together (Linux only)."""

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_PAGE_KB = 4


class Peak:
    """The most that a family of processes held together, looked at ten times a second.

    What each held at its own most cannot be added: these are different moments, and a
    process that was forked is charged with what its parent held.
    """

    def __init__(self, pid: int) -> None:
        self.kilobytes = 0
        self._pid = pid
        self._done = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        self._watch.join()

    def _look(self) -> None:
        while True:
            held = sum(map(resident, family(self._pid)))
            self.kilobytes = max(self.kilobytes, held)
            if self._done.wait(0.1):
                return


def family(pid: int) -> list[int]:
    """Name a process and all that it started."""
    found = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            started = children.read_text().split()
        except OSError:
            continue
        for child in started:
            found += family(int(child))
    return found


def resident(pid: int) -> int:
    """Return the kilobytes that a process holds; 0 once it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE_KB
    except (OSError, IndexError):
        return 0
