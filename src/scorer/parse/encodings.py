"""Decode the bytes of a saved page, which may say wrongly how they were encoded."""

import codecs
import re

from scorer.text.decode import Decoded, decode

_HEAD_BYTES = 4096
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_LOST_SHARE = 0.001  # of characters: a declaration under which more are lost is wrong


def decode_page(data: bytes) -> Decoded:
    """Return the text of a page: UTF-8 if it is, else as declared, else guessed.

    Raises:
        InputError: The bytes are no text.

    Example:
        >>> decode_page('<meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2")).text
        '<meta charset="iso-8859-2"><p>Łódź'
    """
    guessed = decode(data)
    if not guessed.notes:
        return guessed
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    encoding = _known(next(filter(None, declared.groups()), b"")) if declared else ""
    if not encoding:
        return guessed
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return guessed if lost > _LOST_SHARE * len(text) else Decoded(text)


def _known(name: bytes) -> str:
    """Return the encoding's name in Python; "" if it is none of text or UTF-8."""
    try:
        codec = codecs.lookup(name.decode("ascii"))
        b"".decode(codec.name)
    except (LookupError, ValueError):
        return ""
    # What calls itself Latin-1 is Windows-1252, as browsers know.
    latin = codec.name in {"iso8859-1", "ascii"}
    return "" if codec.name == "utf-8" else "cp1252" if latin else codec.name
