"""Who speaks in each statement, by number, and through whom it came."""

from typing import Final, NamedTuple

from scorer.detectors.attributions.identity import Entity, Sources
from scorer.detectors.attributions.kinds import kind_of, looks_like_body
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.names import abbreviations
from scorer.detectors.attributions.parts import Mention, Statement, Words
from scorer.detectors.attributions.relays import platform_of, relay_of
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.text.tables import load_table

_ATTITUDES: Final = frozenset(load_table("attributions")["attitudes"])
_FINDING: Final = 0.5
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
        entity = self._sources.resolve(mention)
        if entity is None:
            return Speaker("anonymous")
        self._last_sentence = around.reading.sentence_of[head]
        if around.words[head] in _ATTITUDES:
            return Speaker(entity.kind, self._numbers.get(entity.number))
        number = self._number(entity)
        return self._relayed(statement, entity, number)

    def _number(self, entity: Entity) -> int:
        return self._numbers.setdefault(entity.number, len(self._numbers))

    def _relayed(self, statement: Statement, entity: Entity, number: int) -> Speaker:
        around = self._around
        if entity.kind == "media" and statement.content is not None:
            self._outer = (*statement.content, number)
        relay = relay_of(around, statement.head, statement.cue)
        if relay is not None and relay != statement.source:
            medium = self._sources.resolve(mention_of(around, relay), silent=True)
            if medium is not None and medium is not entity:
                platform = medium.kind == "social_media"
                kind = "social_media" if platform else "media"
                medium.kind = kind
                return Speaker(entity.kind, number, self._number(medium), relay, kind)
        platform = platform_of(around.words[statement.head])
        if platform:
            mention = Mention(name=(platform,))
            medium = self._sources.resolve(mention, silent=True)
            if medium is not None:
                return Speaker(entity.kind, number, self._number(medium))
        place = around.reading.starts[statement.head]
        if self._outer and self._outer[0] <= place < self._outer[1]:
            if self._outer[2] != number:
                return Speaker(entity.kind, number, self._outer[2])
        return Speaker(entity.kind, number)

    def _introduce(self, mention: Mention, source: Words) -> Mention:
        """Return the mention that a pronoun stands for, where a name is at hand."""
        around = self._around
        reading = around.reading
        number = reading.sentence_of[source.first]
        if mention.pronoun == "w":
            last = source.first
            first = last
            floor = reading.sentences[number].first
            while first > floor and last - first < _RUN and around.capital[first - 1]:
                first -= 1
            return mention_of(around, Words(first, last)) if first < last else mention
        if mention.pronoun not in "mf" or self._last_sentence >= number - 1:
            return mention
        for sentence in reversed(reading.sentences[max(0, number - 1) : number + 1]):
            first = last = sentence.first
            while last < min(sentence.last, source.first) and around.capital[last]:
                last += 1
                if around.gaps[last - 1] != " ":
                    break
            if last - first > 1:
                name = mention_of(around, Words(first, last))
                if name.name and not looks_like_body(name):
                    return name
        return mention
