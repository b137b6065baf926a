"""Which of the media that an article names is the one that publishes it.

Who "told Radio Ostal" was heard at first hand where Radio Ostal tells it, and through
another medium everywhere else. A page says whose it is in its metadata, its address
and its bylines; where it does not, a medium that so many talk to can only be its own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from scorer.detectors.attributions.parts import Speaker, Statement
from scorer.detectors.attributions.people import People
from scorer.detectors.attributions.relays import TOLD
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.reading import Reading
from scorer.types import SegmentKind

_OFTEN: Final = 3  # times that a medium is told something, if it is the outlet
_SHORTEST: Final = 4  # letters of a name that a longer one may begin with


def own_media(
    around: Surroundings,
    statements: Sequence[Statement],
    speakers: Sequence[Speaker],
    people: People,
) -> set[int]:
    """Return the numbers of the media that must be the outlet itself."""
    told = Counter(
        speaker.via
        for statement, speaker in zip(statements, speakers, strict=True)
        if speaker.relay is not None and around.words[statement.head] in TOLD
    )
    own = {n for n, times in told.items() if times >= _OFTEN and n is not None}
    media = people.media()
    if media:
        page = _Page(around.reading)
        own |= {number for number, names in media.items() if page.names(names)}
    return own


class _Page:
    """What a page says of who publishes it."""

    def __init__(self, reading: Reading) -> None:
        """Look at metadata, address and bylines."""
        document = reading.document
        host = (document.url or "").partition("//")[2].partition("/")[0]
        said = [*host.split("."), document.outlet or ""]
        self._said = {_letters(text) for text in said} - {""}
        bylines = [
            " ".join(reading.words[first:last])
            for kind, _, first, last in reading.paragraphs
            if kind is SegmentKind.BYLINE
        ]
        self._bylines = f" {' | '.join(bylines)} "

    def names(self, names: Iterable[tuple[str, ...]]) -> bool:
        """Tell whether the page is published by a medium of one of these names."""
        for name in names:
            words = name[1:] if name[0] == "the" else name
            letters = _letters("".join(words))
            if f" {' '.join(words)} " in self._bylines or letters in self._said:
                return True
            if len(letters) >= _SHORTEST and any(
                said.startswith(letters) for said in self._said
            ):
                return True
        return False


def _letters(text: str) -> str:
    """Return a name as an address spells it.

    Example:
        >>> _letters("The Ostal Post")
        'ostalpost'
    """
    return "".join(filter(str.isalnum, text.lower().removeprefix("the ")))
