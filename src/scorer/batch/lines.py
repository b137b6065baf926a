"""Lines of a file that may be compressed, cut short, or one line without end."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, NamedTuple, cast

from scorer.batch.packed import cause, faults, open_unpacked
from scorer.files import MAX_FILE_BYTES

MAX_LINE_BYTES: Final = MAX_FILE_BYTES
# Past this a line is not even skipped: a bomb of one kilobyte can hold it.
MAX_SKIPPED_BYTES: Final = 512_000_000
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Line(NamedTuple):
    """A line with its end, or the reason why it could not be read."""

    number: int
    data: bytes
    fault: str | None = None


def read_lines(path: Path) -> Iterator[Line]:
    """Read a file's lines one at a time; a fault is a line too and never raises."""
    number = 0
    try:
        with _opened(path) as stream:
            for line in lines_of(stream):
                number = line.number
                yield line
    except faults(path) as error:
        yield Line(number + 1, b"", cause(path, error))


def lines_of(stream: IO[bytes], number: int = 0) -> Iterator[Line]:
    """Read the lines of a stream; `number` of them were read before."""
    while data := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(data) <= MAX_LINE_BYTES:
            yield Line(number, data)
            continue
        fault = f"line longer than {MAX_LINE_BYTES // 1_000_000} MB"
        ends = _skip(stream)
        yield Line(number, b"", fault if ends else f"{fault}, without end")
        if not ends:
            return


def _opened(path: Path) -> IO[bytes]:
    stream = open_unpacked(path)
    if stream.peek(2)[:2] in _UTF_16:
        return cast(
            "IO[bytes]", codecs.EncodedFile(stream, "utf-8", "utf-16", "replace")
        )
    return stream


def _skip(stream: IO[bytes]) -> bool:
    """Go to the end of an endless line; tell whether there was one."""
    skipped = 0
    while skipped < MAX_SKIPPED_BYTES:
        data = stream.readline(1 << 20)
        skipped += len(data)
        if not data or data.endswith(b"\n"):
            return True
    return False
