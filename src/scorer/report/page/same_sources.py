"""Which of the sources that pairs of articles share are one source of the story."""

from collections.abc import Iterable, Sequence
from typing import Final

from scorer.report.page.stories import Object

# A speaker that only these name has no name to show.
_PRONOUNS: Final = frozenset(
    {"he", "it", "she", "that", "they", "this", "we", "who", "which", "some", "both"}
)

Source = tuple[str, Sequence[Object]]  # its name, "" for none, and its links


def put_together(links: Iterable[tuple[str, Object]]) -> list[Source]:
    """Put together the links of each source.

    Args:
        links: Each with the name that it gives its source.
    """
    found: list[Source] = []
    for given, link in links:
        name = "" if given.casefold() in _PRONOUNS else given
        same: list[Object] = [link]
        for other in [f for f in found if _is_one(f, (name, same))]:
            found.remove(other)
            name, same = max(name, other[0], key=len), [*other[1], *same]
        found.append((name, same))
    return found


def _is_one(one: Source, other: Source) -> bool:
    """Tell whether two sources are one: by name, without names by what they said."""
    (name, links), (its_name, its_links) = one, other
    if bool(name) != bool(its_name) or _surname(name) != _surname(its_name):
        return False
    if not name:
        return bool(_places(links) & _places(its_links))
    ends = {link[end] for link in links for end in ("from", "to")}
    return any(link[end] in ends for link in its_links for end in ("from", "to"))


def _places(links: Iterable[Object]) -> set[tuple[str, int]]:
    """Return where the passages of links stand."""
    return {
        (link[end], place["start"])
        for link in links
        for passage in link["passages"]
        for end, place in passage.items()
    }


def _surname(name: str) -> str:
    """Return the word by which a source is known, however it is introduced.

    Example:
        >>> _surname("Tor Halden, a fisherman") == _surname("Fisherman Tor Halden")
        True
    """
    return name.partition(",")[0].rpartition(" ")[2].casefold()
