"""Who speaks in each statement, by number, and through whom it came."""

from collections.abc import Iterable, Sequence
from typing import Final

from scorer.detectors.attributions.acquaintances import spelled_out, surnames
from scorer.detectors.attributions.antecedents import (
    named_before_who,
    nearest_name,
    noun_before_who,
    opening_name,
)
from scorer.detectors.attributions.channels import with_channels
from scorer.detectors.attributions.entities import Entity
from scorer.detectors.attributions.identity import Sources
from scorer.detectors.attributions.kinds import kind_of, looks_like_body
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.names import abbreviations
from scorer.detectors.attributions.nouns import is_body, is_respondents, noun_kind
from scorer.detectors.attributions.offices import offices
from scorer.detectors.attributions.parts import Mention, Speaker, Statement, Words
from scorer.detectors.attributions.people import People
from scorer.detectors.attributions.relays import NAMING, Carriers, platform_of
from scorer.detectors.attributions.speech import reports
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.titles import is_title
from scorer.detectors.attributions.writing import plain
from scorer.text.tables import load_table
from scorer.types import SegmentKind

_TABLE: Final = load_table("attributions")
_OUTLETS: Final = frozenset(_TABLE["outlets"])
_MEDIA: Final = NAMING | _OUTLETS  # sought together, which is half the work
_SPOKEN: Final = frozenset(_TABLE["spokesmen"])
_POPULATIONS: Final = frozenset(_TABLE["populations"])
_DISEASES: Final = frozenset(_TABLE["diseases"])
_VOICES: Final = frozenset(_TABLE["voices"])
_FAR: Final = 3  # sentences after which "the statement" is not who spoke last
_ACCORDING: Final = "according"
# Nothing is credited to these, where no article stands before them.
_COURSES: Final = frozenset({"plan", "plans", "schedule", "law", "tradition"})
SEEMING: Final = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})
_FINDING: Final = 0.5
_COUNTED: Final = 0.55  # what is less sure makes nobody a source


def identify(
    around: Surroundings,
    statements: Sequence[Statement],
    hearsay: Sequence[Words | None],
) -> list[Speaker]:
    """Return who makes each statement, `unspecified` where it is mere hearsay."""
    speakers = _Speakers(around)
    kinds = around.reading.kinds
    found = [Speaker("unspecified")] * len(statements)
    # A headline is understood by the text below it.
    order = sorted(
        range(len(statements)),
        key=lambda n: kinds[statements[n].head] is SegmentKind.HEADLINE,
    )
    for n in order:
        if hearsay[n] is None:
            found[n] = speakers.speaker_of(statements[n])
    return with_channels(around, statements, found, speakers.people, speakers.carriers)


