"""Turn the bytes of a file into text, whatever encoding they were saved in."""

import codecs
import re
from typing import NamedTuple

from scorer.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive within another"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich-text document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_SAMPLE_BYTES = 4096
_FEW_PAGES = 5  # of Unicode, that one alphabet and its punctuation stand in
_LAST_PAGE = 0x07  # Arabic and what comes before it
_CONTROLS_SHARE = 0.02
_BROKEN_SHARE = 0.01
_HIGH_SHARE = 0.3  # of letters above ASCII: no Western European language has so many
_FEW_HIGH = 12  # too few letters to judge by
_CONTROLS = bytes(set(range(0x20)) - {9, 10, 11, 12, 13, 0x1A, 0x1B}) + b"\x7f"
_HIGH = bytes(range(0x80, 0x100))
_LETTERS = bytes([*range(0x41, 0x5B), *range(0x61, 0x7B)])
# Eastern encodings, with a script that most of their texts are known by.
_EASTERN = (
    ("shift_jis", re.compile("[\u3040-\u30ff]"), 0.1),
    ("euc_jp", re.compile("[\u3040-\u30ff]"), 0.1),
    ("euc_kr", re.compile("[\uac00-\ud7a3]"), 0.4),
    ("gb18030", re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"), 0.5),
)
_NAMES = {
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "koi8-r": "KOI8-R",
    "shift_jis": "Shift JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "gb18030": "GB 18030",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


class Decoded(NamedTuple):
    """A text, and what had to be guessed about its bytes, in sentences."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of `data`; UTF-8 unless its bytes say otherwise.

    Raises:
        InputError: The bytes are no text; the message says what they look like.

    Example:
        >>> decode("Café".encode("cp1252"))
        Decoded(text='Café', notes=('The bytes are not UTF-8; read as Windows-1252.',))
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    _refuse_known(data)
    if wide := _unmarked_utf16(data):
        return _guessed(data, wide)
    _refuse_controls(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _not_utf8(data)


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return _with_losses(text, ())


def _guessed(data: bytes, encoding: str) -> Decoded:
    note = f"The bytes are not UTF-8; read as {_NAMES[encoding]}."
    return _with_losses(data.decode(encoding, "replace"), (note,))


def _with_losses(text: str, notes: tuple[str, ...]) -> Decoded:
    if lost := text.count("\ufffd"):
        one = lost == 1
        notes += (f"{lost} character{'' if one else 's'} could not be decoded.",)
    return Decoded(text, notes)


def _not_utf8(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    multibyte = sum(map(text.count, "’“”é—–")) + len(text) // 10_000
    if broken <= multibyte and broken <= 1 + _BROKEN_SHARE * len(text):
        return _with_losses(text, ())
    return _guessed(data, _legacy(data))


def _legacy(data: bytes) -> str:
    sample = data[: 16 * _SAMPLE_BYTES]
    high = len(sample) - len(sample.translate(None, _HIGH))
    low = len(sample) - len(sample.translate(None, _LETTERS))
    if high <= max(_FEW_HIGH, _HIGH_SHARE * (high + low)):
        return "cp1252"
    for encoding, script, share in _EASTERN:
        text = sample.decode(encoding, "replace")
        if len(script.findall(text)) > share * len(text) and "\ufffd" not in text[:-1]:
            return encoding
    return _cyrillic(sample)


def _cyrillic(sample: bytes) -> str:
    """Tell the two Cyrillic encodings apart: small letters outnumber capitals."""
    lower = sum(map(sample.count, range(0xE0, 0x100)))
    upper = sum(map(sample.count, range(0xC0, 0xE0)))
    return "cp1251" if lower >= upper else "koi8-r"


def _unmarked_utf16(data: bytes) -> str | None:
    """In UTF-16 of any alphabet every second byte is one of a few."""
    sample = data[:_SAMPLE_BYTES]
    even, odd = set(sample[::2]), set(sample[1::2])
    if not odd or min(even | odd) >= _LAST_PAGE:
        return None
    if odd == {0} and 0 not in even:
        return "utf-16-le"
    if len(odd) <= _FEW_PAGES and len(even) > 2 * len(odd) and min(odd) < _LAST_PAGE:
        return "utf-16-le"
    if len(even) <= _FEW_PAGES and len(odd) > 2 * len(even) and min(even) < _LAST_PAGE:
        return "utf-16-be"
    return None


def _refuse_known(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"is {name}, not text; save the article as text or HTML")


def _refuse_controls(data: bytes) -> None:
    sample = data[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 1 + _CONTROLS_SHARE * len(sample):
        raise InputError("is binary, not text; save the article as text or HTML")
