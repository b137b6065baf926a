"""Make a text plain: the only code that changes what was scraped.

Everything that looks the same to a reader comes out the same: tricks with
invisible characters, look-alike letters or odd blanks neither hide a word from
the detectors nor add one. Places in a text are counted after this, never before.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from scorer.text.confusables import read_as_latin
from scorer.text.mojibake import MOJIBAKE, mend_mojibake

_ROUNDS = 8  # each round lays open what the one before had decoded

# What typical English text is made of; deleting it leaves the characters to judge.
_ASCII = bytes(range(0x20, 0x7F)) + b"\n"
_TYPICAL = frozenset(
    "\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2015\u2026\u2022·€£¥¢§©®™°«»¿¡½¼¾×"
    + "".join(map(chr, range(0xC0, 0x180)))
)
_NEWLINES = "\r\x0b\x0c\u2028\u2029"
_FEW = 30
# A text without the first and others than the second is in normal form C.
_FIRST_COMBINING = "\u0300"
_PUNCTUATION = frozenset(map(chr, range(0x2010, 0x2060)))
_WORTH_TELLING = 3  # fewer invisible characters than this are an accident

_DOUBLE_STRAIGHT = b'""'  # two single marks stay: they are read as a double one
_DOUBLE_CURLY = tuple(pair.encode() for pair in ("‘‘", "““", "’’", "””"))
_AMPERSANDS = re.compile(r"&(?:(?:amp|AMP|#0*38|#[xX]0*26);)+")
_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
)
_C1 = range(0x80, 0xA0)
_LIGATURES = range(0xFB00, 0xFB07)
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_MATHEMATICAL = range(0x1D400, 0x1D800)
_LETTERLIKE = range(0x2100, 0x2150)
_ENCLOSED = range(0x24B6, 0x24EA)
_STYLED = (_FULL_WIDTH, _MATHEMATICAL, _LETTERLIKE, _ENCLOSED)
_OVERLAYS = range(0x334, 0x339)  # struck-through letters
_VARIATIONS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810))
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


class Normal(NamedTuple):
    """A plain text, and what had to be mended that a reader should know of."""

    text: str
    notes: tuple[str, ...] = ()


def normalise(text: str) -> Normal:
    r"""Return `text` as a reader sees it; doing so twice changes nothing more.

    Lines stay lines. Blanks at the ends of lines and runs of blanks go.

    Example:
        >>> normalise('""Fi\u200bne,""  he\u00a0said.\r\nThe end ').text
        '"Fine," he said.\nThe end'
    """
    mended: dict[str, int] = {}
    for _ in range(_ROUNDS):
        plain = _round(text, mended)
        if plain == text:
            break
        text = plain
    return Normal(text, tuple(_told(mended)) if mended else ())


def _round(text: str, mended: dict[str, int]) -> str:
    data = text.encode("utf-8", "surrogatepass")
    rest = data.translate(None, _ASCII)  # thirty times as fast as set(text)
    if rest:
        odd = set(rest.decode("utf-8", "surrogatepass"))
        if odd & MOJIBAKE and (whole := mend_mojibake(text)) != text:
            return whole
        if odd := odd - _TYPICAL:
            text = _mend_characters(text, odd, mended)
        if any(pair in rest and pair in data for pair in _DOUBLE_CURLY):
            text = text.replace("‘‘", "“").replace("““", "“")
            text = text.replace("’’", "”").replace("””", "”")
    if b"&" in data:
        text = _decode_entities(text)
    if _DOUBLE_STRAIGHT in data:
        text = text.replace('""', '"')
    return _trim(text)


def _trim(text: str) -> str:
    while "  " in text:  # each turn halves the longest run
        text = text.replace("  ", " ")
    return "\n".join([line.strip(" ") for line in text.split("\n")])


def _mend_characters(text: str, odd: set[str], mended: dict[str, int]) -> str:
    if "\r" in odd:
        text = text.replace("\r\n", "\n")
    table: dict[int, str] = {}
    for character in odd:
        plain, reason = _plain(character)
        if plain != character:
            table[ord(character)] = plain
            if reason:
                mended[reason] = mended.get(reason, 0) + text.count(character)
    text = _replaced(text, table)
    if any(c >= _FIRST_COMBINING and c not in _PUNCTUATION for c in odd):
        text = unicodedata.normalize("NFC", text)
    text, letters = read_as_latin(text, odd)
    if letters:
        mended["look-alike"] = mended.get("look-alike", 0) + letters
    return text


def _replaced(text: str, table: dict[int, str]) -> str:
    if len(table) > _FEW:
        return text.translate(table)
    for code, plain in table.items():  # one replace costs a fiftieth of a translate
        text = text.replace(chr(code), plain)
    return text


def _plain(character: str) -> tuple[str, str]:
    """Return what stands for a character, and under which head to report it."""
    code = ord(character)
    if character in _NEWLINES:
        return "\n", ""
    if code in _C1:  # Windows-1252 that was read as Latin-1
        return bytes([code]).decode("cp1252", "ignore"), ""
    if code in _LIGATURES:
        return unicodedata.normalize("NFKC", character), ""
    if any(code in block for block in _STYLED):
        return _unstyled(character)
    if character in _INVISIBLE or _is_hidden(code):
        return "", "invisible"
    return _by_category(character)


def _by_category(character: str) -> tuple[str, str]:
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " ", ""
    if category == "Cf":
        return "", "" if character in "\u00ad\ufeff" else "invisible"
    if category in {"Cc", "Cs"}:
        return "", ""
    return character, ""


def _is_hidden(code: int) -> bool:
    return code in _OVERLAYS or any(code in block for block in _VARIATIONS)


def _unstyled(character: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) == 1 and (plain.isalnum() or plain.isascii()):
        return plain, "styled" if plain.isalnum() else ""
    return character, ""


def _decode_entities(text: str) -> str:
    text = _AMPERSANDS.sub("&", text)
    if not _ENTITY.search(text):
        return text
    # Imported here: its table of names costs 2 ms, and few texts need it.
    from html import unescape  # noqa: PLC0415

    return _ENTITY.sub(lambda match: unescape(match[0]), text)


def _told(mended: dict[str, int]) -> Iterable[str]:
    if count := mended.get("look-alike", 0):
        yield _sentence(count, "look-alike", "Latin")
    if count := mended.get("styled", 0):
        yield _sentence(count, "styled", "plain")
    if (count := mended.get("invisible", 0)) >= _WORTH_TELLING:
        yield f"{count} invisible characters were left out."


def _sentence(count: int, kind: str, plain: str) -> str:
    if count == 1:
        return f"1 {kind} letter was read as a {plain} one."
    return f"{count} {kind} letters were read as {plain} ones."
