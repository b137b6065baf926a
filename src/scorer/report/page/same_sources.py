"""Which of the sources that pairs of articles share are one source of the story."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from scorer.report.page.stories import Object

# A speaker that only these name has no name to show.
_PRONOUNS: Final = frozenset(
    {"he", "it", "she", "that", "they", "this", "we", "who", "which", "some", "both"}
)


class _Source:
    """A source as far as it is put together, and what tells it from others."""

    def __init__(self, name: str, link: Object) -> None:
        self.name = "" if name.casefold() in _PRONOUNS else name
        self.links = [link]
        self.articles = {str(link["from"]), str(link["to"])}
        self.places = {
            (str(link[end]), int(place["start"]))
            for passage in link["passages"]
            for end, place in passage.items()
        }

    @property
    def key(self) -> str:
        """What the same source has alike, whatever it is called."""
        return _surname(self.name)

    def is_one_with(self, other: "_Source") -> bool:
        """Tell whether two of one key are one source: without names, by their words."""
        if not self.name:
            return not self.places.isdisjoint(other.places)
        return not self.articles.isdisjoint(other.articles)

    def take(self, other: "_Source") -> None:
        """Put another into this one."""
        self.name = max(self.name, other.name, key=len)
        self.links = [*other.links, *self.links]
        self.articles |= other.articles
        self.places |= other.places


def put_together(
    links: Iterable[tuple[str, Object]],
) -> list[tuple[str, Sequence[Object]]]:
    """Put together the links of each source; return its name, "" for none, and them.

    Args:
        links: Each with the name that it gives its source.
    """
    found: dict[str, list[_Source]] = defaultdict(list)
    for name, link in links:
        source = _Source(name, link)
        alike = found[source.key]
        for other in [one for one in alike if one.is_one_with(source)]:
            alike.remove(other)
            source.take(other)
        alike.append(source)
    return [(s.name, s.links) for alike in found.values() for s in alike]


def _surname(name: str) -> str:
    """Return the word by which a source is known, however it is introduced.

    Example:
        >>> _surname("Tor Halden, a fisherman") == _surname("Fisherman Tor Halden")
        True
    """
    return name.partition(",")[0].rpartition(" ")[2].casefold()
