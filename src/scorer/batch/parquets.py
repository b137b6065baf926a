"""Rows of a Parquet file, read in pieces; only the columns that are looked for."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scorer.batch.cells import to_record
from scorer.batch.columns import Columns
from scorer.batch.extras import need
from scorer.batch.records import Record

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS: Final = 256  # at most so many are unpacked at once
_BYTES: Final = 4_000_000  # and about so many bytes, as far as can be foreseen
_BUFFER: Final = 1 << 20


def read_parquet(path: Path, columns: Columns) -> Iterator[Record]:
    """Read a Parquet file's rows; every row that is damaged says so."""
    arrow = need("parquet", f"{path}: reading Parquet")
    try:
        with _opened(path) as file:
            yield from _read_groups(file, path, columns)
    except (OSError, arrow.ArrowException) as error:
        yield _fault(path, 1, f"no Parquet file, or one cut short ({_first(error)})")


def _read_groups(file: "ParquetFile", path: Path, columns: Columns) -> Iterator[Record]:
    """Read the groups of rows one after another, since each may be damaged alone."""
    arrow = need("parquet", f"{path}: reading Parquet")
    names = columns.among(file.schema_arrow.names)
    number = 0
    end = 0
    for group in range(file.num_row_groups):
        end += file.metadata.row_group(group).num_rows
        try:
            for row in _read_group(file, group, names):
                number += 1
                yield to_record(str(path), number, row)
        except (OSError, arrow.ArrowException) as error:
            fault = f"in a damaged part of the file ({_first(error)})"
            for missed in range(number + 1, end + 1):
                yield _fault(path, missed, fault)
            number = end


def _read_group(
    file: "ParquetFile", group: int, names: list[str]
) -> Iterator[Mapping[str, object]]:
    metadata = file.metadata.row_group(group)
    wide = max(metadata.total_byte_size / max(metadata.num_rows, 1), 1)
    size = max(1, min(_ROWS, int(_BYTES / wide)))
    batches = file.iter_batches(
        size, row_groups=[group], columns=names, use_threads=False
    )
    for batch in batches:
        yield from batch.to_pylist() if names else [{}] * batch.num_rows


def _fault(path: Path, number: int, fault: str) -> Record:
    return Record(path=str(path), line=number, unit="row", fault=fault)


def _first(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error).split("\n", maxsplit=1)[0]


def count_rows(path: Path) -> int:
    """Say how many rows a Parquet file holds; 1 if it is damaged, for its error."""
    arrow = need("parquet", f"{path}: reading Parquet")
    try:
        with _opened(path) as file:
            return int(file.metadata.num_rows)
    except (OSError, arrow.ArrowException):
        return 1


def _opened(path: Path) -> "ParquetFile":
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra

    return ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False)
