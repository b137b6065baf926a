"""Whom a pronoun stands for, where no earlier speaker fits: a name close by."""

from collections.abc import Container
from typing import Final

from scorer.detectors.attributions.kinds import looks_like_body
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.nouns import is_body, noun_kind
from scorer.detectors.attributions.parts import Mention, Words
from scorer.detectors.attributions.phrases import GIVEN
from scorer.detectors.attributions.surroundings import LINKS, Surroundings
from scorer.detectors.attributions.writing import plain

_BACK: Final = 150  # words within which a name is sought
_RUN: Final = 4  # words of a name
_PHRASE: Final = 6  # words of a noun with what stands before it


def named_before_who(around: Surroundings, who: int) -> Words | None:
    """Return the name that "who" or "which" follows: "Ada Lind, who"."""
    reading = around.reading
    floor = max(reading.sentences[reading.sentence_of[who]].first, who - _RUN)
    first = who
    while first > floor and around.capital[first - 1]:
        first -= 1
    if first == who:
        return None
    if around.kinds[first - 1] == "prep" and not _is_person(around, first, who):
        return None  # "from Lund, who": the place is not who speaks
    return Words(first, who)


def _is_person(around: Surroundings, first: int, last: int) -> bool:
    """Tell a person's name by a title or a given name."""
    titled = "title" in around.kinds[first:last]
    return titled or not GIVEN.isdisjoint(around.words[first:last])


def noun_before_who(around: Surroundings, who: int) -> Words | None:
    """Return the noun that "who" or "that" follows: "a study that found".

    Only a noun that tells a kind of source counts; others may be part of a place or
    of a thing: "politicians in the town who".
    """
    reading, noun = around.reading, around.words[who - 1]
    floor = reading.sentences[reading.sentence_of[who]].first
    if who <= floor or not (noun_kind(noun) or is_body(noun)):
        return None
    first = who - 1
    while first > max(floor, who - _PHRASE) and around.gaps[first - 1] == " ":
        if around.kinds[first - 1] in LINKS:
            break
        first -= 1
        if around.kinds[first] == "det":
            break
    return Words(first, who)


def opening_name(
    around: Surroundings, pronoun: int, met: Container[str]
) -> Mention | None:
    """Return the person whose name opens a pronoun's sentence or the one before.

    A bare last name may be any word, unless somebody of that name was `met`.
    """
    sentences = around.reading.sentences
    number = around.reading.sentence_of[pronoun]
    for sentence in reversed(sentences[max(0, number - 1) : number + 1]):
        words = Words(sentence.first, min(pronoun, sentence.last))
        name = _opening(around, words, met)
        if name is not None:
            return name
    return None


def nearest_name(around: Surroundings, i: int) -> Mention | None:
    """Return the person named last before a word, known by a given name."""
    for first in range(i - 2, max(-1, i - _BACK), -1):
        if around.words[first] in GIVEN and around.capital[first + 1]:
            last = _run(around, Words(first, min(i, first + _RUN)))
            return mention_of(around, Words(first, last))
    return None


def _opening(around: Surroundings, words: Words, met: Container[str]) -> Mention | None:
    last = _run(around, words)
    if last - words.first < 1:
        return None
    if last - words.first == 1 and plain(around.words[words.first]) not in met:
        return None
    name = mention_of(around, Words(words.first, last))
    return name if name.name and not looks_like_body(name) else None


def _run(around: Surroundings, words: Words) -> int:
    """Return where the run of capitals that some words begin with ends."""
    last = words.first
    while last < words.last and around.capital[last]:
        last += 1
        if around.gaps[last - 1] != " ":
            break
    return last
