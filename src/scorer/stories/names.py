"""Tell whether two articles name the same source.

Within an article the detector knows who is who. Between articles only the words that
name somebody are left: a person is known by surname, a body by the words of its name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from scorer.stories.media import shown_medium
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
# What a mention may drag along: "officials said Tuesday", "Holt, who was there".
_CLAUSE = re.compile(
    r",? (?:which|who|whose|said|says|told)\b.*|[’']s$|,? (?:on )?(?:"
    + "|".join(day.title() for day in _TABLE["days"].split())
    + r")\b.*",
    re.DOTALL,
)
_CLAUSE_WORDS: Final = 10  # words of a mention that is more than a name and an office


class SourceName(NamedTuple):
    """A source by the words that name it.

    Attributes:
        shown: Its fullest mention as it stands in the text, without what only tells
            more of it.
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
    mentions = [_CLAUSE.sub("", mention) or mention for mention in mentions]
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
    shown = shown_medium(shown) if kind == "media" else shown
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


def contradict(one: SourceName, other: SourceName) -> bool:
    """Tell whether two names are of two persons.

    Example:
        >>> quist = name_of("named", ["Lena Quist"])
        >>> contradict(quist, name_of("named", ["Tor Holt"]))
        True
        >>> contradict(quist, name_of("official", ["Tarvik police"]))
        False
    """
    return bool(one.surname and other.surname) and not same_source(one, other)


def _fullness(mention: str) -> tuple[int, int]:
    return len(_capitals(mention)), min(len(mention), 60)


def _words(mention: str) -> list[str]:
    found = (w.lower().replace("’", "'") for w in _WORD.findall(mention))
    return [w.removesuffix("'s").removesuffix("'") for w in found]


def _capitals(mention: str) -> list[str]:
    """Return the capitalised words of the part of a mention that names somebody."""
    parts = [_capital_words(part) for part in mention.split(",")]
    named = [[w for w in part if w.lower().strip(".") not in _TITLES] for part in parts]
    return max(named, key=lambda part: (len(part) > 1, -named.index(part)), default=[])


def _capital_words(part: str) -> list[str]:
    """Return the capitalised words; of a whole clause, those that it begins with."""
    words = _WORD.findall(part)
    capitals = [w for w in words if w[0].isupper()]
    if len(words) <= _CLAUSE_WORDS:
        return capitals
    runs = (list(run) for upper, run in groupby(words, _is_upper) if upper)
    return next((run for run in runs if len(run) > 1), capitals)


def _is_upper(word: str) -> bool:
    return word[0].isupper()


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
