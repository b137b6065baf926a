"""Part files written whole, and the report made of them when all are there.

A part appears under its name only when it is complete and on disk, so that a
run killed at any moment leaves finished parts and nothing else that counts.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from scorer.errors import OutputError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is either complete or not there.

    Raises:
        OutputError: It cannot be written; the sentence says why.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise cannot_write(path, error) from error


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
        """Forget all earlier work."""
        try:
            shutil.rmtree(self.folder, ignore_errors=False)
        except FileNotFoundError:
            return
        except OSError as error:
            raise cannot_write(self.folder, error) from error

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
        write_whole(self.folder / "manifest.json", _json(manifest))
        return self

    def counts(self, number: int) -> dict[str, int] | None:
        """Read what a finished part counted; None if it is not finished."""
        try:
            with self._path(number).open("rb") as stream:
                counts: dict[str, int] = json.loads(stream.readline())
        except FileNotFoundError:
            return None
        return counts

    def write(self, number: int, counts: Mapping[str, int], rows: str) -> None:
        """Write a part: one line of counts, then its rows."""
        head = json.dumps(dict(counts), ensure_ascii=True)
        write_whole(self._path(number), f"{head}\n{rows}".encode())

    def join(self, header: str, last: int) -> None:
        """Make the report of its parts, those numbered 1 to `last`."""
        unfinished = self.folder / "report.unfinished"
        try:
            with unfinished.open("wb") as stream:
                stream.write(header.encode())
                for number in range(1, last + 1):
                    for block in self._rows(number):
                        stream.write(block)
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.replace(self.out)
        except OSError as error:
            raise cannot_write(self.out, error) from error

    def close(self, receipt: Mapping[str, Any]) -> None:
        """Write the receipt and drop the parts, which are in the report now."""
        write_whole(self.receipt_path, _json(receipt))
        self.clear()

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:08}.part"

    def _rows(self, number: int) -> Iterator[bytes]:
        with self._path(number).open("rb") as stream:
            stream.readline()
            while block := stream.read(1 << 20):
                yield block


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(dict(value), indent=1, ensure_ascii=True) + "\n").encode()


def _read(path: Path) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None
