"""Unpack gzipped bytes without trusting them."""

import zlib

from scorer.errors import InputError, LimitError

_SIGNATURE = b"\x1f\x8b"
_WITH_HEADER = 31  # what zlib calls a window of 32 kB in a gzip wrapping
_CHUNK = 1 << 20
_MOST_MEMBERS = 1_000


def is_packed(data: bytes) -> bool:
    """Tell whether bytes begin as a gzip file does."""
    return data.startswith(_SIGNATURE)


def unpack(data: bytes, most: int) -> bytes:
    """Unpack gzipped bytes, however many members they have.

    Args:
        data: All bytes of the archive.
        most: The number of unpacked bytes to stop at, so that a bomb stays small.

    Raises:
        InputError: The archive is damaged or ends early.
        LimitError: It unpacks to more than `most` bytes.
    """
    pieces: list[bytes] = []
    size = members = 0
    while is_packed(data):
        members += 1
        if members > _MOST_MEMBERS:
            raise LimitError(f"has more than {_MOST_MEMBERS} members; unpack it first")
        stream = zlib.decompressobj(_WITH_HEADER)
        while not stream.eof:
            piece, data = _next(stream, data)
            pieces.append(piece)
            size += len(piece)
            if size > most:
                megabytes = most // 1_000_000
                raise LimitError(f"unpacks to more than {megabytes} MB; shorten it")
        data = stream.unused_data
    return b"".join(pieces)


def _next(stream: "zlib._Decompress", data: bytes) -> tuple[bytes, bytes]:
    """Return the next unpacked piece, and what is still to be unpacked."""
    try:
        piece = stream.decompress(data, _CHUNK)
    except zlib.error as error:
        raise InputError(f"is a damaged gzip file ({error}); pack it again") from error
    if not piece and not stream.unconsumed_tail and not stream.eof:
        raise InputError("is a gzip file that ends early; copy it again")
    return piece, stream.unconsumed_tail
