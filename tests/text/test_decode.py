"""Bytes become text in whatever encoding they were saved."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.text.decode import decode

ENGLISH = "The mayor of Östby said it’s “over” — for £5.\n" * 3
RUSSIAN = "Вчера вечером в посёлке Дольное сгорел сарай.\n" * 5
JAPANESE = "昨日の夜、町で大きな火事がありました。\n" * 5
KOREAN = "어젯밤 도시에서 큰 화재가 발생했습니다.\n" * 5
CHINESE = "昨天晚上城里发生了大火，没有人受伤。\n" * 5


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_reads_english_in_every_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-le"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
        (CHINESE, "gb18030"),
    ],
)
def test_reads_other_languages_too(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_notes_a_guess_and_nothing_else() -> None:
    assert decode(ENGLISH.encode()).notes == ()
    assert decode(codecs.BOM_UTF8 + ENGLISH.encode()).notes == ()
    assert decode(ENGLISH.encode("cp1252")).notes == (
        "The bytes are not UTF-8; read as Windows-1252.",
    )


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    data = ENGLISH.encode() + b"cut \xe2\x80"
    decoded = decode(data)
    assert decoded.text.startswith(ENGLISH)
    assert decoded.notes == ("1 character could not be decoded.",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 \x00\x01", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"PK\x03\x04\x14\x00", "a zip archive"),
        (bytes(range(32)) * 9, "binary"),
        (b"ABC" + b"\x00" * 500 + b"\x07\x01", "binary"),
    ],
)
def test_refuses_what_is_no_text(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        decode(data)


@given(st.binary(max_size=200))
def test_decodes_or_refuses_anything(data: bytes) -> None:
    try:
        decoded = decode(data)
    except InputError:
        return
    assert isinstance(decoded.text, str)
