"""Files that may be compressed, opened as what they hold."""

import gzip
import zlib
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path
from typing import Final, cast

from scorer.batch.extras import need

_KINDS: Final = {".gz": "gzip", ".zst": "Zstandard"}


def unpacked_suffix(path: Path) -> str:
    """Return the end of the name that says what is in a file.

    Example:
        >>> unpacked_suffix(Path("a.JSONL.gz")), unpacked_suffix(Path("b.zst"))
        ('.jsonl', '')
    """
    name = path.name.lower()
    for packing in _KINDS:
        name = name.removesuffix(packing)
    return Path(name).suffix


def check_packing(path: Path) -> None:
    """See that a file's packing can be opened here.

    Raises:
        ScorerError: A library for it is not installed.
    """
    if _packing(path) == ".zst":
        need("zst", f"{path}: reading Zstandard")


def open_unpacked(path: Path) -> BufferedReader:
    """Open a file, unpacking it on the way.

    Raises:
        OSError: It cannot be opened; more comes while reading, see `faults`.
    """
    opener = _OPENERS.get(_packing(path), _plain)
    return cast("BufferedReader", opener(path))


def faults(path: Path) -> tuple[type[Exception], ...]:
    """Name what reading a file may raise."""
    known = (OSError, EOFError, zlib.error)
    if _packing(path) != ".zst":
        return known
    return (*known, need("zst", f"{path}: reading Zstandard").ZstdError)


def cause(path: Path, error: Exception) -> str:
    """Say why a file could not be read to its end."""
    kind = _KINDS.get(_packing(path))
    if isinstance(error, EOFError):
        return f"the {kind} stream is cut short; what came before it was read"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read ({error.strerror})"
    if kind is None:
        return f"cannot be read ({path.name}: {error})"
    return f"the {kind} stream is damaged ({error}); what came before it was read"


def _packing(path: Path) -> str:
    return path.suffix.lower()


def _plain(path: Path) -> object:
    return path.open("rb")


def _zstd(path: Path) -> object:
    return need("zst", f"{path}: reading Zstandard").ZstdFile(path)


_OPENERS: Final[dict[str, Callable[[Path], object]]] = {
    ".gz": gzip.open,
    ".zst": _zstd,
}
