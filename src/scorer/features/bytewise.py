"""What is known of each word, kept as a byte for each.

A search or a count in bytes answers for a whole sentence or article at once.
"""

from collections.abc import Iterable
from typing import Final

from scorer.features.classes import CLASSES, COUNTED, KINDS
from scorer.features.statements import Statement
from scorer.reading import Reading

_NONE_COUNTED: Final = dict.fromkeys((*COUNTED, *KINDS), 0)
_ALL: Final = b"\0" + b"\xff" * 255  # every bit, where there is any


def within(marks: bytes | bytearray, runs: Iterable[tuple[int, int]]) -> bytes:
    """Return the marks of the words in some runs."""
    return b"".join([marks[first:last] for first, last in runs])


def either(some: bytes, others: bytes | bytearray) -> bytearray:
    """Return, of two marks for each word, what bits either of them has."""
    # As whole numbers, the marks of all words are joined at once.
    both = int.from_bytes(some, "little") | int.from_bytes(others, "little")
    return bytearray(both.to_bytes(len(some), "little"))


def without_quoted(classes: bytes, quoted: bytes) -> bytes:
    """Return the classes of the words outside quotations, the last class elsewhere."""
    return bytes(either(classes, quoted.translate(_ALL)))


def tally(own: bytes) -> dict[str, int]:
    """Count the words of some classes that are in each list and of each kind."""
    counted = _NONE_COUNTED.copy()
    for number in set(own):
        if names := CLASSES[number].names:
            times = own.count(number)
            for name in names:
                counted[name] += times
    return counted


def mark_said(reading: Reading, statements: Iterable[Statement]) -> bytearray:
    """Mark the words that are the content of a statement."""
    said = bytearray(len(reading.words))
    for statement in statements:
        for first, last in statement.words:
            said[first:last] = b"\1" * (last - first)
    return said
