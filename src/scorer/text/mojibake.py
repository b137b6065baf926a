"""Put right UTF-8 that somebody read as Windows-1252 ("donâ€™t")."""

import re
from functools import lru_cache

_HIGH = "".join(
    bytes([code]).decode("cp1252", "replace").replace("\ufffd", chr(code))
    for code in range(0x80, 0xC0)
)
_TRAIL = f"[{re.escape(_HIGH)}]"
# A lead byte and as many trail bytes as it asks for; two-byte sequences only for
# signs and Western letters, since "Ä°" and the like also occur by chance.
_SEQUENCE = re.compile(rf"(â€{_TRAIL}|[Ââ]{_TRAIL}{{2}}|[ÂÃ]{_TRAIL})")
MOJIBAKE = frozenset("âÃÂ")  # a text without these needs no mending


def mend_mojibake(text: str) -> str:
    """Return `text` with such sequences decoded.

    Example:
        >>> mend_mojibake("donâ€™t")
        'don’t'
    """
    parts = _SEQUENCE.split(text)
    parts[1::2] = map(_decode, parts[1::2])
    return "".join(parts)


@lru_cache(maxsize=256)  # a text is full of the same few marks
def _decode(sequence: str) -> str:
    data = b"".join(map(_byte, sequence))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return sequence


def _byte(character: str) -> bytes:
    code = ord(character)
    return bytes([code]) if code <= 0xFF else character.encode("cp1252")  # noqa: PLR2004 - the end of Latin-1
