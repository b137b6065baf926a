"""The words that name a source: found on one side of the cue, then drawn out.

Candidates come from the structure of the sentence (the subject before the cue or,
inverted, after it; a name further off; nobody) and linear models rank them.
"""

from typing import Final

from scorer.detectors.attributions.inversion import comes_next
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.source_weights import (
    Anchor,
    anchor_scores,
    end_scores,
    start_scores,
)
from scorer.detectors.attributions.surroundings import (
    BREAKS,
    LINKS,
    OPENERS,
    Surroundings,
)

_FAR: Final = 40  # words between a source and its cue
_REACH: Final = 30  # words of a source
_MOST: Final = 3  # candidates on the left
_LEAST: Final = 2  # for fewer there is nothing to choose
_AGENT: Final = 4  # words after a cue in which "by" may lead in the source
_AGENTS: Final = frozenset({"by", "from", "of", "among", "to", "with", "in", "for"})
_BETWEEN: Final = frozenset({"adv", "not"})
_NOT_SUFFERED: Final = frozenset({"quoted", "worried", "determined", "concerned"})
_SUBJECTS: Final = frozenset({"he", "she", "they", "it", "we", "i", "you", "who"})
_VERBAL: Final = frozenset({"have", "be", "modal", "wh", "do"})
SELVES: Final = frozenset({"himself", "herself", "itself", "themselves"})
_POINTERS: Final = frozenset({"pron", "wh"})


def find_source(around: Surroundings, head: int, cue: Words) -> Words | None:
    """Return the words of the source of a cue, None where nobody is named."""
    if is_sure(around, cue):
        return Words(cue.first - 1, cue.first)
    if comes_next(around, head, cue):
        return Words(cue.last, _last(around, cue.last))
    places = anchors(around, cue)
    scores = anchor_scores(around, head, cue, places)
    side, word = places[scores.index(max(scores))]
    if side == "-":
        return None
    if side in "lL":
        return Words(_first(around, _but_self(around, word)), word + 1)
    return Words(word, _last(around, word))


def is_sure(around: Surroundings, cue: Words) -> bool:
    """Tell whether a subject pronoun stands right before a cue."""
    i = cue.first - 1
    return around.words[i] in _SUBJECTS and around.gaps[i] == " "


def anchors(around: Surroundings, cue: Words) -> list[Anchor]:
    """Return the places where the source of a cue may stand."""
    sentence = around.reading.sentences[around.reading.sentence_of[cue.first]]
    found: list[Anchor] = [("-", cue.first)]
    if cue.first > sentence.first:
        found.append(("l", cue.first - 1))
    far = _ends_before(around, max(sentence.first, cue.first - _FAR), cue.first - 1)
    found += [("L", i) for i in far[:_MOST]]
    if len(far) > _MOST:
        found.append(("L", far[-1]))
    if cue.last < sentence.last:
        found.append(("r", cue.last))
    for i in range(cue.last + 1, min(sentence.last, cue.last + _AGENT)):
        if around.words[i - 1] in _AGENTS:
            found.append(("R", i))
    return found


def _ends_before(around: Surroundings, first: int, last: int) -> list[int]:
    """Return where a source may end from `first` up to before `last`, backwards."""
    gaps, kinds, capital = around.gaps, around.kinds, around.capital
    return [
        i
        for i in range(last - 1, first - 1, -1)
        if gaps[i] != " "
        or kinds[i] in _POINTERS
        or kinds[i + 1] in _VERBAL
        or (capital[i] and not capital[i + 1])
    ]


def _but_self(around: Surroundings, last: int) -> int:
    """Return the word that names a source which ends with "himself"."""
    named = around.words[last] in SELVES and around.gaps[last - 1] == " "
    return last - 1 if named else last


def _first(around: Surroundings, last: int) -> int:
    if around.kinds[last] in _POINTERS and around.gaps[last - 1][0] != "~":
        return last  # but the "I" of "F.B.I." is no pronoun
    places = starts(around, last)
    if len(places) < _LEAST:
        return places[0]
    scores = start_scores(around, last, places)
    return places[scores.index(max(scores))]


def starts(around: Surroundings, last: int) -> list[int]:
    """Return where a source that ends with the word `last` may start."""
    sentence = around.reading.sentences[around.reading.sentence_of[last]]
    floor = max(sentence.first, last + 1 - _REACH)
    gaps, kinds, capital = around.gaps, around.kinds, around.capital
    found = []
    for i in range(last, floor, -1):
        gap, before = gaps[i - 1], i - 1
        if gap == " ":
            opens = kinds[i] in OPENERS or (capital[i] and not capital[before])
            if opens or kinds[before] in LINKS:
                found.append(i)
        elif gap[0] != "~":
            found.append(i)
            if '"' in gap or ";" in gap:
                return found
    return [*found, floor]


def _last(around: Surroundings, first: int) -> int:
    if around.kinds[first] == "pron":
        return first + 1
    places = ends(around, first)
    if len(places) < _LEAST:
        return places[0] + 1
    scores = end_scores(around, first, places)
    return places[scores.index(max(scores))] + 1


def ends(around: Surroundings, first: int) -> list[int]:
    """Return with which word a source that starts with `first` may end."""
    sentence = around.reading.sentences[around.reading.sentence_of[first]]
    ceiling = min(sentence.last, first + _REACH) - 1
    gaps, kinds, capital = around.gaps, around.kinds, around.capital
    found = []
    for i in range(first, ceiling):
        gap, after = gaps[i], i + 1
        if gap == " ":
            if kinds[after] in BREAKS or (capital[i] and not capital[after]):
                found.append(i)
        elif gap[0] != "~":
            found.append(i)
            if '"' in gap or ";" in gap:
                return found
    return [*found, ceiling]


def suffers(around: Surroundings, head: int, cue: Words) -> bool:
    """Tell whether the subject is spoken to or of: "was accused", "were told"."""
    word = around.words[head]
    if not (word.endswith("ed") or word == "told") or word in _NOT_SUFFERED:
        return False
    i = head - 1
    while i >= cue.first and around.kinds[i] in _BETWEEN:
        i -= 1
    return i >= cue.first and around.kinds[i] == "be"


def agent_of(around: Surroundings, head: int) -> Words | None:
    """Return who does it to such a subject: "was accused by the port"."""
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    for i in range(head + 1, min(sentence.last, head + _AGENT)):
        if around.words[i - 1] == "by":
            return Words(i, _last(around, i))
    return None


def hull(one: Words, other: Words) -> Words:
    """Return the words from the first to the last of two parts."""
    return Words(min(one.first, other.first), max(one.last, other.last))
