"""Web archives (WARC, gzipped or not): every page in them is a record.

A page is a response with status 200, a resource or a conversion (WET) that holds
HTML or plain text. Pictures, requests, redirects and the like are no articles and
have no row. After damage, reading goes on where the next record begins.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from scorer.batch.columns import Columns
from scorer.batch.extras import need
from scorer.batch.records import Page, Record
from scorer.files import MAX_FILE_BYTES

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_KINDS: Final = frozenset({"response", "resource", "conversion"})
_MARKUP: Final = {
    "text/html": True,
    "application/xhtml+xml": True,
    "text/plain": False,
}
_OK: Final = "200"
_CUT: Final = "the archive is cut short; what came before was read"
_PACKED: Final = b"\x1f\x8b\x08"  # each record of a gzipped archive begins so
_PLAIN: Final = b"WARC/1."
_BLOCK: Final = 1 << 20


def read_archive(path: Path, _: Columns) -> Iterator[Record]:
    """Read an archive's pages; a damaged stretch is one record that says so."""
    need("warc", f"{path}: reading WARC")
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra

    number = 0
    start: int | None = 0
    is_told = False
    try:
        with path.open("rb") as stream:
            while start is not None:
                stream.seek(start)
                archive = ArchiveIterator(stream)
                try:
                    for number, found in enumerate(archive, number + 1):  # noqa: B020 - counts on
                        is_told = False
                        yield from _records(path, number, found)
                    if (
                        not is_told
                        and archive.offset < os.fstat(stream.fileno()).st_size
                    ):
                        yield _fault(path, number + 1, _CUT)
                    start = None
                except Exception as error:  # noqa: BLE001 - its errors have no common root
                    if not is_told:
                        number += 1
                        yield _fault(path, number, _cause(error))
                    is_told = True
                    start = _next_start(stream, max(archive.offset, start) + 1)
    except OSError as error:
        yield _fault(path, number + 1, f"cannot be read ({error.strerror or error})")


def _next_start(stream: IO[bytes], start: int) -> int | None:
    """Find where a record may begin, at or after a place in the file."""
    stream.seek(0)
    mark = _PACKED if stream.read(len(_PACKED)) == _PACKED else _PLAIN
    stream.seek(start)
    rest = b""
    while block := stream.read(_BLOCK):
        found = (rest + block).find(mark)
        if found >= 0:
            return start - len(rest) + found
        start += len(block)
        rest = block[1 - len(mark) :]
    return None


def _records(path: Path, number: int, found: "ArcWarcRecord") -> Iterator[Record]:
    page = _page(found) if found.rec_type in _KINDS else None
    if _is_cut(found):
        yield _fault(path, number, _CUT)
    elif page is not None:
        yield Record(path=str(path), line=number, unit="record", page=page)


def _is_cut(found: "ArcWarcRecord") -> bool:
    """Tell whether the file ends before the record does."""
    while found.raw_stream.read(_BLOCK):
        pass
    nothing = found.rec_headers.get_header("Content-Length") is None
    return nothing or bool(found.raw_stream.limit > 0)


def _page(found: "ArcWarcRecord") -> Page | None:
    headers = found.http_headers or found.rec_headers
    if found.http_headers is not None and headers.get_statuscode() != _OK:
        return None
    kind, _, more = (headers.get_header("Content-Type") or "").partition(";")
    markup = _MARKUP.get(kind.strip().lower())
    if markup is None:
        return None
    return Page(
        data=found.content_stream().read(MAX_FILE_BYTES + 1),
        is_markup=markup,
        url=found.rec_headers.get_header("WARC-Target-URI"),
        charset=_charset(more),
    )


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \t\"'") or None
    return None


def _fault(path: Path, number: int, fault: str) -> Record:
    return Record(path=str(path), line=number, unit="record", fault=fault)


def _cause(error: Exception) -> str:
    said = " ".join(str(error).split(", first line")[0].split())[:80]
    return f"the archive is damaged here ({said})"
