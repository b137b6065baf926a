"""Read articles from files: plain text, Markdown, HTML, JSON, each also gzipped.

Every failure is one sentence that names the file, the cause, and what to do.
"""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from glob import glob, has_magic
from pathlib import Path
from typing import Any

from scorer.document import Document
from scorer.errors import InputError, LimitError
from scorer.text.decode import decode
from scorer.text.gzipped import is_packed, unpack
from scorer.text.markdown import unmark

MAX_FILE_BYTES = 20_000_000  # a file, as it lies there and unpacked
SUFFIXES = (".txt", ".md", ".html", ".htm", ".json")

_TEXT_KEYS = ("text", "body", "content")
_TITLE_KEYS = ("title", "headline")
_OUTLET_KEYS = ("outlet", "source", "publisher")
_PUBLISHED_KEYS = ("published", "date", "published_at")
_SNIFFED = 1000
# What `scorer batch` leaves beside its report: no article, wherever it was written.
_LEFT = (".csv.receipt.json", ".parquet.receipt.json", ".csv.parts", ".parquet.parts")


def read(path: str | os.PathLike[str]) -> Document:
    """Read one article from a file.

    Args:
        path: A .txt, .md, .html, .htm or .json file, also with .gz at the end; what
            a file of any other name holds is told by how it begins.

    Raises:
        InputError: The file is missing, unreadable or no article.
        LimitError: It is larger than is accepted.
    """
    return document_from_bytes(read_bytes(path), os.fspath(path))


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Read a file, at most one byte more than is accepted.

    Raises:
        InputError: The file is missing or unreadable.
    """
    name = os.fspath(path)
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(_why_unreadable(name, error)) from error


def document_from_bytes(data: bytes, name: str) -> Document:
    """Parse the bytes of a file or stream.

    Args:
        data: All of them; one more than `MAX_FILE_BYTES` is too many.
        name: The file's name, whose end says what it holds; `-` for a stream.

    Raises:
        InputError: The bytes hold no article.
        LimitError: They are more than is accepted, packed or unpacked.
    """
    if len(data) > MAX_FILE_BYTES:
        raise LimitError(f"{name} is larger than {_megabytes()}; split or shorten it.")
    if is_packed(data):
        data = _unpacked(data, name)
    return _reader(name, data)(data, name)


def walk(
    *paths: str | os.PathLike[str], suffixes: tuple[str, ...] = SUFFIXES
) -> Iterator[Path]:
    """Yield the files to score among files, folders and patterns, in order.

    Folders are searched to the bottom, each folder once even where links form a
    loop; hidden files, unknown suffixes, and the receipts and parts of batches are left
    out there. A path that does not exist is yielded as it stands, so that reading it
    can say so.

    Args:
        paths: Where to look.
        suffixes: Which files of a folder are wanted, packed (.gz) or not.
    """
    for path in paths:
        name = os.fspath(path)
        is_pattern = has_magic(name) and not os.path.lexists(name)
        # Path.glob takes no absolute pattern, and a person may well give one.
        found = sorted(glob(name, recursive=True)) if is_pattern else []  # noqa: PTH207
        for one in map(Path, found or [name]):
            if _is_folder(one):
                yield from _within(one, suffixes)
            else:
                yield one


def _within(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        if _is_folder(here):
            inside = _entries(here, suffixes)
            if inside is None:
                yield here
            waiting += reversed(inside or [])
        else:
            yield here


def _entries(folder: Path, suffixes: tuple[str, ...]) -> list[Path] | None:
    """Return what to visit in a folder, in order; None if it cannot be listed."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return None
    return [
        entry
        for entry in entries
        if not entry.name.startswith(".")
        and not entry.name.endswith(_LEFT)
        and (_is_one_of(entry, suffixes) or _is_folder(entry))
    ]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # in a folder that may not be entered
        return False


