"""A distinct source, as far as an article has told of it by now."""

from dataclasses import dataclass, field
from typing import Final

from scorer.detectors.attributions.parts import Mention

_ANY: Final = frozenset({"one", "two", "three", "several", "same", "many", "other"})


@dataclass(slots=True)
class Entity:
    """A distinct source, as far as it is known by now."""

    number: int
    kind: str
    person: bool = False
    plural: bool = False
    gender: str = ""
    names: list[tuple[str, ...]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    before: tuple[str, ...] = ()


def agree(entity: Entity, mention: Mention) -> bool:
    """Tell whether the words before the noun allow it: "British officials"."""
    one, other = set(entity.before) - _ANY, set(mention.before) - _ANY
    return not one or not other or not one.isdisjoint(other)


def fits(entity: Entity, sort: str) -> bool:
    """Tell whether a sort of pronoun can mean a source: "m", "f", "o" a thing."""
    if sort in "mf":
        return entity.person and not entity.plural and entity.gender in {"", sort}
    if sort == "o":
        return not entity.person
    if sort == "p":
        return entity.plural or not entity.person
    return True
