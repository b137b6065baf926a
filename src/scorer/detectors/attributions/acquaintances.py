"""Which of those whom an article has named so far a name or a noun can mean."""

from collections.abc import Sequence
from typing import Final

from scorer.detectors.attributions.entities import Entity, agree
from scorer.detectors.attributions.namesakes import FEW, abbreviates, alike, namesake
from scorer.detectors.attributions.offices import OFFICES
from scorer.detectors.attributions.parts import Mention
from scorer.text.tables import load_table

_INSIDERS: Final = frozenset(load_table("attributions")["insiders"])
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "their", "its"})
_NEAR: Final = 4  # sources that spoke last


def find_met(
    entities: Sequence[Entity], name: tuple[str, ...], *, body: bool
) -> Entity | None:
    """Return the body or person of that name who was met last."""
    same = alike if body else namesake
    for entity in reversed(entities):
        if entity.person != body and any(same(name, n) for n in entity.names):
            return entity
    return _shortened(entities, name, body=body)


def _shortened(
    entities: Sequence[Entity], name: tuple[str, ...], *, body: bool
) -> Entity | None:
    """Return who goes by the short form of a word, or by the word: VW."""
    brief = len(name) == 1 and (not body or len(name[0]) <= FEW)
    for entity in entities if brief else ():
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


def is_surname(entities: Sequence[Entity], name: str) -> bool:
    """Tell whether a word is the last name of a person who was met: Washington."""
    met = (n for e in entities if e.person for n in e.names)
    return any(len(n) > 1 and n[-1] == name for n in met)


def surnames(entities: Sequence[Entity]) -> set[str]:
    """Return the last names of the persons who were met."""
    return {name[-1] for e in entities if e.person for name in e.names}


def spelled_out(entities: Sequence[Entity], mention: Mention) -> Mention:
    """Return what a headline means: somebody of whom the text has told.

    Headlines write all words alike and leave articles out: "Report: Lind Slams".
    """
    if not mention.name:
        return mention if mention.lead else mention._replace(lead="the")
    for entity in entities:
        for name in entity.names if entity.person else ():
            if name[-1] in mention.name or mention.name[-1] in entity.nouns:
                return mention._replace(name=name)
    return mention


def find_called(
    recent: Sequence[Entity], entities: Sequence[Entity], mention: Mention
) -> Entity | None:
    """Return who goes by the noun of a mention; who spoke last comes first."""
    head, definite = mention.head, mention.lead in DEFINITE
    for entity in (*reversed(recent), *reversed(entities)):
        one = entity.person and not entity.plural
        nouns = {head} if one else {head, head.removesuffix("s"), f"{head}s"}
        nouns |= _INSIDERS if head in _INSIDERS else frozenset()
        if not nouns.isdisjoint(entity.nouns) and agree(entity, mention):
            return entity
        if definite and any(head in name for name in entity.names):
            return entity
    return None


def find_firm(recent: Sequence[Entity]) -> Entity | None:
    """Return the name of one word that "the company" may mean: no person's by any sign.

    It is known as an organisation from then on.
    """
    for entity in reversed(recent[-_NEAR:]):
        alone = all(len(name) == 1 for name in entity.names)
        if entity.names and alone and not entity.gender and not entity.nouns:
            entity.kind, entity.person = "organisation", False
            return entity
    return None


def find_officer(recent: Sequence[Entity]) -> Entity | None:
    """Return who spoke last and has no other office: "the Ostal lawmaker"."""
    for entity in reversed(recent):
        one = entity.person and not entity.plural and bool(entity.names)
        if one and entity.nouns.isdisjoint(OFFICES):
            return entity
    return None


def find_spoken_for(
    entities: Sequence[Entity], owner: tuple[str, ...]
) -> Entity | None:
    """Return the body whose spokesman speaks, the last one where none is named."""
    for entity in reversed(entities):
        if not owner:
            known = "spokesman" in entity.nouns or not entity.person
        else:
            known = owner[-1] in entity.nouns
            known = known or any(alike(owner, name) for name in entity.names)
        if known:
            return entity
    return None
