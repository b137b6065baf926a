"""Where a noun phrase turns on its noun or name, and where what tells of it begins."""

from typing import Final

from scorer.detectors.attributions.nouns import is_body
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.writing import dotted, is_domain
from scorer.text.tables import load_table

GIVEN: Final = frozenset(load_table("given_names")["names"])
LINKS: Final = frozenset(
    {"prep", "wh", "that", "and", "but", "conj", "to", "be", "sub"}
)
_WHEN: Final = frozenset({"last", "this", "next", "late", "earlier"})
_OF_WHAT: Final = {"familiar": "with", "close": "to", "aware": "of"}
_DONE: Final = frozenset({"seen", "kept", "made", "written", "held", "led", "run"})
_TELLING: Final = frozenset(_WHEN | _OF_WHAT.keys() | _DONE)
_PARTS: Final = frozenset({"of", "for"})
_INNER: Final = frozenset({"of", "for", "the", "and"})
_JOINS: Final = frozenset(
    {"de", "la", "von", "van", "der", "den", "bin", "al", "el", "da"}
)


def core_of(around: Surroundings, first: int, last: int) -> int:
    """Return the word after the head of the noun phrase."""
    gaps, kinds, words = around.gaps, around.kinds, around.words
    for i in range(first, last - 1):
        gap, kind = gaps[i], kinds[i + 1]
        if gap == " " and kind not in LINKS:
            tells = kind == "ed" or words[i + 1] in _TELLING
            if tells and _is_told_of(around, i, last):
                return i + 1
            continue
        if _runs_on(gap) and kind not in LINKS:
            continue
        if gap == "'" and words[i][-1] == "s":
            continue  # "the drivers' union"
        if _stays_in_name(around, Words(first, i), last):
            continue
        return i + 1
    return last


def _stays_in_name(around: Surroundings, before: Words, last: int) -> bool:
    """Tell whether a small word after `before` stands within a name or pair of words.

    A person's name ends before "of" and "for", a body's may go on.
    """
    first, i = before
    word = around.words[i + 1]
    if word in _PARTS:
        person = around.capital[first] and around.words[first] in GIVEN
        if not person and _goes_on(around, i, last):
            return True
    if i and around.kinds[i + 1] == "prep" and around.kinds[i] == "prep":
        return True
    return word == "and" and _is_one_body(around, before, last)


def _is_told_of(around: Surroundings, i: int, last: int) -> bool:
    """Tell whether what follows a noun only tells more of it: when, by whom, of what.

    "An update published by", "a poll released this week", "people familiar with".
    """
    if i + 2 >= last:
        return False
    after, later = around.words[i + 1], around.words[i + 2]
    if after in _DONE:
        return later == "by"
    if around.kinds[i + 1] == "ed":
        return around.kinds[i + 2] in {"prep", "day"} or later in _WHEN
    if after in _WHEN:
        return around.kinds[i + 2] == "time" or later in _WHEN
    return _OF_WHAT[after] == later


def _is_one_body(around: Surroundings, before: Words, last: int) -> bool:
    """Tell whether "and" stands within a body's name: Department of Boats and Lakes."""
    first, i = before
    if i + 2 >= last or not (around.capital[i] and around.capital[i + 2]):
        return False
    return any(
        around.words[k] in _INNER and is_body(around.words[k - 1])
        for k in range(first + 1, i)
    )


def _goes_on(around: Surroundings, i: int, last: int) -> bool:
    """Tell whether "of" stands within a name: Ministry of Defence."""
    if i + 2 >= last or not around.capital[i]:
        return around.kinds[i + 1] == "prep" and i < 0
    after = i + 3 if around.kinds[i + 2] == "det" else i + 2
    return bool(after < last and around.capital[after])


def run_of(around: Surroundings, first: int, core: int) -> int:
    """Return where the run of capitals that ends the phrase begins."""
    i = dotted(around, first, core)
    if not around.capital[i] and not is_domain(around, core - 1):
        return core
    start = i
    while i > first and _belongs(around, i - 1):
        i -= 1
    while i < start and not around.capital[i]:
        i += 1
    return i


def _belongs(around: Surroundings, i: int) -> bool:
    if not _runs_on(around.gaps[i]):
        return False
    word = around.words[i]
    if word.endswith("'s") and around.capital[i]:
        return False
    return bool(around.capital[i]) or word in _JOINS or word in _INNER


def _runs_on(gap: str) -> bool:
    """Tell whether a phrase goes on after a gap: a blank, "U.S.", a nickname."""
    return gap in {" ", '"', "."} or gap[0] == "~"
