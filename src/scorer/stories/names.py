"""Tell whether two articles name the same source.

Within an article the detector knows who is who. Between articles only the words that
name somebody are left: a person is known by surname, a body by the words of its name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from scorer.text.tables import load_table

_TABLE = load_table("story_sources")
_EMPTY: Final = frozenset(_TABLE["empty"].split())
_VAGUE: Final = frozenset(_TABLE["vague"].split())
_TITLES: Final = frozenset(_TABLE["titles"].split())
_WORD = re.compile(r"[^\W_]+(?:['’\-.&][^\W_]+)*")
# "coastguard commander Ida Brokk": a role in small letters, then a name.
_NAMED_ROLE = re.compile(
    r"\b(?!the |a |an |of |in |at )[a-z][\w-]+,? ((?:[A-Z][\w.'’-]+ ?){2,4})"
)
_MEDIUM_WORDS: Final = frozenset(_TABLE["medium"].split())


class SourceName(NamedTuple):
    """A source by the words that name it.

    Attributes:
        shown: Its fullest mention, as it stands in the text.
        kind: As the detector tells it: named, official, media and so on.
        surname: Of a person, in lower case; "" for a body.
        given: A person's other names.
        words: The words that tell a body from others, in lower case.
        head: The last of these in its fullest mention, which says what it is.
    """

    shown: str
    kind: str
    surname: str
    given: frozenset[str]
    words: frozenset[str]
    head: str = ""

    @property
    def tells(self) -> bool:
        """Whether it can be told from other sources by name."""
        return bool(self.surname or self.words)


def name_of(kind: str, mentions: Sequence[str]) -> SourceName:
    """Put together what the mentions of one source say of its name."""
    shown = max(mentions, key=_fullness)
    if kind == "named":
        capitals = [_capitals(mention) for mention in mentions]
    else:
        roles = (_NAMED_ROLE.search(mention) for mention in mentions)
        capitals = [_capitals(role[1]) for role in roles if role]
    surname, given = _person(capitals)
    words = frozenset(
        w for mention in mentions for w in _words(mention) if w not in _EMPTY
    )
    if kind == "anonymous":
        words = frozenset()
    words -= _VAGUE
    head = next((w for w in reversed(_words(shown)) if w in words), "")
    return SourceName(shown, kind, surname, given, words, head)


def same_source(one: SourceName, other: SourceName) -> bool:
    """Tell whether both name one source.

    Example:
        >>> police = name_of("official", ["Tarvik police"])
        >>> same_source(police, name_of("official", ["police"]))
        True
        >>> same_source(police, name_of("official", ["Morwen police"]))
        False
    """
    if one.surname and other.surname:
        if one.surname != other.surname:
            return False
        return not (one.given and other.given) or bool(one.given & other.given)
    if one.surname or other.surname:
        person, body = (one, other) if one.surname else (other, one)
        return body.head in person.words or (
            bool(body.words) and body.words <= person.words
        )
    fewer, more = sorted((one.words, other.words), key=len)
    return bool(fewer) and fewer <= more


def same_medium(one: str, other: str) -> bool:
    """Tell whether two names are of one outlet.

    Example:
        >>> same_medium("the Tarvik Echo", "Tarvik Echo"), same_medium("Echo", "Post")
        (True, False)
    """
    mine, theirs = medium_words(one), medium_words(other)
    fewer, more = sorted((mine, theirs), key=len)
    return bool(fewer) and fewer <= more


def medium_words(name: str) -> frozenset[str]:
    """Return the words that tell an outlet from others."""
    words = frozenset(_words(name.removeprefix("www.").split(".co", maxsplit=1)[0]))
    return words - _EMPTY - _MEDIUM_WORDS or words - _EMPTY


def _fullness(mention: str) -> tuple[int, int]:
    return len(_capitals(mention)), min(len(mention), 60)


def _words(mention: str) -> list[str]:
    found = (w.lower().replace("’", "'") for w in _WORD.findall(mention))
    return [w.removesuffix("'s").removesuffix("'") for w in found]


def _capitals(mention: str) -> list[str]:
    """Return the capitalised words of the part of a mention that names somebody."""
    parts = [
        [w for w in _WORD.findall(part) if w[0].isupper()]
        for part in mention.split(",")
    ]
    named = [[w for w in part if w.lower().strip(".") not in _TITLES] for part in parts]
    return max(named, key=lambda part: (len(part) > 1, -named.index(part)), default=[])


def _person(capitals: Iterable[Sequence[str]]) -> tuple[str, frozenset[str]]:
    """Return surname and given names: the surname is in most of the mentions."""
    lasts: Counter[str] = Counter()
    others: set[str] = set()
    for names in capitals:
        if names:
            lasts[names[-1].lower().removesuffix("'s").removesuffix("’s")] += 1
            others.update(name.lower() for name in names[:-1])
    if not lasts:
        return "", frozenset()
    surname = lasts.most_common(1)[0][0]
    return surname, frozenset(others - {surname})
