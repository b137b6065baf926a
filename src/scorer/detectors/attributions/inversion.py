"""Who is credited stands after the cue: ", says Ada Lind.", "said a spokesman"."""

from typing import Final

from scorer.detectors.attributions.nouns import noun_kind
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import BREAKS, Surroundings

SAYING: Final = frozenset(
    {"said", "says", "wrote", "writes", "added", "adds", "explained", "explains"}
    | {"noted", "notes", "recalled", "recalls", "argued", "argues", "warned", "warns"}
    | {"reported", "reports", "claimed", "claims", "insisted", "insists", "tweeted"}
    | {"confirmed", "confirms", "declared", "declares", "stated", "concluded"}
    | {"admitted", "admits", "remarked", "joked", "replied", "suggested", "suggests"}
)
_NAMING: Final = frozenset({"C", "title"})
_WITHIN: Final = frozenset({" ", "~."})
_NAME: Final = 6  # words of a name with its titles
_CLOSING: Final = frozenset({",", ".", "¶"})
_ACCORDING: Final = "according"
_SOME: Final = frozenset({"a", "an", "one", "another", "some", "several", "two"})
_CLAUSE: Final = frozenset({"be", "have", "modal", "do", "wh", "that", "sub"})
_PERSONS: Final = frozenset({"anonymous", "official", "named"})
_PHRASE: Final = 8  # words of "a senior spokesman of the port"


def comes_next(around: Surroundings, head: int, cue: Words) -> bool:
    """Tell whether whoever is credited can only stand right after a cue."""
    if around.words[head] in SAYING:
        return (
            is_inverted(around, cue)
            or _follows_quotation(around, cue)
            or _follows_statement(around, cue)
        )
    return around.words[head] == _ACCORDING and _leads_in(around, cue)


def is_inverted(around: Surroundings, cue: Words) -> bool:
    """Tell whether a cue stands between its content and a name: ", says Ada Lind.".

    At the very end of a text no blank follows the full stop, as within a word.
    """
    alone = cue.last - cue.first == 1 and "," in around.gaps[cue.first - 1]
    first = cue.last
    if alone and around.words[first] == "the" and around.gaps[first] == " ":
        first += 1
    return alone and _closing_mark(around, first).lstrip("~")[:1] in _CLOSING


def is_told(around: Surroundings, i: int) -> bool:
    """Tell whether a verb of saying and a name close a statement, in either order."""
    if around.words[i] not in SAYING or around.capital[i]:
        return False
    return is_inverted(around, Words(i, i + 1)) or _closes(around, i)


def _follows_quotation(around: Surroundings, cue: Words) -> bool:
    """Tell whether who spoke comes next: '"It held," said a spokesman for Lund.'."""
    first = cue.last
    if cue.last - cue.first > 1 or '"' not in around.gaps[cue.first - 1]:
        return False
    after = around.kinds[first]
    return around.gaps[first - 1] == " " and (after == "det" or after not in BREAKS)


def _follows_statement(around: Surroundings, cue: Words) -> bool:
    """Tell whether somebody unnamed comes next: ", said a spokesman for the port."."""
    kinds, gaps, first = around.kinds, around.gaps, cue.last
    if cue.last - cue.first > 1 or "," not in gaps[cue.first - 1]:
        return False
    if around.words[first] not in _SOME or gaps[first - 1] != " ":
        return False
    end, somebody = first + 1, False
    while end - first < _PHRASE and kinds[end] not in _CLAUSE and gaps[end - 1] == " ":
        somebody = somebody or noun_kind(around.words[end]) in _PERSONS
        end += 1
    return somebody and gaps[end - 1].lstrip("~")[:1] in _CLOSING


def _leads_in(around: Surroundings, cue: Words) -> bool:
    """Tell whether "according to" is whole: whoever is credited comes next."""
    after = cue.last - 1
    return around.words[after] == "to" and around.gaps[after] == " "


def _closes(around: Surroundings, i: int) -> bool:
    """Tell whether a verb stands behind a comma and a name: ", Ostal Now reports."."""
    gaps, first = around.gaps, i
    if gaps[i].lstrip("~")[:1] not in _CLOSING:
        return False
    while first > 0 and around.capital[first - 1] and gaps[first - 1] == " ":
        first -= 1
    if first == i:
        return False
    if around.words[first - 1] == "the" and gaps[first - 1] == " ":
        first -= 1
    return first > 0 and "," in gaps[first - 1]


def _closing_mark(around: Surroundings, i: int) -> str:
    """Return what stands after the name that a word begins, "-" if it begins none.

    A name that a comma or full stop closes is who spoke: "the dam held, says Ada Lind."
    One that runs on into a verb is whom it is about: "Ada Lind, 45, said Brenn was".
    """
    kinds, gaps = around.kinds, around.gaps
    if kinds[i] not in _NAMING or gaps[i - 1] != " ":
        return "-"
    end = min(i + _NAME, len(kinds) - 1)
    while i < end and kinds[i + 1] in _NAMING:
        if gaps[i] not in _WITHIN and kinds[i] != "title":
            break
        i += 1
    if gaps[i] == " " and noun_kind(around.words[i + 1]):  # "says the Lund report."
        i += 1
    return gaps[i] if gaps[i] != " " else kinds[i + 1]
