"""Who speaks in each statement, by number, and through whom it came."""

from typing import Final, NamedTuple

from scorer.detectors.attributions.identity import Entity, Sources, is_respondents
from scorer.detectors.attributions.kinds import GIVEN, kind_of, looks_like_body
from scorer.detectors.attributions.mentions import is_body, mention_of, noun_kind
from scorer.detectors.attributions.names import abbreviations
from scorer.detectors.attributions.parts import Mention, Statement, Words
from scorer.detectors.attributions.relays import platform_of, relay_of
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.text.tables import load_table

_ATTITUDES: Final = frozenset(load_table("attributions")["attitudes"])
_SPOKEN: Final = frozenset(load_table("attributions")["spokesmen"])
_FINDING: Final = 0.5
_BACK: Final = 150  # words within which a pronoun's name is sought
_RUN: Final = 4  # words of a name


class Speaker(NamedTuple):
    """The source of a statement.

    Attributes:
        kind: The last part of its label.
        number: Its number; None for who says nothing that counts as a source.
        via: Number of the medium that relayed it.
        relay: The words that name that medium.
    """

    kind: str
    number: int | None = None
    via: int | None = None
    relay: Words | None = None
    relay_kind: str = "media"


class Speakers:
    """Gives each statement its speaker, in order of reading."""

    def __init__(self, around: Surroundings) -> None:
        """Look up the abbreviations that the article introduces."""
        self._around = around
        self._sources = Sources(abbreviations(around))
        self._numbers: dict[int, int] = {}
        self._last_sentence = -1
        self._outer: tuple[int, int, int] | None = None

    def identify(self, statement: Statement) -> Speaker:
        """Return who makes a statement."""
        around, head = self._around, statement.head
        source = statement.source
        if source is None:
            return Speaker("unspecified")
        mention = statement.mention
        quoted = bool(around.reading.quoted[head])
        if quoted or statement.weight < _FINDING:
            return Speaker("anonymous" if mention.pronoun else kind_of(mention))
        if mention.pronoun:
            mention = self._introduce(mention, source)
        if not self._is_somebody(mention, source):
            return Speaker(kind_of(mention))
        entity = self._sources.resolve(mention, around.words[head])
        if entity is None and mention.pronoun in "mf":
            name = self._nearest(source.first)
            entity = self._sources.resolve(name) if name is not None else None
        if entity is None:
            return Speaker("anonymous")
        self._last_sentence = around.reading.sentence_of[head]
        if around.words[head] in _ATTITUDES:
            return Speaker(entity.kind, self._numbers.get(entity.number))
        number = self._number(entity)
        return self._relayed(statement, entity, number)

    def _is_somebody(self, mention: Mention, source: Words) -> bool:
        """Tell a source from "Taking" and "explosions", which say nothing."""
        around = self._around
        if mention.pronoun:
            return True
        if not mention.name:
            head = mention.head
            known = bool(noun_kind(head)) or is_body(head) or head in _SPOKEN
            return known or is_respondents(mention)
        name = mention.name[-1]
        reading = around.reading
        first = reading.sentences[reading.sentence_of[source.first]].first
        if len(mention.name) > 1 or mention.title or source.first > first:
            return True
        if noun_kind(name) or looks_like_body(mention):
            return True
        if self._sources.knows(mention.name):
            return True
        # A capital at the head of a sentence proves nothing; one within it does.
        return any(
            around.capital[i]
            for i in around.reading.where({name})
            if i > reading.sentences[reading.sentence_of[i]].first
        )

    def _number(self, entity: Entity) -> int:
        return self._numbers.setdefault(entity.number, len(self._numbers))

    def _relayed(self, statement: Statement, entity: Entity, number: int) -> Speaker:
        """Return the speaker with the medium that the words came through."""
        around, head = self._around, statement.head
        if entity.kind == "media" and statement.content is not None:
            self._outer = (*statement.content, number)
        relay = relay_of(around, head, statement.cue)
        if relay is not None and relay != statement.source:
            medium = self._sources.resolve(mention_of(around, relay), silent=True)
            if medium is not None and medium is not entity:
                if medium.kind != "social_media":
                    medium.kind = "media"
                via = self._number(medium)
                return Speaker(entity.kind, number, via, relay, medium.kind)
        return Speaker(entity.kind, number, self._carrier(head, number))

    def _carrier(self, head: int, number: int) -> int | None:
        """Return the number of a carrier not named beside the cue: "tweeted"."""
        platform = platform_of(self._around.words[head])
        if platform:
            medium = self._sources.resolve(Mention(name=(platform,)), silent=True)
            return None if medium is None else self._number(medium)
        place = self._around.reading.starts[head]
        if self._outer is None or self._outer[2] == number:
            return None
        start, end, medium_number = self._outer
        return medium_number if start <= place < end else None

    def _introduce(self, mention: Mention, source: Words) -> Mention:
        """Return the mention that a pronoun stands for, where a name is at hand."""
        around, reading = self._around, self._around.reading
        number = reading.sentence_of[source.first]
        floor = reading.sentences[number].first
        if mention.pronoun == "w":
            first = source.first
            while first > max(floor, source.first - _RUN) and around.capital[first - 1]:
                first -= 1
            if first < source.first:
                return mention_of(around, Words(first, source.first))
            return mention
        if mention.pronoun not in "mf" or self._last_sentence >= number - 1:
            return mention
        for sentence in reversed(reading.sentences[max(0, number - 1) : number + 1]):
            name = self._opening(Words(sentence.first, source.first), sentence.last)
            if name is not None:
                return name
        return mention

    def _nearest(self, i: int) -> Mention | None:
        """Return the person named last before a word, known by a given name."""
        around = self._around
        for first in range(i - 2, max(-1, i - _BACK), -1):
            if around.words[first] in GIVEN and around.capital[first + 1]:
                last = first + 1
                while last < i and around.capital[last] and last - first < _RUN:
                    last += 1
                    if around.gaps[last - 1] != " ":
                        break
                return mention_of(around, Words(first, last))
        return None

    def _opening(self, words: Words, ceiling: int) -> Mention | None:
        """Return the person whose name opens a sentence."""
        around = self._around
        first, end = words.first, min(words.last, ceiling)
        last = first
        while last < end and around.capital[last]:
            last += 1
            if around.gaps[last - 1] != " ":
                break
        if last - first < 2:  # noqa: PLR2004 - a bare surname may be any word
            return None
        name = mention_of(around, Words(first, last))
        return name if name.name and not looks_like_body(name) else None
