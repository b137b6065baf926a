"""Through whom a statement came: the medium or platform between it and the outlet.

"Told Radio Ostal", "in an interview with the Echo", "wrote on Twitter": the speaker
stays the source, the medium is what relayed the words.
"""

from collections.abc import Iterable
from typing import Final

from scorer.detectors.attributions.kinds import is_longer
from scorer.detectors.attributions.nouns import noun_kind
from scorer.detectors.attributions.parts import Statement, Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.writing import (
    is_brand,
    plain,
    tells_medium,
    writing_kind,
)
from scorer.reading import Sentence
from scorer.text.tables import load_table
from scorer.types import SegmentKind

_TABLE = load_table("attributions")
_MEDIA: Final[dict[str, float]] = load_table("media_names")["shares"]
TOLD: Final = frozenset(_TABLE["relays"])
_PLATFORMS: Final = frozenset(_TABLE["platforms"])
_POSTING: Final[dict[str, str]] = _TABLE["posting"]
_LEADS: Final = frozenset(_TABLE["relay_leads"])
NAMING: Final = frozenset(
    {*_MEDIA, *_TABLE["kinds"]["media"], *(f"{w}'s" for w in _MEDIA)} | _PLATFORMS
)
_OWN: Final = frozenset({SegmentKind.BODY, SegmentKind.STANDFIRST})
_NO_MEDIA: Final = frozenset({"official", "organisation", "document"})
_FIRSTS: Final = frozenset({"radio", "tv", "channel", "television"})
_BACK: Final = 4  # words between a preposition and the medium's name


class Carriers:
    """The places of an article that name a medium or platform words came through."""

    def __init__(self, around: Surroundings, naming: Iterable[int]) -> None:
        """Find the media and platforms that a preposition leads to.

        Args:
            around: The article.
            naming: Where its words stand that are in `NAMING`, and others perhaps.
        """
        self._around = around
        reading = around.reading
        self.places: dict[int, list[Words]] = {}
        last = 0
        for i in naming:
            if around.words[i] not in NAMING or i < last:
                continue
            if reading.quoted[i] or reading.kinds[i] not in _OWN:
                continue
            sentence = reading.sentences[reading.sentence_of[i]]
            name = _carrier(around, i, sentence)
            if name is not None and _is_led(around, name.first, sentence.first):
                last = name.last
                self.places.setdefault(reading.sentence_of[i], []).append(name)

    def beside(self, statement: Statement) -> Words | None:
        """Return the words that name the medium a statement came through."""
        around, head, cue = self._around, statement.head, statement.cue
        number = around.reading.sentence_of[head]
        if around.words[head] in TOLD:
            last = around.reading.sentences[number].last
            found = _told(around, cue.last, last)
            if found is not None:
                return found
        first, last = statement.source or cue
        for place in self.places.get(number, ()):
            if not first <= place.first < last:
                return place
        return None


def _carrier(around: Surroundings, i: int, sentence: Sentence) -> Words | None:
    """Return the name of a medium or platform that a word belongs to."""
    if around.words[i] in _PLATFORMS:
        return Words(i, i + 1)
    if not around.capital[i]:
        return None
    first = i
    while first > sentence.first and _runs_on(around, first - 1):
        first -= 1
    name = _name(around, first, sentence.last)
    return name if name.last > i and is_medium(around, name) else None


def _runs_on(around: Surroundings, i: int) -> bool:
    """Tell whether a name runs on from one word to the next."""
    whole = around.gaps[i] == " " and not around.words[i].endswith("'s")
    return whole and bool(around.capital[i])


def platform_of(word: str) -> str:
    """Return the platform that a cue names by itself: "tweeted"."""
    return _POSTING.get(word, "")


def is_medium(around: Surroundings, name: Words) -> bool:
    """Tell whether a name is a medium's by the words that it is made of."""
    if around.gaps[name.last - 1][0] == "~":
        return False  # a domain: the outlet's own, as a rule
    words = tuple([plain(w) for w in around.words[name.first : name.last]])
    last = words[-1]
    if is_longer(words):
        return False
    if last in _MEDIA or noun_kind(last) == "media" or words[0] in _FIRSTS:
        return True
    return tells_medium(words)


def _told(around: Surroundings, first: int, last: int) -> Words | None:
    """Return the medium that somebody told something."""
    whole = first
    while first < last and around.kinds[first] == "det":
        first += 1
    if first >= last or not around.capital[first]:
        return None
    name = _name(around, first, last)
    if around.gaps[name.last - 1][0] == "~":
        return None
    known = is_medium(around, name) or _is_coined(around, name)
    known = known or writing_kind(around, whole, name.last) == "media"
    return name if known else None


def _is_coined(around: Surroundings, name: Words) -> bool:
    """Tell a station's letters or a brand that runs words together: WKTV, NewsNow."""
    first, last = name
    alone = last - first == 1 and is_brand(around, first, last)
    return alone and noun_kind(plain(around.words[first])) not in _NO_MEDIA


def _name(around: Surroundings, first: int, last: int) -> Words:
    """Return the run of capitals that begins at a word."""
    end = first + 1
    while end < last and _runs_on(around, end - 1) and around.capital[end]:
        end += 1
    return Words(first, end)


def _is_led(around: Surroundings, i: int, floor: int) -> bool:
    """Tell whether a preposition such as "on" or "via" leads to a name."""
    for j in range(i - 1, max(floor, i - _BACK) - 1, -1):
        if around.words[j] in _LEADS:
            return True
        if around.kinds[j] != "det" and not around.capital[j]:
            return around.words[j] in _PLATFORMS or around.words[j] in TOLD
    return False
