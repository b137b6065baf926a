"""The sources of one article that something is credited to, by their numbers."""

from collections.abc import Collection

from scorer.detectors.attributions.entities import Entity
from scorer.detectors.attributions.identity import Sources
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.parts import Mention, Words
from scorer.detectors.attributions.surroundings import Surroundings


class People:
    """Who is known, and the numbers of those that count as sources."""

    def __init__(self, around: Surroundings, sources: Sources) -> None:
        """Start with no number given."""
        self._around = around
        self.sources = sources
        self._numbers: dict[int, int] = {}

    def known(self, entity: Entity) -> int | None:
        """Return the number of a source, None if nothing was credited to it yet."""
        return self._numbers.get(entity.number)

    def number(self, entity: Entity) -> int:
        """Return the number of a source, a new one at its first statement."""
        return self._numbers.setdefault(entity.number, len(self._numbers))

    def media(self) -> dict[int, list[tuple[str, ...]]]:
        """Return the numbers of the media, each with the names that it goes by."""
        return {
            self._numbers[entity.number]: [*entity.names, *zip(entity.nouns)]
            for entity in self.sources.entities
            if entity.kind == "media" and entity.number in self._numbers
        }

    def relay(self, place: Words) -> Entity | None:
        """Return the medium or platform that some words name."""
        around, first = self._around, place.first
        if first and around.kinds[first - 1] == "det" and around.gaps[first - 1] == " ":
            place = Words(first - 1, place.last)  # "the Herald" may be one that was met
        medium = self.sources.resolve(mention_of(around, place), silent=True)
        if medium is not None and medium.kind != "social_media":
            medium.kind = "media"
        return medium

    def medium(self, place: Words) -> int | None:
        """Return the number of the medium or platform that some words name."""
        medium = self.relay(place)
        return None if medium is None else self.number(medium)

    def platform(self, name: str) -> int | None:
        """Return the number of a platform, None for an empty name."""
        if not name:
            return None
        medium = self.sources.resolve(Mention(name=(name,)), silent=True)
        return None if medium is None else self.number(medium)

    def speaking(self, names: Collection[str]) -> list[int]:
        """Return the numbers of the persons whose last name is among some words."""
        return [
            self._numbers[entity.number]
            for entity in self.sources.entities
            if entity.person
            and entity.number in self._numbers
            and any(name[-1] in names for name in entity.names)
        ]
