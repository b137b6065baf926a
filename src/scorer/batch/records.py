"""One function from records to rows; every engine only carries it.

A record is small and plain, so that it reaches a worker whatever the engine:
reading, parsing and scoring all happen here.
"""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from scorer import files
from scorer.batch.columns import DEFAULT_COLUMNS, Columns
from scorer.batch.judging import Judge
from scorer.document import Document
from scorer.errors import InputError, LimitError
from scorer.report.rows import Entry
from scorer.scoring import findings_among
from scorer.text.decode import decode
from scorer.types import Annotation, Failure


class Page(NamedTuple):
    """A page of a web archive, not yet parsed."""

    data: bytes
    is_markup: bool
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One input, not yet read.

    Attributes:
        path: The file that it is, or that it stands in, as the user named it;
            empty where there is no file.
        line: Where in the file it starts, counted from 1; 0 is the whole file.
        unit: What is counted.
        data: The whole file, where it is none that can be opened again.
        raw: A line of JSON.
        fields: The cells of a table's row with their columns.
        page: A page of an archive.
        fault: Why it cannot be read, where its carrier knows already.
    """

    path: str
    line: int = 0
    unit: str = "line"
    data: bytes | None = None
    raw: bytes | None = None
    fields: tuple[tuple[str, str], ...] | None = None
    page: Page | None = None
    fault: str | None = None

    @property
    def place(self) -> str:
        """Where a person finds it."""
        within = f"{self.unit} {self.line}" if self.line else ""
        return ", ".join(filter(None, (self.path, within)))

    @property
    def size(self) -> int:
        """About how many bytes it takes to carry, or to read where it is worked on."""
        carried = self.raw or self.data or (self.page.data if self.page else None)
        if carried is not None:
            return len(carried)
        if self.fields is not None:
            return sum(len(cell) for _, cell in self.fields)
        return _file_size(self.path) if self.fault is None else 0


def with_data(record: Record) -> Record:
    """Read the file of a record that is a file, for who cannot open it."""
    if record.line or record.data is not None or record.fault is not None:
        return record
    try:
        return replace(record, data=files.read_bytes(record.path))
    except InputError as error:
        return replace(record, fault=str(error))


def _file_size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def score_records(
    records: Iterable[Record],
    judge: Judge,
    columns: Columns = DEFAULT_COLUMNS,
    *,
    findings: bool = False,
    marks: bool = False,
) -> Iterator[Entry]:
    """Answer every record exactly once, in order; nothing in a record stops it.

    With `findings` the entries hold what was found, with `marks` all that was marked
    for the score.
    """
    for record in records:
        yield _answer(record, judge, columns, findings=findings, marks=marks)


def _answer(
    record: Record, judge: Judge, columns: Columns, *, findings: bool, marks: bool
) -> Entry:
    document: Document | None = None
    features: Mapping[str, float] = {}
    marked: tuple[Annotation, ...] | None = None
    try:
        document = read_record(record, columns)
        outcome, features, marked = judge.judge(document, marked=findings)
    except Exception as error:  # noqa: BLE001 - no record may stop the others
        outcome = _failure(record, document, error)
    return Entry(
        path=record.path,
        outcome=outcome,
        document=document,
        features=features,
        findings=findings_among(marked or ()) if findings else (),
        marks=marked if marks else None,
        model=judge.model_digest,
        schema=judge.features_digest,
    )


def _failure(record: Record, document: Document | None, error: Exception) -> Failure:
    """Say where and why; only what no one foresaw needs the error's name."""
    cause = str(error)
    if not isinstance(error, InputError):
        cause = f"{type(error).__name__}: {error}".strip(": ")
    if record.path not in cause:
        cause = f"{record.place}: {cause}"
    if document is not None:
        return Failure(document.id, "score", cause)
    stage = "read" if isinstance(error, InputError) else "parse"
    return Failure(record.place, stage, cause)


def read_record(record: Record, columns: Columns) -> Document:
    """Read a record as a document.

    Raises:
        InputError: It cannot be read; the sentence says why.
    """
    if record.fault is not None:
        raise InputError(record.fault)
    if record.raw is not None:
        return columns.document(_object(record.raw))
    if record.fields is not None:
        return columns.document(dict(record.fields))
    if record.page is not None:
        return _read_page(record.page)
    if record.data is not None:
        return files.document_from_bytes(record.data, record.path)
    return files.read(record.path)


def _read_page(page: Page) -> Document:
    if len(page.data) > files.MAX_FILE_BYTES:
        raise LimitError(f"a page larger than {files.MAX_FILE_BYTES // 1_000_000} MB")
    if not page.is_markup:
        text, _ = decode(page.data)
        return Document.from_text(text, url=page.url)
    return Document.from_html(_decoded(page), url=page.url)


def _decoded(page: Page) -> str | bytes:
    """Decode a page as its server said; else it says itself what it is."""
    try:
        return page.data.decode(page.charset or "", "strict")
    except (LookupError, UnicodeError):
        return page.data


def _object(raw: bytes) -> Mapping[str, object]:
    try:
        value = json.loads(raw.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start + 1} of the line)") from error
    except ValueError as error:
        raise InputError(f"not valid JSON ({error})") from error
    except RecursionError as error:
        raise InputError("JSON nested too deep") from error
    if not isinstance(value, dict):
        raise InputError(f"a JSON {type(value).__name__} where an object should be")
    return value
