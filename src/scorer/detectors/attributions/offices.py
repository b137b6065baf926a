"""By which nouns an article may call somebody later whom it gives an office once.

"Senator Ada Lind" is "the senator" and "the lawmaker" afterwards, whether or not the
office stands where she speaks.
"""

from typing import Final

from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.writing import plain
from scorer.text.tables import load_table

_TITLE: Final = "title"
_CALLED: Final[dict[str, list[str]]] = load_table("attributions")["called"]
OFFICES: Final = frozenset({"diplomat", "politician", "legislator"}).union(
    *_CALLED.values()
)
_LONGEST: Final = 3  # words of a name
_JOINS: Final = frozenset({" ", "~.", "."})
_UNDER: Final = frozenset({"vice", "deputy"})


def called_by(titles: tuple[str, ...]) -> set[str]:
    """Return the nouns that titles give: a senator is a lawmaker as well.

    Example:
        >>> sorted(called_by(("sen",))), called_by(("vice", "president"))
        (['lawmaker', 'senator'], set())
    """
    return {
        noun
        for before, title in zip(("", *titles), titles, strict=False)
        if before not in _UNDER
        for noun in _CALLED.get(title, ())
    }


def offices(around: Surroundings) -> dict[str, set[str]]:
    """Return by which nouns those may be called whose title the text gives.

    Each stands under the last word of the name. What goes on in capitals, as headlines
    do, is no name.
    """
    kinds, words, at = around.kinds, around.words, 0
    found: dict[str, set[str]] = {}
    for _ in range(kinds.count(_TITLE)):
        at = kinds.index(_TITLE, at) + 1
        last = _name(around, at)
        nouns = called_by((words[at - 2], words[at - 1])) if last > at else set()
        if nouns:
            found.setdefault(plain(words[last - 1]), set()).update(nouns)
    return found


def _name(around: Surroundings, first: int) -> int:
    """Return where the name ends that a title leads in, `first` where none does."""
    last = first
    while around.capital[last] and around.kinds[last] != _TITLE:
        if around.gaps[last - 1] not in _JOINS:
            break
        last += 1
    return last if last - first <= _LONGEST else first
