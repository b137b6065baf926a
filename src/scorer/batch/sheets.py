"""Rows of a CSV file, also of one in which a quotation mark is never closed."""

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from scorer.batch.lines import MAX_LINE_BYTES, Line, read_lines
from scorer.batch.records import Record

_DELIMITERS: Final = ",;\t"


def read_sheet(path: Path) -> Iterator[Record]:
    """Read a CSV file's rows; a bad row becomes a record that says so."""
    csv.field_size_limit(MAX_LINE_BYTES)
    rows = _Rows(read_lines(path))
    header: list[str] | None = None
    for number, cells, fault in rows:
        if header is None and fault is None:
            header = cells
        elif fault is not None:
            yield Record(path=str(path), line=number, fault=fault)
        elif header is not None and len(cells) != len(header):
            wrong = f"{len(cells)} cells where the header has {len(header)}"
            yield Record(path=str(path), line=number, fault=wrong)
        else:
            fields = tuple(zip(header or (), cells, strict=True))
            yield Record(path=str(path), line=number, fields=fields)


class _Rows:
    """Rows with the number of their first line and what is wrong with them.

    After a fault reading goes on at the line after the one where the broken row
    began: a lone quotation mark would otherwise swallow the rest of the file.
    """

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._again: deque[Line] = deque()
        self._taken: list[Line] = []
        self._delimiter: str | None = None

    def __iter__(self) -> Iterator[tuple[int, list[str], str | None]]:
        while True:
            self._taken = []
            cells: list[str] = []
            fault: str | None = None
            reader = csv.reader(
                self._feed(), strict=True, delimiter=self._delimiter or ","
            )
            try:
                cells = next(reader)
            except StopIteration:
                if not self._taken:
                    return
            except csv.Error as error:
                fault = self._fault(error)
                self._again.extendleft(reversed(self._taken[1:]))
            if self._delimiter is None and self._choose():
                continue
            if cells or fault:
                yield self._taken[0].number, cells, fault

    def _choose(self) -> bool:
        """Tell the delimiter from the header; True if it must be read again."""
        head = _decoded(self._taken[0].data)
        self._delimiter = max(_DELIMITERS, key=head.count)
        if self._delimiter == ",":
            return False
        self._again.extendleft(reversed(self._taken))
        return True

    def _feed(self) -> Iterator[str]:
        size = 0
        while line := self._next():
            self._taken.append(line)
            size += len(line.data)
            if line.fault:
                raise csv.Error(line.fault)
            if size > MAX_LINE_BYTES:
                raise csv.Error(f"row longer than {MAX_LINE_BYTES // 1_000_000} MB")
            text = _decoded(line.data)
            yield text.removeprefix("\ufeff") if line.number == 1 else text

    def _next(self) -> Line | None:
        return self._again.popleft() if self._again else next(self._lines, None)

    @staticmethod
    def _fault(error: csv.Error) -> str:
        if "unexpected end of data" in str(error):
            return "a quotation mark is never closed"
        return str(error)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
