"""The name that an apposition tells more about: "Ada Lind, the port's chief, wrote"."""

from typing import Final

from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.phrases import GIVEN
from scorer.detectors.attributions.surroundings import FINITE, Surroundings

_NAME: Final = 4  # words of a name
_ENDING: Final = frozenset({",", ".", "?", "!"})
_OWN: Final = frozenset({"who", "whose"})  # a clause of the apposition's own


def with_name(around: Surroundings, cue: Words, source: Words) -> Words:
    """Return a source from the name on that opens its sentence and is meant by it.

    Of "Ada Lind, the port's chief engineer, told" an end alone may have been found.
    """
    if source.last != cue.first:
        return source
    first = _opening(around, source)
    last = _end_of_name(around, first)
    if last == first or last > source.first or around.gaps[last - 1] != ",":
        return source
    if "," not in around.gaps[cue.first - 1] and last < source.first:
        return source
    between = around.kinds[last : cue.first]
    if around.words[last] not in _OWN and not FINITE.isdisjoint(between):
        return source  # a clause of its own: "Ada Lind, 45, was held, the Echo said"
    return Words(first, source.last)


def _opening(around: Surroundings, source: Words) -> int:
    """Return the first word of a sentence, or of what follows a quotation in it."""
    sentence = around.reading.sentences[around.reading.sentence_of[source.first]]
    for i in range(source.first, sentence.first, -1):
        gap = around.gaps[i - 1]
        if '"' in gap and gap[0] in _ENDING:
            return i
    return sentence.first


def _end_of_name(around: Surroundings, first: int) -> int:
    """Return where a person's whole name ends, `first` if none begins there."""
    last = first
    if around.kinds[first] == "title":
        last += 1
    if around.words[last] not in GIVEN:
        return first
    while last - first < _NAME and around.capital[last]:
        last += 1
        if around.gaps[last - 1] != " ":
            break
    return last if last - first > 1 else first
