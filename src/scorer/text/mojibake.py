"""Put right UTF-8 that somebody read as Windows-1252 ("donâ€™t")."""

import re

_HIGH = "".join(
    bytes([code]).decode("cp1252", "replace").replace("\ufffd", chr(code))
    for code in range(0x80, 0xC0)
)
_TRAIL = f"[{re.escape(_HIGH)}]"
# A lead byte and as many trail bytes as it asks for; two-byte sequences only for
# signs and Western letters, since "Ä°" and the like also occur by chance.
_SEQUENCE = re.compile(rf"â€{_TRAIL}|[Ââ]{_TRAIL}{{2}}|[ÂÃ]{_TRAIL}")
MOJIBAKE = frozenset("âÃÂ")  # a text without these needs no mending


def mend_mojibake(text: str) -> str:
    """Return `text` with such sequences decoded.

    Example:
        >>> mend_mojibake("donâ€™t")
        'don’t'
    """
    return _SEQUENCE.sub(_decode, text)


def _decode(match: re.Match[str]) -> str:
    data = b"".join(_byte(character) for character in match[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def _byte(character: str) -> bytes:
    code = ord(character)
    return bytes([code]) if code <= 0xFF else character.encode("cp1252")  # noqa: PLR2004 - the end of Latin-1
