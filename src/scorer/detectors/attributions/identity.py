"""Who is who: which sources of an article are the same.

Each mention is matched with the sources met before: a name by its last word, a body
by its words or its initials, "the report" with the document last cited, a pronoun
with the last speaker of fitting gender.
"""

from collections.abc import Container
from typing import Final

from scorer.detectors.attributions.entities import Entity, agree, fits
from scorer.detectors.attributions.kinds import kind_of, looks_like_body
from scorer.detectors.attributions.mentions import (
    is_body,
    is_counted,
    is_respondents,
    noun_kind,
)
from scorer.detectors.attributions.namesakes import FEW, abbreviates, alike, namesake
from scorer.detectors.attributions.parts import Mention
from scorer.detectors.attributions.works import (
    ASKED,
    AUTHORS,
    announced,
    asked,
    work_of,
)
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_ABBREVIATIONS: Final[dict[str, tuple[str, ...]]] = {
    letters: tuple(name.split()) for letters, name in _TABLE["abbreviations"].items()
}
_ARTICLES: Final = frozenset(_TABLE["outlets"]) | {"article", "story", "piece"}
_COUNTRIES: Final = frozenset(_TABLE["countries"])
_PLACES: Final = _COUNTRIES | frozenset(_TABLE["states"])
_STATES: Final[dict[str, str]] = _TABLE["states"]
_VOICES: Final = frozenset(_TABLE["voices"])
_NEW_PAPER: Final = frozenset({"another", "other"})
_REPORTING: Final = frozenset({"reported", "reports", "reporting", "learned"})
_VAGUE: Final = frozenset(_TABLE["vague"])
_INSIDERS: Final = frozenset(_TABLE["insiders"])
_SPOKEN: Final = frozenset(_TABLE["spokesmen"])
_OTHERS: Final = frozenset({"another", "other", "new", "one"})
_NEW: Final = frozenset({"a", "an", "another", "one", "other", "new"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "their", "its"})
_ROLE: Final = 4  # words of an apposition by which somebody may be called later
_PEOPLE: Final = frozenset({"named", "official", "anonymous"})


