"""What no source begins or ends with, cut off it: "voters who", "Ada Lind last week".

The models of the bounds weigh small signs against each other and know no grammar; a
clause or a day that they let in is told by a few small words.
"""

from typing import Final

from scorer.detectors.attributions.inversion import SAYING
from scorer.detectors.attributions.nouns import noun_kind
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.sources import SELVES
from scorer.detectors.attributions.surroundings import BREAKS, FINITE, Surroundings

_OPENING: Final = frozenset({"wh", "that", "sub"})
_RELATIVES: Final = frozenset({"wh", "that"})
_LEADS: Final = frozenset({"and", "but", "conj", "sub"})
_NAMING: Final = frozenset({"det", "title"})
_SUBJECTS: Final = frozenset({"he", "she", "they", "it", "we", "i"})
_JOINING: Final = frozenset({"and", "all", "both", "himself", "herself", "themselves"})
_COUNTING: Final = frozenset({"one", "some", "many", "several", "another", "others"})
_WHICH: Final = frozenset({"last", "this", "next", "late", "early", "on", "earlier"})
_LED_IN: Final = 2  # words before a cue that opens its sentence
_CLAUSE: Final = 3  # words of the shortest clause
_LONG: Final = 12  # words of a source that is likely to hold a verb
_OBJECTS: Final = frozenset({"to", "det", "pron", "that"})
_TIME: Final = 4  # words of "on Tuesday evening"
_TIMES: Final = frozenset({"day", "time"})
_LOOSE: Final = frozenset({"either", "also", "both", "then", "later", "now", "once"})
_TITLED: Final = frozenset({"today", "tonight", "now"})  # ends the names of media, too
# Of the verbs of saying those that are hardly ever nouns or participles.
_SAID: Final = SAYING - (
    {"reported", "reports", "claimed", "claims", "notes", "stated", "confirmed"}
    | {"suggested", "noted", "admitted"}
)


def bounded(around: Surroundings, source: Words, cue: Words) -> Words:
    """Return a source without what cannot belong to it; at least one word stays."""
    if source.first >= cue.last:
        return _to_its_end(around, _before_content(around, source, cue))
    source = _whole(around, _from_its_start(around, source), cue)
    source = _speaker_before(around, source, cue)
    return _to_its_end(around, _subject_of(around, source, cue))


def _before_content(around: Surroundings, source: Words, cue: Words) -> Words:
    """Return a source up to its first comma, where else nothing would be said.

    So in "According to the port, the gate held" if it was taken to its end.
    """
    _, first, last, _ = around.reading.sentences[around.reading.sentence_of[cue.first]]
    if cue.first - first <= _LED_IN and source.last == last:
        for i in range(source.first, source.last - _CLAUSE):
            if "," in around.gaps[i]:
                return Words(source.first, i + 1)
    return source


def _from_its_start(around: Surroundings, source: Words) -> Words:
    """Return a source from behind "but", "if" or "last week,"."""
    first, last = source
    while last - first > 1 and _leads(around, first):
        first += 1
    if around.words[first] in _WHICH:
        for i in range(first, min(first + _TIME, last - 1)):
            if "," in around.gaps[i] and around.kinds[i] in _TIMES:
                return Words(i + 1, last)
    return Words(first, last)


def _leads(around: Surroundings, i: int) -> bool:
    """Tell a small word before a source; the "that" of "that report" is its own."""
    if around.words[i] == "that":
        return not noun_kind(around.words[i + 1])
    return around.kinds[i] in _LEADS or around.words[i] == "let"


def _whole(around: Surroundings, source: Words, cue: Words) -> Words:
    """Return "one shaken resident" where "one" alone was found."""
    first, last = source
    if last - first > 1 or around.words[first] not in _COUNTING:
        return source
    while last < cue.first and around.gaps[last - 1] == " ":
        if around.kinds[last] in BREAKS or around.kinds[last] == "ly":
            break
        last += 1
    return Words(first, last)


def _speaker_before(around: Surroundings, source: Words, cue: Words) -> Words:
    """Return who does one thing after another: "He sent her a letter, called her"."""
    first = around.reading.sentences[around.reading.sentence_of[cue.first]].first
    if around.words[first] not in _SUBJECTS or source.first == first:
        return source
    parted = source.last == cue.first and around.gaps[source.last - 1] == ","
    finite = around.words[cue.first].endswith("ed") or around.words[cue.first] == "said"
    simple = parted and finite and not around.commas(first, source.last - 1)
    last = source.last - 1  # "photos of himself" have nothing to say
    turned = around.words[last] in SELVES and around.kinds[last - 1] == "prep"
    return Words(first, first + 1) if simple or turned else source


def _subject_of(around: Surroundings, source: Words, cue: Words) -> Words:
    """Return the subject of a whole clause that was taken for a source.

    In "Lind has met both sides, saying" it is Lind who says it, in "Lind says the
    figures | show" it is the figures that show it.
    """
    first, last = source
    joined = around.words[first + 1] in _JOINING
    if last - first > 1 and around.words[first] in _SUBJECTS and not joined:
        return Words(first, first + 1) if around.gaps[first][0] != "~" else source
    for i in range(first + 1, last):
        if around.gaps[i - 1] != " " or around.kinds[i] in _OPENING:
            break
        if around.capital[i]:
            continue
        if around.words[i] in _SAID and i + 1 < last:
            inner = around.kinds[i + 1] in _NAMING or around.capital[i + 1]
            later = inner and last == cue.first
            return Words(i + 1, last) if later else Words(first, i)
        if around.kinds[i] in FINITE or (last - first > _LONG and _acts(around, i)):
            return Words(first, i)
    return source


def _acts(around: Surroundings, i: int) -> bool:
    """Tell a verb from a participle, in a long source: "appealed to", "bound by"."""
    return around.words[i].endswith("ed") and around.kinds[i + 1] in _OBJECTS


def _to_its_end(around: Surroundings, source: Words) -> Words:
    """Return a source up to a relative, an adverb or a time that ends it."""
    first, last = source
    while last - first > 1:
        end = _loose_end(around, last - 1)
        if end == last or end <= first:
            break
        if around.kinds[end] in _RELATIVES:
            first = _antecedent(around, Words(first, end))
        last = end
    return Words(first, last)


def _loose_end(around: Surroundings, end: int) -> int:
    """Return where what is loose at the end of a source starts, else where it ends.

    The day of "a study released on Monday" is not loose.
    """
    kind, word = around.kinds[end], around.words[end]
    if around.capital[end] and word in _TITLED:
        return end + 1
    if kind in _RELATIVES or word in _LOOSE:
        return end
    led = around.words[end - 1] in _WHICH
    if kind == "day" or (kind == "time" and led and not around.capital[end]):
        start = end - led
        return end + 1 if around.words[start - 1].endswith("ed") else start
    return end + 1


def _antecedent(around: Surroundings, words: Words) -> int:
    """Return where the noun phrase starts that a "that" behind some words stands for.

    Of "Lind screened a video", that is "a video"; of "a survey by the port", all of it.
    """
    for i in range(words.last - 1, words.first, -1):
        if around.kinds[i] == "det" and around.kinds[i - 1] != "prep":
            return i
    return words.first
