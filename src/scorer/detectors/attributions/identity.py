"""Who is who: which sources of an article are the same.

Each mention is matched with the sources met before: a name by its last word, a body
by its words or its initials, "the report" with the document last cited, a pronoun
with the last speaker of fitting gender.
"""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Final

from scorer.detectors.attributions.acquaintances import (
    DEFINITE,
    find_called,
    find_firm,
    find_met,
    find_officer,
    find_spoken_for,
    is_surname,
)
from scorer.detectors.attributions.entities import Entity, fits
from scorer.detectors.attributions.kinds import kind_of, looks_like_body
from scorer.detectors.attributions.mentions import REPORTS
from scorer.detectors.attributions.namesakes import namesake
from scorer.detectors.attributions.nouns import (
    is_body,
    is_counted,
    is_respondents,
    is_role,
    noun_kind,
)
from scorer.detectors.attributions.offices import OFFICES, called_by
from scorer.detectors.attributions.parts import Mention
from scorer.detectors.attributions.works import (
    ASKED,
    asked,
    sort_of,
    work_of,
)
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_ABBREVIATIONS: Final[dict[str, tuple[str, ...]]] = {
    letters: tuple(name.split()) for letters, name in _TABLE["abbreviations"].items()
}
_ARTICLES: Final = frozenset(_TABLE["outlets"]) | {"article", "story", "piece"}
_COUNTRIES: Final = frozenset(_TABLE["countries"])
_STATES: Final[dict[str, str]] = _TABLE["states"]
_VOICES: Final = frozenset(_TABLE["voices"])
_PAPERS: Final = frozenset({"paper", "report"})
_REPORTING: Final = frozenset({"reported", "reports", "reporting", "learned"})
_VAGUE: Final = frozenset(_TABLE["vague"])
_SPOKEN: Final = frozenset(_TABLE["spokesmen"])
_OTHERS: Final = frozenset({"another", "other", "new", "one"})
_NEW: Final = frozenset({"a", "an", "another", "one", "other", "new"})
_TITLED: Final = frozenset(_TABLE["called"])
_ROLE: Final = 4  # words of an apposition by which somebody may be called later
_WORKS: Final = frozenset({"social_media", "document"})
_PEOPLE: Final = frozenset({"named", "official", "anonymous"})


class Sources:
    """The distinct sources met so far, numbered in order of appearance."""

    def __init__(
        self,
        short: dict[str, tuple[str, ...]],
        media: Container[tuple[str, ...]] = (),
        offices: Mapping[str, set[str]] = MappingProxyType({}),
    ) -> None:
        """Start with nobody.

        Args:
            short: What the abbreviations of the article stand for.
            media: Names that the article introduces as media.
            offices: By which nouns persons may be called, by their last name.
        """
        self._media = media
        self._offices = offices
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
        return any(
            namesake(name, n) for e in self.entities if e.person for n in e.names
        )

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
        entity = find_met(self.entities, name, body=body)
        if entity is None:
            entity = self._add(kind, mention, person=not body)
            if body and kind == "named":
                entity.kind = "media" if name in self._media else "organisation"
        if name not in entity.names:
            entity.names.append(name)
        if cue in _REPORTING and body and not any(is_body(w) for w in name):
            entity.kind = "media"
        entity.gender = entity.gender or mention.gender
        entity.nouns.update(filter(is_role, mention.role[:_ROLE]))
        entity.nouns.update(called_by(mention.title), set(mention.title) - _TITLED)
        if entity.person:
            entity.nouns.update(self._offices.get(name[-1], ()))
        if kind == "official" and entity.kind == "named":
            entity.kind = "official"
        return entity

    def _is_surname(self, mention: Mention) -> bool:
        """Tell whether what looks like a body's name is a person's who was met."""
        name = mention.name
        if len(name) > 1 or mention.lead or name[0] in self._short:
            return False
        return is_surname(self.entities, name[0])

    def _canonical(self, name: tuple[str, ...]) -> tuple[str, ...]:
        if len(name) > 1:
            return tuple(w for w in name if w != "the")
        return self._short.get(name[0]) or (_STATES.get(name[0], name[0]),)

    def _noun(self, mention: Mention) -> Entity | None:
        head = mention.head
        if head in _SPOKEN:
            return self._spokesman(mention)
        found = self._spoken_for(mention)
        kind = kind_of(mention)
        again = mention.lead not in _NEW or head in _VAGUE
        if found is None and again and mention.lead not in _OTHERS:
            found = self._known(mention, kind)
        if found is not None:
            return found
        body = is_body(head) and kind != "media"
        entity = self._add(kind, mention, person=kind in _PEOPLE and not body)
        if body and mention.before:
            own = tuple(w for w in mention.before if w not in _COUNTRIES)
            entity.names.append((*own, head))
        entity.plural = head.endswith("s")
        entity.nouns.add(ASKED if is_counted(mention) else head)
        return entity

    def _spoken_for(self, mention: Mention) -> Entity | None:
        """Return the body whose statement this is, or the survey that asked these."""
        owned = mention.head in _VOICES and mention.owner
        if owned and mention.lead not in _OTHERS:
            found = self._owned(mention)
            if found is not None:
                return found
        if mention.head in REPORTS and mention.owner:
            medium = Mention(name=self._canonical(mention.owner))
            if kind_of(medium) == "media" and looks_like_body(medium):
                return self._name(medium)
        if not is_respondents(mention):
            return None
        return self._last("document") or (
            asked(self.entities) if is_counted(mention) else None
        )

    def _known(self, mention: Mention, kind: str) -> Entity | None:
        """Return who was met under the same noun, or is the one last spoken of."""
        found = find_called(self._recent, self.entities, mention)
        found = found or work_of(self._recent, mention.head)
        if found is None and mention.lead in DEFINITE:
            found = self._pointed_at(mention, kind)
        return found

    def _pointed_at(self, mention: Mention, kind: str) -> Entity | None:
        """Return who "the paper", "the statement" or "the Ostal lawmaker" may be."""
        head = mention.head
        points = head in _ARTICLES or (head in _PAPERS and not self.has("document"))
        if points and (medium := self._last("media")):
            return medium
        if head in _VOICES and self._recent:
            return self._recent[-1]
        if mention.lead == "the" and head in OFFICES and mention.before:
            return find_officer(self._recent)
        found = self._last(sort_of(mention, kind))
        return found or (find_firm(self._recent) if kind == "organisation" else None)

    def _owned(self, mention: Mention) -> Entity | None:
        """Return the body whose statement, update or tweet this is."""
        owner = mention.owner
        while owner and (noun_kind(owner[-1]) in _WORKS or owner[-1] == "website"):
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
        owner = self._canonical(mention.owner) if mention.owner else ()
        found = find_spoken_for(self.entities, owner)
        if found is not None:
            return found
        entity = self._add(kind_of(mention), mention, person=False)
        if owner:
            entity.names.append(owner)
            entity.nouns.add(owner[-1])
        entity.nouns.add("spokesman")
        return entity
