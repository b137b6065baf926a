"""What is piped in: one article, or an article a line where the lines are JSON.

A stream has no name to say which. It is JSON lines if its first line is a whole JSON
object, or begins like one and the next is whole: where one object is written over
several lines, that cannot be. All else is one article, as the files of one are.
"""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import chain, starmap
from typing import IO, Final

from scorer.batch.lines import Line, lines_of
from scorer.batch.records import Record
from scorer.files import MAX_FILE_BYTES

STDIN: Final = "-"
_MOST: Final = MAX_FILE_BYTES + 1  # more is too much whatever it is


def read_piped(stream: IO[bytes]) -> Iterator[Record]:
    """Read the records of a stream; of JSON lines one at a time."""
    head = _head(stream)
    if head and _is_object(head[-1]):
        first = starmap(Line, enumerate(head, 1))
        yield from records_of(chain(first, lines_of(stream, len(head))), STDIN)
        return
    data = b"".join(head)
    yield Record(path=STDIN, data=data + stream.read(_MOST - len(data)))


def records_of(lines: Iterable[Line], path: str) -> Iterator[Record]:
    """Make a record of each line of JSON that is not blank."""
    for line in lines:
        if line.fault:
            yield Record(path=path, line=line.number, fault=line.fault)
        elif line.data.strip():
            yield Record(path=path, line=line.number, raw=line.data)


def _head(stream: IO[bytes]) -> list[bytes]:
    """Read as many lines as tell what a stream is: two that are not blank at most."""
    head: list[bytes] = []
    room = _MOST
    is_open = False
    while line := stream.readline(room):
        head.append(line)
        room -= len(line)
        if not line.strip():
            continue
        if is_open or _is_object(line) or not _plain(line).startswith(b"{"):
            break
        is_open = True
    return head


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(_plain(line)), dict)
    except (ValueError, RecursionError):
        return False


def _plain(line: bytes) -> bytes:
    return line.removeprefix(BOM_UTF8).lstrip()
