"""What the user names, as a stream of records: files, folders, globs, tables."""

import glob
import sys
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from scorer import files
from scorer.batch.lines import read_lines
from scorer.batch.records import Record
from scorer.batch.sheets import read_sheet
from scorer.errors import InputError


def _read_json_lines(path: Path) -> Iterator[Record]:
    for line in read_lines(path):
        if line.fault:
            yield Record(path=str(path), line=line.number, fault=line.fault)
        elif line.data.strip():
            yield Record(path=str(path), line=line.number, raw=line.data)


_TABLES: Final[dict[str, Callable[[Path], Iterator[Record]]]] = {
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
    ".csv": read_sheet,
    ".tsv": read_sheet,
}


STDIN: Final = "-"


def find_files(names: Iterable[str]) -> Iterator[Path]:
    """Name every file of the inputs: folders opened, globs resolved, order kept.

    Raises:
        InputError: There is nothing under a name.
    """
    for name in names:
        path = Path(name)
        if name == STDIN:
            yield path
        elif path.is_dir():
            yield from _within(path)
        elif path.exists() or not glob.has_magic(name):
            if not path.exists():
                raise InputError(f"{name}: no such file or folder")
            yield path
        else:
            # Path.glob takes no absolute pattern, and a user may give one.
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - see above
            if not matches:
                raise InputError(f"{name}: nothing matches this pattern")
            yield from find_files(matches)


def _within(folder: Path) -> Iterator[Path]:
    found = False
    for path in files.walk(folder):
        found = True
        yield path
    if not found:
        kinds = ", ".join(files.SUFFIXES)
        raise InputError(f"{folder}: no articles in this folder (looked for {kinds})")


def read_records(paths: Iterable[Path]) -> Iterator[Record]:
    """Read the records of files one after another, without keeping them."""
    for path in paths:
        reader = _table_reader(path)
        if str(path) == STDIN:
            yield Record(
                path=STDIN, data=sys.stdin.buffer.read(files.MAX_FILE_BYTES + 1)
            )
        elif reader is None:
            yield Record(path=str(path))
        else:
            yield from reader(path)


def _table_reader(path: Path) -> Callable[[Path], Iterator[Record]] | None:
    name = path.name.lower().removesuffix(".gz")
    return _TABLES.get(Path(name).suffix)


def fingerprint(paths: Iterable[Path]) -> str:
    """Say in a few letters which files these are, and in what state."""
    digest = sha256()
    for path in paths:
        try:
            state = path.stat()
            size, changed = state.st_size, state.st_mtime_ns
        except OSError:
            size, changed = 0, 0
        digest.update(f"{path}\0{size}\0{changed}\n".encode("utf-8", "replace"))
    return digest.hexdigest()[:16]


def count_records(paths: Iterable[Path]) -> int:
    """Count about how many records there are, by their lines where they have some."""
    return sum(
        sum(1 for _ in read_lines(path)) if _table_reader(path) else 1 for path in paths
    )
