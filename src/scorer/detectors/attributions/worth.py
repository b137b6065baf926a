"""How far a statement tells where information comes from.

What somebody wants or fears, asks for or will not say, and what nobody is named for,
is marked only where it is all but certain: a reader who looks for evidence sees no
source in it.
"""

from typing import Final

from scorer.detectors.attributions.parts import Statement
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.text.tables import load_table

_ATTITUDES: Final = frozenset(load_table("attributions")["attitudes"])
_ATTITUDE: Final = 0.75
_UNSOURCED: Final = 0.7
_SILENT: Final = 0.6
_REQUEST: Final = 0.6
_TELLING: Final = frozenset(
    {"say", "comment", "respond", "mention", "address", "elaborate", "specify"}
    | {"identify", "disclose", "answer", "reply", "provide", "name"}
)
_ASKING: Final = frozenset(
    {"asked", "asks", "asking", "requested", "requests", "requesting"}
    | {"ordered", "orders", "ordering", "issued", "issues", "issuing"}
)
_NOT: Final = ("not", "never", "didn't", "doesn't", "don't", "hasn't", "haven't")


def worth_of(around: Surroundings, statement: Statement, *, sourced: bool) -> float:
    """Return the share of a statement's weight that it keeps.

    Args:
        around: The surroundings of the article's words.
        statement: An attribution with its parts.
        sourced: Whether anybody is named for it, or is said to be hearsay.
    """
    if not sourced:
        return _UNSOURCED
    words, head = around.words, statement.head
    if words[head] in _TELLING and any(
        word in _NOT for word in words[statement.cue.first : head]
    ):
        return _SILENT
    if words[head] in _ASKING and not _is_quoted(around, statement):
        return _REQUEST
    return _ATTITUDE if words[head] in _ATTITUDES else 1.0


def _is_quoted(around: Surroundings, statement: Statement) -> bool:
    """Tell whether the very words are given, or the question: "asked whether"."""
    content = statement.content
    if content is None:
        return False
    said = around.reading.plain[content.start : content.end]
    return '"' in said or "?" in said or around.kinds[statement.cue.last] == "sub"