def _is_one_of(path: Path, suffixes: tuple[str, ...]) -> bool:
    return path.name.lower().removesuffix(".gz").endswith(suffixes)


def _unpacked(data: bytes, name: str) -> bytes:
    try:
        return unpack(data, MAX_FILE_BYTES)
    except LimitError as error:
        raise LimitError(f"{name} {error}.") from error
    except InputError as error:
        raise InputError(f"{name} {error}.") from error


def _reader(name: str, data: bytes) -> Callable[[bytes, str], Document]:
    known = {
        ".txt": _from_text,
        ".md": _from_markdown,
        ".html": _from_html,
        ".htm": _from_html,
        ".json": _from_json,
    }
    suffix = Path(name.lower().removesuffix(".gz")).suffix
    if suffix in known:
        return known[suffix]
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")):
        return _from_html
    is_object = start.startswith(b"{") and start[1:].lstrip().startswith(b'"')
    return _from_json if is_object else _from_text


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return decode(data)
    except InputError as error:
        raise InputError(f"{name} {error}.") from error


def _with_notes(document: Document, notes: tuple[str, ...]) -> Document:
    return replace(document, notes=notes + document.notes) if notes else document


def _from_text(data: bytes, name: str) -> Document:
    text, notes = _decoded(data, name)
    return _with_notes(Document.from_text(text), notes)


def _from_markdown(data: bytes, name: str) -> Document:
    text, notes = _decoded(data, name)
    title, body = unmark(text)
    return _with_notes(Document.from_text(body, title=title), notes)


def _from_html(data: bytes, name: str) -> Document:
    _decoded(data, name)  # refuses what is no text; the page itself names its encoding
    try:
        return Document.from_html(data)
    except LimitError as error:
        raise LimitError(f"{name}: {error}") from error


def _from_json(data: bytes, name: str) -> Document:
    text, notes = _decoded(data, name)
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{name} is no valid JSON: {error.msg} in line {error.lineno}, "
            f"column {error.colno}; correct it there."
        ) from error
    except ValueError as error:  # a number of thousands of digits
        raise InputError(
            f"{name} holds a number that is too long; shorten it."
        ) from error
    except RecursionError as error:
        raise LimitError(
            f"{name} is nested too deep; keep to a plain object."
        ) from error
    if not isinstance(row, dict):
        raise InputError(f"{name} holds no JSON object; give one with a `text`.")
    return _with_notes(document_from_row(row, name), notes)


def document_from_row(row: dict[str, Any], name: str) -> Document:
    """Make a document of named values, as a JSON object or a table's row has them.

    Raises:
        InputError: It has neither text nor HTML.
    """
    url, outlet = _first(row, ("url",)), _first(row, _OUTLET_KEYS)
    published = _first(row, _PUBLISHED_KEYS)
    if markup := _first(row, ("html",)):
        document = Document.from_html(markup, url=url)
        return replace(
            document,
            outlet=outlet or document.outlet,
            published=published or document.published,
        )
    text = _first(row, _TEXT_KEYS)
    if text is None:
        keys = ", ".join(map(repr, [*_TEXT_KEYS, "html"]))
        raise InputError(f"{name} has none of {keys}; name the article's text so.")
    title = _first(row, _TITLE_KEYS)
    return Document.from_text(
        text, title=title, url=url, outlet=outlet, published=published
    )


def _first(row: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the first of these values that is text."""
    return next((row[key] for key in keys if isinstance(row.get(key), str)), None)


def _megabytes() -> str:
    return f"{MAX_FILE_BYTES // 1_000_000} MB"


def _why_unreadable(name: str, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{name} does not exist; check the path."
    if isinstance(error, IsADirectoryError) or Path(name).is_dir():
        return f"{name} is a folder that cannot be read as one file; name a file in it."
    if isinstance(error, PermissionError):
        return f"{name} may not be read; change its permissions."
    return f"{name} cannot be read ({error}); check the path."