class _Speakers:
    """Gives each statement its speaker, in order of reading."""

    def __init__(self, around: Surroundings) -> None:
        """Look up the abbreviations and media that the article introduces."""
        self._around = around
        media = around.reading.where(_MEDIA)
        introduced = _introduced(around, media)
        self._sources = Sources(abbreviations(around), introduced, offices(around))
        self.people = People(around, self._sources)
        self.carriers = Carriers(around, media)
        self._last_sentence = -1

    def speaker_of(self, statement: Statement) -> Speaker:
        """Return who makes a statement, and the medium that it came through."""
        if statement.shown:
            return self._shown(statement)
        return self._identify(statement)

    def _identify(self, statement: Statement) -> Speaker:
        """Return who makes a statement, and the medium named beside its cue."""
        around, head = self._around, statement.head
        source, mention = statement.source, statement.mention
        if source is None:
            return Speaker("unspecified")
        if around.reading.quoted[head] or statement.weight < _FINDING:
            return Speaker(_kind(mention))
        meant = self._meant(mention, source)
        if meant is not None:
            mention = mention_of(around, meant)
        elif mention.pronoun:
            mention = self._introduce(mention, source)
        somebody = self._is_somebody(mention, source)
        if around.words[head] == _ACCORDING and not mention.lead:
            somebody = somebody and mention.head not in _COURSES
        if not somebody or statement.weight < _COUNTED:
            return Speaker(_kind(mention), somebody=somebody, meant=meant)
        speaker = self._speaker(statement, self._entity(statement, mention))
        if meant is None or around.words[source.first] == "that":
            return speaker
        return speaker._replace(meant=meant)

    def _entity(self, statement: Statement, mention: Mention) -> Entity | None:
        """Return who a mention means where it stands, None for nobody known."""
        reading, head = self._around.reading, statement.head
        since = reading.sentence_of[head] - self._last_sentence
        if mention.head in _VOICES and mention.lead == "the" and since > _FAR:
            mention = mention._replace(lead="a")  # another than who spoke last
        if reading.kinds[head] is SegmentKind.HEADLINE:
            mention = spelled_out(self._sources.entities, mention)
        entity = self._sources.resolve(mention, self._around.words[head])
        if entity is None and mention.pronoun in "mf" and statement.source is not None:
            name = nearest_name(self._around, statement.source.first)
            entity = self._sources.resolve(name) if name is not None else None
        return entity

    def _speaker(self, statement: Statement, entity: Entity | None) -> Speaker:
        """Return a source with its number, if what it says makes it one.

        A headline, or the title of a film among the lines, makes nobody a source of
        whom the text tells nothing: it is cut short, and what was taken for a name
        there is often half a sentence.
        """
        if entity is None:
            return Speaker("anonymous")
        if entity.kind == "unspecified":
            return Speaker(entity.kind)
        reading, head = self._around.reading, statement.head
        self._last_sentence = reading.sentence_of[head]
        headline = reading.kinds[head] is SegmentKind.HEADLINE
        cut = headline or is_title(reading, head)
        if cut or not reports(self._around, statement):
            return Speaker(entity.kind, self.people.known(entity))
        return self._relayed(statement, entity)

    def _shown(self, statement: Statement) -> Speaker:
        """Return who posted; a pronoun that follows means who spoke before."""
        people = self.people
        entity = self._sources.resolve(statement.mention, silent=True)
        if entity is None:
            return Speaker("social_media")
        # A pronoun after a post is not whoever's name opens the signature.
        self._last_sentence = self._around.reading.sentence_of[statement.head]
        via = people.platform(statement.platform)
        return Speaker(entity.kind, people.number(entity), via)

    def _meant(self, mention: Mention, source: Words) -> Words | None:
        """Return the words before a "who", "which" or "that" which it stands for."""
        if mention.pronoun != "w":
            return None
        named = named_before_who(self._around, source.first)
        return named or noun_before_who(self._around, source.first)

    def _introduce(self, mention: Mention, source: Words) -> Mention:
        """Return the mention that a pronoun stands for, where a name is at hand."""
        around = self._around
        name = None
        if mention.pronoun in "mf":
            number = around.reading.sentence_of[source.first]
            if self._last_sentence < number - 1:
                name = opening_name(
                    around, source.first, surnames(self._sources.entities)
                )
        return mention if name is None else name

    def _is_somebody(self, mention: Mention, source: Words) -> bool:
        """Tell a source from "Taking" and "explosions", which say nothing."""
        if mention.pronoun:
            return True
        if not mention.name:
            head = mention.head
            if head in _POPULATIONS and not self._sources.has("document"):
                return False  # what people think, without a survey that asked them
            known = bool(noun_kind(head)) or is_body(head) or head in _SPOKEN
            return known or is_respondents(mention)
        if not _DISEASES.isdisjoint(mention.name):
            return False
        if not SEEMING.isdisjoint(self._around.words[source.first : source.last]):
            return False  # a whole sentence taken for a name
        return self._is_name(mention, source)

    def _is_name(self, mention: Mention, source: Words) -> bool:
        """Tell a name from a word whose capital comes from a sentence's beginning."""
        around, reading, name = self._around, self._around.reading, mention.name[-1]
        first = reading.sentences[reading.sentence_of[source.first]].first
        if len(mention.name) > 1 or mention.title or source.first > first:
            return True
        if noun_kind(name) or looks_like_body(mention):
            return True
        # A capital at the head of a sentence proves nothing; one within it does.
        return self._sources.knows(mention.name) or any(
            around.capital[i]
            for i in reading.where({name})
            if i > reading.sentences[reading.sentence_of[i]].first
        )

    def _relayed(self, statement: Statement, entity: Entity) -> Speaker:
        """Return the speaker with the medium that is named beside the cue."""
        people = self.people
        number = people.number(entity)
        relay = self.carriers.beside(statement)
        medium = None if relay is None else people.relay(relay)
        if medium is not None and medium is not entity:
            via = people.number(medium)
            return Speaker(entity.kind, number, via, relay, medium.kind)
        platform = platform_of(self._around.words[statement.head])
        return Speaker(entity.kind, number, people.platform(platform))


def _kind(mention: Mention) -> str:
    """Return the kind of a source of whom nothing but its words is known."""
    return "anonymous" if mention.pronoun else kind_of(mention)


def _introduced(
    around: Surroundings, places: Iterable[int]
) -> frozenset[tuple[str, ...]]:
    """Return the names that the text introduces as media: "the magazine Ostal Now"."""
    found = set()
    for i in places:
        if around.words[i] not in _OUTLETS:
            continue
        first = last = i + 1
        while around.capital[last] and around.gaps[last - 1] == " ":
            last += 1
        if last > first:
            found.add(tuple(plain(w) for w in around.words[first:last]))
    return frozenset(found)
