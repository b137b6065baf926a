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
_SEQUENCE = re.compile(rf"â€{_TRAIL}|[Ââ]{_TRAIL}{{2}}|[ÂÃ]{_TRAIL}")
MOJIBAKE = frozenset("âÃÂ")  # a text without these needs no mending
_MEMORY = 4096  # sequences; there are few that anybody meets


def mend_mojibake(text: str) -> str:
    """Return `text` with such sequences decoded.

    Example:
        >>> mend_mojibake("donâ€™t")
        'don’t'
    """
    if not _has_sequence(text):
        return text
    return _SEQUENCE.sub(lambda match: _decode(match[0]), text)


def _has_sequence(text: str) -> bool:
    """Tell whether there is a sequence where one may begin.

    Looking for its first letters takes a tenth of the time of looking for a pattern,
    and in many texts that have them they only spell a château.
    """
    for lead in MOJIBAKE:
        at = text.find(lead)
        while at >= 0:
            if _SEQUENCE.match(text, at):
                return True
            at = text.find(lead, at + 1)
    return False


@lru_cache(maxsize=_MEMORY)
def _decode(sequence: str) -> str:
    data = b"".join(_byte(character) for character in sequence)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return sequence


def _byte(character: str) -> bytes:
    code = ord(character)
    return bytes([code]) if code <= 0xFF else character.encode("cp1252")  # noqa: PLR2004 - the end of Latin-1
