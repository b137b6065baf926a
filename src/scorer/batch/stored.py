"""Rows of a report that was written before, read again."""

import csv
import gzip
import io
import json
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from scorer.batch.extras import need
from scorer.errors import InputError
from scorer.report.rows import COLUMNS, SIGNALS, TEXT_COLUMNS, Cell, Row, plain_cell

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

# What no table of articles has beside each other.
_TELLING: Final = frozenset({"status", "band", "evidential_quality"})
_SNIFFED: Final = 65_536
_ESTIMATES: Final = ("evidential_quality", "sensationalism")


def is_report(path: Path) -> bool:
    """Tell whether a file is a report rather than articles."""
    ending = Path(path.name.lower().removesuffix(".gz")).suffix
    if ending == ".parquet":
        return set(_parquet(path).schema_arrow.names) >= _TELLING
    try:
        with _opened(path) as file:
            head = file.read(_SNIFFED)
    except (OSError, EOFError, UnicodeDecodeError):
        return False
    if ending == ".csv":
        return set(next(csv.reader(io.StringIO(head)), [])) >= _TELLING
    if ending in (".jsonl", ".ndjson"):
        return _is_object(head.partition("\n")[0])
    if ending == ".json" and head.startswith("["):
        return all(f'"{name}":' in head for name in _TELLING)
    return False


def _is_object(line: str) -> bool:
    try:
        value = json.loads(line)
    except ValueError:
        # The first line may be longer than what was read of it.
        return all(f'"{name}":' in line for name in _TELLING)
    return isinstance(value, dict) and value.keys() >= _TELLING


def read_rows(path: Path) -> Iterator[Row]:
    """Read the rows of a report: CSV, Parquet, JSON lines or a JSON array.

    Raises:
        InputError: It breaks off or is no report after all.
    """
    if path.suffix.lower() == ".parquet":
        for batch in _parquet(path).iter_batches():
            yield from map(_from_columns, batch.to_pylist())
        return
    try:
        with _opened(path) as file:
            if ".csv" in path.suffixes:
                yield from map(_from_cells, csv.DictReader(file))
            else:
                yield from map(_from_object, _objects(file))
    except (OSError, EOFError, ValueError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read as a report ({error})") from error


def _opened(path: Path) -> IO[str]:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _parquet(path: Path) -> "ParquetFile":
    arrow = need("parquet", f"{path}: reading Parquet")
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra

    try:
        return ParquetFile(path)
    except (OSError, arrow.ArrowException) as error:
        raise InputError(f"{path}: no Parquet file, or one cut short") from error


def _from_columns(found: Mapping[str, Any]) -> Row:
    return {name: found.get(name) for name in COLUMNS}


def _objects(file: IO[str]) -> Iterator[dict[str, Any]]:
    start = list(islice(file, 1))
    if start and start[0].startswith("["):
        yield from json.loads("".join(chain(start, file)))
    else:
        yield from (json.loads(line) for line in chain(start, file) if line.strip())


def _from_cells(cells: Mapping[str, str]) -> Row:
    row: dict[str, Cell] = dict.fromkeys(COLUMNS)
    for name in COLUMNS:
        text = cells.get(name) or ""
        row[name] = plain_cell(text) or None if name in TEXT_COLUMNS else _number(text)
    return row


def _number(text: str) -> float | int | None:
    try:
        return int(text) if text.isdecimal() else float(text)
    except ValueError:
        return None


def _from_object(found: Mapping[str, Any]) -> Row:
    row: dict[str, Cell] = dict.fromkeys(COLUMNS)
    row |= {name: found.get(name) for name in COLUMNS if name in found}
    row |= {k: v for k, v in (found.get("measured") or {}).items() if k in row}
    for name in _ESTIMATES:
        estimate = found.get(name) or {}
        row[name] = estimate.get("value")
        row[f"{name}_low"] = estimate.get("low")
        row[f"{name}_high"] = estimate.get("high")
    signals = found.get("signals") or {}
    row |= {f"signal_{name}": signals.get(name) for name in SIGNALS}
    return row