class Sources:
    """The distinct sources met so far, numbered in order of appearance."""

    def __init__(
        self,
        short: dict[str, tuple[str, ...]],
        media: Container[tuple[str, ...]] = (),
    ) -> None:
        """Start with nobody.

        Args:
            short: What the abbreviations of the article stand for.
            media: Names that the article introduces as media.
        """
        self._media = media
        self.entities: list[Entity] = []
        self._recent: list[Entity] = []
        self._short = _ABBREVIATIONS | short

    def resolve(
        self, mention: Mention, cue: str = "", *, silent: bool = False
    ) -> Entity | None:
        """Return the source that a mention means, a new one if it was not met.

        `cue` is the word by which it speaks; a `silent` mention makes somebody known
        who says nothing yet.
        """
        if not mention.name and mention.head in self._short and not mention.owner:
            mention = mention._replace(name=(mention.head,), head="")
        if mention.pronoun:
            found = self._pronoun(mention.pronoun)
        elif mention.name:
            found = self._name(mention, cue)
        else:
            found = self._noun(mention)
        if found is not None and not silent and self._recent[-1:] != [found]:
            self._recent.append(found)
        return found

    def has(self, kind: str) -> bool:
        """Tell whether a source of that kind has spoken."""
        return self._last(kind) is not None

    def knows(self, name: tuple[str, ...]) -> bool:
        """Tell whether a person of that name was met."""
        return self._met(name, body=False) is not None

    def _add(self, kind: str, mention: Mention, *, person: bool) -> Entity:
        entity = Entity(len(self.entities), kind, person=person, gender=mention.gender)
        entity.before = mention.before
        self.entities.append(entity)
        return entity

    def _pronoun(self, sort: str) -> Entity | None:
        if sort in "sw":
            return None
        for entity in reversed(self._recent[-4:]):
            if fits(entity, sort):
                if sort in "mf" and not entity.gender:
                    entity.gender = sort
                return entity
        return self._recent[-1] if self._recent and sort == "p" else None

    def _name(self, mention: Mention, cue: str = "") -> Entity:
        name, kind = mention.name, kind_of(mention)
        body = looks_like_body(mention) or (len(name) == 1 and name[0] in self._short)
        body = (body or name in self._media) and not self._is_surname(mention)
        if body:
            name = self._canonical(name)
        entity = self._met(name, body=body) or self._shortened(name, body=body)
        if entity is None:
            entity = self._add(kind, mention, person=not body)
            if body and kind == "named":
                entity.kind = "media" if name in self._media else "organisation"
        if name not in entity.names:
            entity.names.append(name)
        if cue in _REPORTING and body and not any(is_body(w) for w in name):
            entity.kind = "media"
        entity.gender = entity.gender or mention.gender
        entity.nouns.update(mention.title, filter(_is_role, mention.role[:_ROLE]))
        if kind == "official" and entity.kind == "named":
            entity.kind = "official"
        return entity

    def _is_surname(self, mention: Mention) -> bool:
        """Tell whether a place's name is that of a person who was met: Washington."""
        name = mention.name
        if len(name) > 1 or mention.lead or name[0] not in _PLACES:
            return False
        met = (n for e in self.entities if e.person for n in e.names)
        return any(len(n) > 1 and n[-1] == name[0] for n in met)

    def _met(self, name: tuple[str, ...], *, body: bool) -> Entity | None:
        """Return the body or person of that name who was met last."""
        same = alike if body else namesake
        for entity in reversed(self.entities):
            if entity.person != body and any(same(name, n) for n in entity.names):
                return entity
        return None

    def _shortened(self, name: tuple[str, ...], *, body: bool) -> Entity | None:
        """Return who goes by the short form of a word, or by the word: VW."""
        brief = len(name) == 1 and (not body or len(name[0]) <= FEW)
        for entity in self.entities if brief else ():
            if entity.person != body or any(len(n) > 1 for n in entity.names):
                continue
            forms = [n[0] for n in entity.names]
            if body and any(abbreviates(name[0], form) for form in forms):
                # What was taken for a person is the body that the letters shorten.
                entity.person, entity.kind = False, "organisation"
                return entity
            if not body and any(abbreviates(form, name[0]) for form in forms):
                return entity
        return None

    def _canonical(self, name: tuple[str, ...]) -> tuple[str, ...]:
        if len(name) == 1:
            if name[0] in self._short:
                return self._short[name[0]]
            return (_STATES.get(name[0], name[0]),)
        return tuple(w for w in name if w != "the")

    def _noun(self, mention: Mention) -> Entity | None:
        head = mention.head
        if head in _SPOKEN:
            return self._spokesman(mention)
        found = self._spoken_for(mention)
        kind = kind_of(mention)
        again = mention.lead not in _NEW or head in _VAGUE
        if found is None and again and mention.lead not in _OTHERS:
            found = self._known(mention, kind)
        if found is None:
            found = announced(self.entities, mention)
        if found is not None:
            return found
        body = is_body(head) and kind != "media"
        entity = self._add(kind, mention, person=kind in _PEOPLE and not body)
        if body and mention.before:
            own = tuple(w for w in mention.before if w not in _COUNTRIES)
            entity.names.append((*own, head))
        entity.plural = head.endswith("s")
        entity.bare = not mention.lead and not entity.plural
        entity.nouns.add(ASKED if is_counted(mention) else head)
        return entity

    def _spoken_for(self, mention: Mention) -> Entity | None:
        """Return the body whose statement this is, or the survey that asked these."""
        owned = mention.head in _VOICES and mention.owner
        if owned and mention.lead not in _NEW_PAPER:
            found = self._owned(mention)
            if found is not None:
                return found
        if not is_respondents(mention):
            return None
        return self._last("document") or (
            asked(self.entities) if is_counted(mention) else None
        )

    def _known(self, mention: Mention, kind: str) -> Entity | None:
        """Return who was met under the same noun, or is the one last spoken of."""
        head, definite = mention.head, mention.lead in _DEFINITE
        for entity in reversed(self.entities):
            one = entity.person and not entity.plural
            nouns = {head} if one else {head, head.removesuffix("s")}
            nouns |= _INSIDERS if head in _INSIDERS else frozenset()
            if not nouns.isdisjoint(entity.nouns) and agree(entity, mention):
                return entity
            if definite and any(head in name for name in entity.names):
                return entity
        if work := work_of(self._recent, head):
            return work
        points = head in _ARTICLES or (head == "paper" and not self.has("document"))
        if definite and points and (medium := self._last("media")):
            return medium
        if definite and head in _VOICES and self._recent:
            return self._recent[-1]
        return self._last(self._sort(mention, kind)) if definite else None

    def _sort(self, mention: Mention, kind: str) -> str:
        """Return the kind of source that "the study" or "the singer" may point at."""
        if kind == "document" or mention.head in AUTHORS:
            return "document"
        if kind in {"media", "organisation"}:
            return kind
        one = kind == "anonymous" and not mention.head.endswith("s")
        return "named" if one and mention.lead == "the" else ""

    def _owned(self, mention: Mention) -> Entity | None:
        """Return the body whose statement, update or tweet this is."""
        owner = mention.owner
        while owner and noun_kind(owner[-1]) in {"social_media", "document"}:
            owner = owner[:-1]
        if owner[-1:] == ("website",):
            owner = owner[:-1]
        if not owner:
            return None
        name = Mention(name=owner)
        if looks_like_body(name) or owner[-1] in self._short:
            return self._name(name)
        known = any(namesake(owner, n) for e in self.entities for n in e.names)
        return self._name(name) if known or len(owner) > 1 else None

    def _last(self, kind: str) -> Entity | None:
        return next((e for e in reversed(self._recent) if e.kind == kind), None)

    def _spokesman(self, mention: Mention) -> Entity:
        owner = mention.owner
        if not owner:
            for entity in reversed(self.entities):
                if "spokesman" in entity.nouns or not entity.person:
                    return entity
        else:
            owner = self._canonical(owner)
            for entity in reversed(self.entities):
                if any(alike(owner, name) for name in entity.names):
                    return entity
                if owner[-1] in entity.nouns:
                    return entity
        entity = self._add(kind_of(mention), mention, person=False)
        if owner:
            entity.names.append(owner)
            entity.nouns.add(owner[-1])
        entity.nouns.add("spokesman")
        return entity


def _is_role(noun: str) -> bool:
    """Tell whether somebody may be called by a noun of an apposition.

    The author of a study, and who leads one, is not the study.
    """
    return noun_kind(noun) not in {"document", "media", "social_media"}
