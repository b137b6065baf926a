"""A row of a typed table as a record: every value as text."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from scorer.batch.records import Record
from scorer.files import MAX_FILE_BYTES


def to_record(path: str, number: int, row: Mapping[str, object]) -> Record:
    """Make the record of one row; what cannot be text is a fault of that row."""
    fields: list[tuple[str, str]] = []
    for name, value in row.items():
        cell = as_cell(value)
        if cell is not None and len(cell) <= MAX_FILE_BYTES:
            fields.append((name, cell))
        elif value is not None:
            fault = _fault(name, value, cell)
            return Record(path=path, line=number, unit="row", fault=fault)
    return Record(path=path, line=number, unit="row", fields=tuple(fields))


def as_cell(value: object) -> str | None:
    """Write a value of a typed table as text; None where it is none.

    Example:
        >>> as_cell(date(2024, 5, 1)), as_cell(7), as_cell("x"), as_cell([1])
        ('2024-05-01', '7', 'x', None)
    """
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int | float | Decimal) else None


def _fault(name: str, value: object, cell: str | None) -> str:
    if cell is None:
        return f"'{name}' holds a {type(value).__name__} where a text should be"
    return f"'{name}' is longer than {MAX_FILE_BYTES // 1_000_000} MB"
