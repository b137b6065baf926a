"""What nobody is named for: "it is claimed", "reportedly", "amid reports that".

Nouns for talk that a clause follows are as good as "it is claimed". Whose talk it is
may stand before them ("the mayor's allegations that"): that is no rumour.
"""

from typing import Final

from scorer.detectors.attributions.parts import Statement, Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
HEARSAY: Final = frozenset(_TABLE["hearsay"])
ADVERBS: Final = frozenset(_TABLE["hearsay_adverbs"])

# Counted where a clause with "that" follows in the corpora's articles.jsonl.gz:
# allegations 138, rumors and rumours 112, speculation 103, accusations 54.
TALK: Final = frozenset(
    {"rumors", "rumours", "speculation", "suggestions", "allegations", "accusations"}
    | {"whispers", "insinuations", "reports", "claims"}
)
_ANYBODYS: Final = frozenset({"reports", "claims"})  # verbs and papers, too
_LEADING: Final = frozenset({"prep", "conj", "be", "to"})
_LOOSE: Final = frozenset(
    {"unconfirmed", "recent", "earlier", "multiple", "several", "false", "denied"}
)
_MEDIA: Final = frozenset({"news", "media", "press"})
_OWNERS: Final = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_BRINGING: Final = frozenset({"to", "as"})
_SAID_AND_DONE: Final = ["and", "done"]
_SUBJECTS: Final = frozenset({"det", "pron", "C", "title"})
_NO_SUBJECTS: Final = frozenset({"be", "have", "modal", "do", "adv", "not", "to"})


def hearsay_of(around: Surroundings, statement: Statement) -> Words | None:
    """Return the words of a statement by which nobody is named, None of others."""
    words, head, source = around.words, statement.head, statement.source
    first, last = statement.cue
    if words[head] in ADVERBS or (source is None and is_rumour(around, head)):
        return Words(head, head + 1)
    if words[head] not in HEARSAY or words[head + 1 : head + 3] == _SAID_AND_DONE:
        return None
    if not any(around.kinds[i] == "be" for i in range(max(0, head - 3), head)):
        return None
    # "They are said to have fled", "it has been touted as a cure", "it is feared that".
    if words[head + 1] in _BRINGING or source is None:
        return Words(first, last)
    alone = source.last - source.first == 1 and words[source.first] == "it"
    return Words(source.first, last) if alone and source.first < last else None


def is_rumour(around: Surroundings, head: int) -> bool:
    """Tell whether a noun for talk brings in what nobody is named for."""
    words, kinds = around.words, around.kinds
    if words[head] not in TALK or around.gaps[head] != " " or _is_owned(around, head):
        return False
    if words[head] in _ANYBODYS:
        before = head - 1
        led = kinds[before] in _LEADING or words[before] in _LOOSE | _MEDIA
        if not led or around.gaps[before] != " ":
            return False
    if words[head + 1] != "that":
        return kinds[head + 1] == "pron" and words[head] not in _ANYBODYS
    # In "rumours that surfaced" the clause says what became of them.
    after = kinds[head + 2]
    return after in _SUBJECTS or (
        after not in _NO_SUBJECTS and not words[head + 2].endswith("ed")
    )


def medium_of(around: Surroundings, head: int) -> Words | None:
    """Return "news reports" or "media claims" whole: at least a kind of source."""
    named = around.words[head - 1] in _MEDIA and around.gaps[head - 1] == " "
    return Words(head - 1, head + 1) if named else None


def _is_owned(around: Surroundings, head: int) -> bool:
    """Tell whether it is said whose talk it is, one adjective between at most."""
    for word in around.words[max(0, head - 2) : head]:
        if word in _OWNERS or word.endswith(("'s", "s'")):
            return True
    return False
