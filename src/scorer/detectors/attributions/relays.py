"""Through whom a statement came: the medium or platform between it and the outlet.

"Told Radio Ostal", "in an interview with the Echo", "wrote on Twitter": the speaker
stays the source, the medium is what relayed the words.
"""

from typing import Final

from scorer.detectors.attributions.mentions import noun_kind, plain
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_TOLD: Final = frozenset(_TABLE["relays"])
_TALKS: Final = frozenset(_TABLE["talks"])
_PLATFORMS: Final = frozenset(_TABLE["platforms"])
_POSTING: Final[dict[str, str]] = _TABLE["posting"]
_WITH: Final = frozenset({"with", "on", "for", "in", "to", "by"})
_REACH: Final = 9  # words after the cue, or from the sentence's start, that are read
_SHORT: Final = 5  # letters of an abbreviation


def relay_of(around: Surroundings, head: int, cue: Words) -> Words | None:
    """Return the words that name the medium a statement came through."""
    words = around.words
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    if words[head] in _TOLD:
        found = _medium(around, cue.last, sentence.last)
        if found is not None:
            return found
    ahead = min(sentence.last, cue.last + _REACH)
    lead = min(cue.first, sentence.first + _REACH)
    for i in (*range(cue.last, ahead), *range(sentence.first, lead)):
        word = words[i]
        if word in _PLATFORMS and words[i - 1] in {
            "on",
            "via",
            "to",
            "a",
            "his",
            "her",
        }:
            return Words(i, i + 1)
        if word in _TALKS and words[i + 1] in _WITH:
            found = _medium(around, i + 2, sentence.last)
            if found is not None:
                return found
    return None


def platform_of(word: str) -> str:
    """Return the platform that a cue names by itself: "tweeted"."""
    return _POSTING.get(word, "")


def _medium(around: Surroundings, first: int, last: int) -> Words | None:
    """Return the medium named at a place, if it is one."""
    while first < last and around.kinds[first] == "det":
        first += 1
    end = first
    while end < last and around.capital[end]:
        end += 1
        if around.gaps[end - 1] != " " or around.words[end - 1].endswith("'s"):
            break
    if end == first:
        return None
    names = [plain(w) for w in around.words[first:end]]
    media = any(noun_kind(n) == "media" for n in names)
    text = around.reading.document.text
    starts, ends = around.reading.starts, around.reading.ends
    initial = text[starts[first] : ends[first]]
    short = initial.isupper() and 1 < len(initial) <= _SHORT
    own = around.gaps[end - 1][0] == "~"  # a domain: the outlet's own, as a rule
    return Words(first, end) if (media or short) and not own else None
