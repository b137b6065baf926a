"""What the user names, as a stream of records: files, folders, globs, tables."""

import glob
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scorer import files
from scorer.batch.archives import read_archive
from scorer.batch.columns import DEFAULT_COLUMNS, Columns
from scorer.batch.extras import need
from scorer.batch.lines import read_lines
from scorer.batch.packed import check_packing, unpacked_suffix
from scorer.batch.parquets import count_rows, read_parquet
from scorer.batch.piped import STDIN, read_piped, records_of
from scorer.batch.records import Record
from scorer.batch.sheets import read_sheet
from scorer.errors import InputError


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file with many records in it.

    Attributes:
        count: About how many there are; None where only reading tells.
        extra: The extra without which it cannot be read.
    """

    read: Callable[[Path, Columns], Iterator[Record]]
    count: Callable[[Path], int] | None
    extra: str | None = None


def _read_json_lines(path: Path, _: Columns) -> Iterator[Record]:
    return records_of(read_lines(path), str(path))


def _read_sheet(path: Path, _: Columns) -> Iterator[Record]:
    return read_sheet(path)


def _count_lines(path: Path) -> int:
    return sum(1 for _ in read_lines(path))


_LINES: Final = Kind(_read_json_lines, _count_lines)
_SHEET: Final = Kind(_read_sheet, _count_lines)
_PARQUET: Final = Kind(read_parquet, count_rows, "parquet")
_ARCHIVE: Final = Kind(read_archive, None, "warc")
KINDS: Final[dict[str, Kind]] = {
    ".jsonl": _LINES,
    ".ndjson": _LINES,
    ".csv": _SHEET,
    ".tsv": _SHEET,
    ".parquet": _PARQUET,
    ".warc": _ARCHIVE,
    ".wet": _ARCHIVE,
}
# As they may lie in a folder; that .gz may follow is known there.
_TABLES: Final = (*KINDS, *(f"{suffix}.zst" for suffix in KINDS))


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
        tables = left_out([str(folder)])
        more = f"; {told_left_out(len(tables), tables[0])}" if tables else ""
        raise InputError(
            f"{folder}: no articles in this folder (looked for {kinds}){more}"
        )


def left_out(names: Iterable[str]) -> list[Path]:
    """Find the tables and archives in folders, which are read only where named.

    A folder of articles often holds a list of them, or an earlier report, whose rows
    are no articles of their own.
    """
    folders = [name for name in names if name != STDIN and Path(name).is_dir()]
    return [path for path in files.walk(*folders, suffixes=_TABLES) if _kind(path)]


def told_left_out(number: int, first: str | Path) -> str:
    """Say how many tables were left out, and one of them."""
    if number == 1:
        return f"the table {first} was left out; name it to read it"
    return (
        f"{number:,} tables in folders were left out (the first is {first}); "
        "name them, or a pattern of them, to read them"
    )


def check_kind(path: Path) -> None:
    """See that a file of this name can be read here.

    Raises:
        ScorerError: A library for it is not installed.
    """
    check_packing(path)
    kind = _kind(path)
    if kind is not None and kind.extra is not None:
        need(kind.extra, f"{path}: reading {kind.extra.title()}")


def read_records(
    paths: Iterable[Path], columns: Columns = DEFAULT_COLUMNS
) -> Iterator[Record]:
    """Read the records of files one after another, without keeping them."""
    for path in paths:
        kind = _kind(path)
        if str(path) == STDIN:
            yield from read_piped(sys.stdin.buffer)
        elif kind is None:
            yield Record(path=str(path))
        else:
            yield from kind.read(path, columns)


def count_records(paths: Iterable[Path]) -> int | None:
    """Count about how many records there are; None where only reading tells."""
    total = 0
    for path in paths:
        kind = _kind(path)
        if str(path) == STDIN:
            return None
        if kind is None:
            total += 1
        elif kind.count is None:
            return None
        else:
            total += kind.count(path)
    return total


def _kind(path: Path) -> Kind | None:
    return KINDS.get(unpacked_suffix(path))
