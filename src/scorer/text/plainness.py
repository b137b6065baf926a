"""Phrases that are plain in news although a word of them may be loaded elsewhere."""

from typing import Any, Final

from scorer.text.tables import load_table

_PLAIN: Final = (-20.0, 0.0)  # weight and heat of what no surroundings make loaded


def with_plain(table: dict[str, Any]) -> dict[str, Any]:
    """Return a learned table of loaded words in which plain phrases weigh nothing.

    A longer phrase is found before the word in it: "inflammatory" may be loaded,
    "inflammatory disease" is not.

    Example:
        >>> table = with_plain({"entries": {"toxic": (1.0, 1.0)}})
        >>> table["entries"]["toxic"], table["entries"]["toxic waste"]
        ((1.0, 1.0), (-20.0, 0.0))
    """
    plain: dict[str, str] = load_table("loaded_plain")["plain"]
    phrases = {
        f"{before} {word}".strip(): _PLAIN
        for before, words in plain.items()
        for word in words.split()
    }
    return {**table, "entries": {**table["entries"], **phrases}}
