"""What the way a name is written tells of who bears it.

Nobody's surname is WKTV, Fox4, NewsNow or ostalecho.example; and of all names only
those of media keep a capital article in the middle of a sentence: "told The Hill".
"""

from typing import Final

from scorer.detectors.attributions.surroundings import Surroundings
from scorer.text.tables import load_table
from scorer.types import SegmentKind

_TABLE = load_table("attributions")
_DOMAINS: Final[dict[str, str]] = _TABLE["domains"]
_MEDIA: Final[dict[str, float]] = load_table("media_names")["shares"]
_SURE: Final = 0.2  # share from which any word of a name tells a medium
_LETTERS: Final = 7  # letters of an abbreviation
_CALL: Final = 4  # letters by which an American station calls itself
_STATIONS: Final = ("K", "W")
# Before a capital within a surname.
_FAMILIES: Final = ("Mac", "Mc", "Van", "Fitz", "O'", "O\u2019", "D'", "D\u2019")
_JOIN: Final = "~."  # between the words of "U.S." and "echo.example"


def dotted(around: Surroundings, first: int, last: int) -> int:
    """Return where the word begins that ends before `last`, with its dots."""
    i = last - 1
    while i > first and around.gaps[i - 1] == _JOIN:
        i -= 1
    return i


def spell(around: Surroundings, first: int, last: int) -> tuple[str, ...]:
    """Return some words as one names things: "U.S." and "echo.example" are one each."""
    words = [plain(w) for w in around.words[first:last]]
    joins = around.gaps[first : last - 1]
    if _JOIN not in joins:
        return tuple(words)
    found = words[:1]
    for word, join in zip(words[1:], joins, strict=True):
        if join == _JOIN:
            found[-1] += f".{word}" if len(word) > 1 else word
        else:
            found.append(word)
    return tuple(found)


def plain(word: str) -> str:
    """Return a word without its possessive ending."""
    return word.removesuffix("'s").removesuffix("'") if "'" in word else word


def is_domain(around: Surroundings, i: int) -> bool:
    """Tell whether a word is the ending of a site's address."""
    return around.gaps[i - 1] == _JOIN and around.words[i] in _DOMAINS


def is_brand(around: Surroundings, first: int, last: int) -> bool:
    """Tell whether a word is written as no person's name is: WKTV, Fox4, NewsNow."""
    word = _original(around, first, last)
    if "." in word:
        return word.replace(".", "").isupper() or is_domain(around, last - 1)
    if word.isupper() or word[-1:].isdigit():
        return 1 < len(word) <= _LETTERS
    return any(map(_has_inner, word.split("-"))) and not word.startswith(_FAMILIES)


def _has_inner(part: str) -> bool:
    """Tell whether a word has capitals within: NewsNow, but not Orlen-Lind."""
    return part[:2].isupper() or any(c.isupper() for c in part[3:])


def writing_kind(around: Surroundings, first: int, last: int) -> str:
    """Return the kind of source that the writing of a name tells, "" if none.

    Args:
        around: The article.
        first: The first word of the name, its article included.
        last: The word after the name.
    """
    if is_domain(around, last - 1):
        return _DOMAINS[around.words[last - 1]]
    if last - first > 1:
        the = around.words[first] == "the" and _keeps_article(around, first)
        return "media" if the else ""
    word = plain(around.words[first])
    if len(word) == _CALL:
        call = _original(around, first, last)
        return "media" if call.isupper() and call.startswith(_STATIONS) else ""
    known = word[-1:].isdigit() and word.rstrip("0123456789") in _MEDIA
    return "media" if known else ""


def tells_medium(name: tuple[str, ...]) -> bool:
    """Tell whether a word of a name is one by which media are known."""
    return any(_MEDIA.get(word, 0.0) >= _SURE for word in name)


def _keeps_article(around: Surroundings, i: int) -> bool:
    """Tell whether an article has a capital although no sentence begins with it."""
    reading = around.reading
    if not around.capital[i] or reading.kinds[i] is SegmentKind.HEADLINE:
        return False
    within = i > reading.sentences[reading.sentence_of[i]].first
    return within and around.gaps[i - 1] in {" ", ","}


def _original(around: Surroundings, first: int, last: int) -> str:
    reading = around.reading
    word = reading.document.text[reading.starts[first] : reading.ends[last - 1]]
    return plain(word.replace("’", "'"))
