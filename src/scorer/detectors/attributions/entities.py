"""A distinct source, as far as an article has told of it by now."""

from dataclasses import dataclass, field

from scorer.detectors.attributions.parts import Mention


@dataclass(slots=True)
class Entity:
    """A distinct source, as far as it is known by now.

    Attributes:
        bare: Whether nothing but a lone noun without an article named it, as
            headlines do.
    """

    number: int
    kind: str
    person: bool = False
    plural: bool = False
    bare: bool = False
    gender: str = ""
    names: list[tuple[str, ...]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    before: tuple[str, ...] = ()


def agree(entity: Entity, mention: Mention) -> bool:
    """Tell whether the words before the noun allow it: "British officials"."""
    if not entity.before or not mention.before:
        return True
    return not set(entity.before).isdisjoint(mention.before)


def fits(entity: Entity, sort: str) -> bool:
    """Tell whether a sort of pronoun can mean a source: "m", "f", "o" a thing."""
    if sort in "mf":
        return entity.person and not entity.plural and entity.gender in {"", sort}
    if sort == "o":
        return not entity.person
    if sort == "p":
        return entity.plural or not entity.person
    return True
