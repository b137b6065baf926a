"""Tell whether two names are of one outlet: in a text, in a credit, or as a host.

Outlets share words: two papers are called Post, and a mission may be one of observers.
So a name must be met whole, or as a host or its initials write it; only words that
many outlets have in their names ("News", "Daily") may be left out.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from scorer.text.tables import load_table

_TABLE = load_table("story_sources")
_GENERIC: Final = frozenset(_TABLE["medium"].split())
_UNNAMED: Final = frozenset(_TABLE["media_at_large"].split())
_ENDINGS: Final = frozenset(_TABLE["domains"].split())
_DAYS: Final = frozenset(_TABLE["days"].split())
_ARTICLES: Final = frozenset({"the", "a", "an"})
_WORD = re.compile(r"[^\W_]+(?:['’\-.&][^\W_]+)*")
_KNOWN: Final = 4096  # names kept as they were read
_TWO: Final = 2
_ON_HOSTS: Final = ("news", "online")  # what a host adds to a name
_SAID: Final = re.compile(r",? (?:which|who|whose|that|where) .*|[’']s?$", re.DOTALL)


class _Name(NamedTuple):
    """A name as its words, as one word, and as its initials might write it."""

    words: tuple[str, ...]
    joined: frozenset[str]
    short: frozenset[str]


def same_medium(one: str, other: str) -> bool:
    """Tell whether two names are of one outlet.

    Example:
        >>> same_medium("the Tarvik Echo", "tarvikecho.example.com")
        False
        >>> same_medium("the Tarvik Echo", "www.tarvikecho.com")
        True
        >>> same_medium("Tarvik Times", "Tarvik Post"), same_medium("TBC", "TBC News")
        (False, True)
    """
    mine, theirs = _read(one), _read(other)
    if mine.joined & (theirs.joined | theirs.short) or mine.short & theirs.joined:
        return True
    fewer, more = sorted((mine.words, theirs.words), key=len)
    left = [word for word in more if word not in fewer]
    named = [word for word in fewer if word not in _GENERIC]
    whole = len(left) + len(fewer) == len(more) and not _GENERIC.issuperset(fewer)
    return bool(named) and whole and _GENERIC.issuperset(left)


def is_short_for(name: str, outlet: str) -> bool:
    """Tell whether a name is an outlet's last words, as one calls it near its own.

    Example:
        >>> is_short_for("the Echo", "Tarvik Echo"), is_short_for("Mission", "Echo")
        (True, False)
    """
    words, whole = _read(name).words, _read(outlet).words
    return 0 < len(words) < len(whole) and whole[-len(words) :] == words


def tells(name: str) -> bool:
    """Tell whether a name holds a word that few outlets have in theirs.

    Example:
        >>> tells("the Echo"), tells("the Post")
        (True, False)
    """
    return not _GENERIC.issuperset(_read(name).words)


def is_named(name: str) -> bool:
    """Tell whether a name is of one outlet, not of media at large.

    Example:
        >>> is_named("the Tarvik Echo"), is_named("several outlets")
        (True, False)
    """
    return not _UNNAMED.issuperset(map(str.lower, _capitals(name)))


def shown_medium(mention: str) -> str:
    """Return what names an outlet in a mention of it.

    Example:
        >>> shown_medium("Tarvik NOW, which is read by all"), shown_medium("Echo's")
        ('Tarvik NOW', 'Echo')
        >>> shown_medium("TBC Wednesday")
        'TBC'
    """
    name = _SAID.sub("", mention.split(",", maxsplit=1)[0]).strip()
    *first, last = name.split() or [""]
    return " ".join(first) if first and last.lower() in _DAYS else name


@lru_cache(maxsize=_KNOWN)
def _read(name: str) -> _Name:
    shown = shown_medium(name)
    # "A spokesman for the Echo": who speaks for an outlet is in small letters.
    found = _capitals(shown) or (_words(shown) if shown == shown.lower() else [])
    words = tuple(w for w in map(_plain, found) if w not in _ARTICLES)
    if not words or _UNNAMED.issuperset(map(str.lower, found)):
        return _Name((), frozenset(), frozenset())
    joined = {"".join(words)}
    if len(words) == 1:
        [bare] = words
        bare = bare.removeprefix("the") if len(bare) > len("the") + _TWO else bare
        joined.add(bare)
        joined |= {
            bare.removesuffix(ending)
            for ending in _ON_HOSTS
            if len(bare) >= len(ending) + _TWO
        }
    initials = "".join(word[0] for word in words)
    short = {initials, initials[:-1] + words[-1]} if len(words) >= _TWO else set()
    return _Name(words, frozenset(joined), frozenset(short))


def _words(name: str) -> list[str]:
    return _WORD.findall(name)


def _capitals(name: str) -> list[str]:
    return [w for w in _words(name) if not w[0].islower() or "." in w]


def _plain(word: str) -> str:
    """Return a word in small letters; of a host, the part that names it."""
    small = word.lower().replace("’", "'").removesuffix("'s")
    labels = small.split(".")
    while len(labels) > 1 and labels[-1] in _ENDINGS:
        labels.pop()
    if len(labels) < len(small.split(".")):
        return labels[-1]
    return small.replace(".", "")
