"""Whether a statement credits somebody with information, or tells what they want.

"Said", "found" and "according to" lead to a clause or a quotation; "called for" and
"had signed" lead to a thing, and whoever wants or does something is no source yet.
"""

from bisect import bisect_left
from typing import Final

from scorer.detectors.attributions.parts import Statement, Words
from scorer.detectors.attributions.surroundings import FINITE, Surroundings
from scorer.text.tables import load_table
from scorer.types import Span

_ATTITUDES: Final = frozenset(load_table("attributions")["attitudes"])
_OPENING: Final = 12  # words of a content in which its verb is looked for
_LEAST: Final = 0.25  # share of clauses from which a cue reports by itself


def reports(around: Surroundings, statement: Statement) -> bool:
    """Tell whether a statement makes its speaker a source."""
    if around.words[statement.head] in _ATTITUDES:
        return False
    table = load_table("speech_cues")
    share = table["shares"].get(cue_form(around, statement.head), table["usual"])
    if share >= _LEAST:
        return True
    content = statement.content
    return content is not None and is_clause(around, statement.cue, content)


def cue_form(around: Surroundings, head: int) -> str:
    """Return a cue as the table names it: with the preposition that follows it."""
    word = around.words[head]
    if around.kinds[head + 1] == "prep" and around.gaps[head] == " ":
        return f"{word} {around.words[head + 1]}"
    return word


def is_clause(around: Surroundings, cue: Words, content: Span) -> bool:
    """Tell whether a content is a quotation, a clause, or stands before its cue."""
    plain, starts = around.reading.plain, around.reading.starts
    text = plain[content.start : content.end]
    if '"' in text or text.startswith("that ") or content.start < starts[cue.first]:
        return True
    first = bisect_left(starts, content.start)
    last = min(bisect_left(starts, content.end), first + _OPENING)
    return any(
        around.kinds[i] in FINITE and around.kinds[i - 1] != "to"
        for i in range(first, last)
    )
