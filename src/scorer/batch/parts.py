"""Part files written whole, and the report made of them when all are there.

A part appears under its name only when it is complete and on disk, so that a
run killed at any moment leaves finished parts and nothing else that counts.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, Self

from scorer.batch.chunks import Part
from scorer.errors import OutputError

Fill = Callable[[IO[bytes]], None]

LOCK: Final = "lock"  # among the parts, while a run is at work


def cannot_write(path: Path | str, error: OSError) -> OutputError:
    """Say why a file cannot be written."""
    return OutputError(f"{path}: cannot be written ({error.strerror or error})")


class Parts:
    """The folder beside a report in which its parts wait for each other.

    Args:
        out: The report that they become.
    """

    def __init__(self, out: Path) -> None:
        """Name the folder; nothing is made yet."""
        self.out = out
        self.folder = out.with_name(f"{out.name}.parts")
        self.receipt_path = out.with_name(f"{out.name}.receipt.json")

    def clear(self) -> None:
        """Forget all earlier work; only what keeps other runs off stays."""
        try:
            for path in self.folder.iterdir():
                if path.name != LOCK:
                    path.unlink()
        except FileNotFoundError:
            return
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        with suppress(OSError):  # the lock is in it
            self.folder.rmdir()

    def manifest(self) -> dict[str, Any] | None:
        """Read what the unfinished run was about; None if there is none."""
        return _read(self.folder / "manifest.json")

    def receipt(self) -> dict[str, Any] | None:
        """Read the receipt of the finished report; None if there is none."""
        return _read(self.receipt_path) if self.out.exists() else None

    def start(self, manifest: Mapping[str, Any]) -> Self:
        """Write down what this run is about."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        self._write_json(self.folder / "manifest.json", manifest)
        return self

    def counts(self, number: int) -> dict[str, int] | None:
        """Read what a finished part counted; None if it is not finished."""
        try:
            with self._path(number).open("rb") as stream:
                counts: dict[str, int] = json.loads(stream.readline())["counts"]
        except FileNotFoundError:
            return None
        return counts

    def write(self, number: int, part: Part) -> None:
        """Write a part: one line about it, then its rows, then its spans."""
        head = json.dumps({"counts": part.counts, "rows": len(part.rows)})

        def fill(stream: IO[bytes]) -> None:
            stream.write(f"{head}\n".encode())
            stream.write(part.rows)
            stream.write(part.spans)

        self.write_whole(self._path(number), fill)

    def read(self, number: int) -> bytes | None:
        """Read the rows of one part; None if it is not finished."""
        try:
            with self._path(number).open("rb") as stream:
                return stream.read(json.loads(stream.readline())["rows"])
        except FileNotFoundError:
            return None

    def rows(self, last: int) -> Iterator[bytes]:
        """Read the rows of each part, those numbered 1 to `last`."""
        for number in range(1, last + 1):
            with self._path(number).open("rb") as stream:
                yield stream.read(json.loads(stream.readline())["rows"])

    def spans(self, last: int) -> Iterator[bytes]:
        """Read the spans of each part, those numbered 1 to `last`."""
        for number in range(1, last + 1):
            with self._path(number).open("rb") as stream:
                stream.seek(json.loads(stream.readline())["rows"], os.SEEK_CUR)
                yield stream.read()

    def close(self, receipt: Mapping[str, Any]) -> None:
        """Write the receipt and drop the parts, which are in the report now."""
        self._write_json(self.receipt_path, receipt)
        _sync(self.out.parent)
        self.clear()

    def write_whole(self, path: Path, fill: Fill) -> None:
        """Write a file that is either complete and on disk, or not there.

        Raises:
            OutputError: It cannot be written; the sentence says why.
        """
        # Beside the target, since only there it can be renamed to it; one name
        # for all runs, since a killed run's leaving is then written over.
        unfinished = path.with_name(f"{path.name}.unfinished")
        try:
            with unfinished.open("wb") as stream:
                fill(stream)
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.replace(path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise cannot_write(path, error) from error

    def _write_json(self, path: Path, value: Mapping[str, Any]) -> None:
        text = json.dumps(dict(value), indent=1, ensure_ascii=True) + "\n"
        self.write_whole(path, lambda stream: _put(stream, text.encode()))

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:08}.part"


def _put(stream: IO[bytes], data: bytes) -> None:
    stream.write(data)


def _sync(folder: Path) -> None:
    """See that renamed files keep their names though the power fail."""
    if os.name == "nt":  # which has no way to ask for it
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None
