"""Find what shouts in a line: words in capitals, and marks that do more than end it."""

import re
from collections.abc import Set as AbstractSet
from string import ascii_uppercase

from scorer.types import Span

_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’][A-Z]+)?\b(?:-[A-Z]{2,}\b)*")
_MARKS = re.compile(r"[!?]*!+[!?]*|\?{2,}")
_LETTERS = re.compile(r"[A-Za-z]+")

_IS_CAPITAL = bytes(chr(code) in ascii_uppercase for code in range(256))
_TWO = b"\1\1"
_WHOLLY = 0.6  # share of words in capitals from which a line is wholly so


def find_capitals(text: str) -> list[Span]:
    """Return the words of two or more letters that are in capitals.

    A text is searched faster for two capitals in a row than for a pattern.

    Example:
        >>> t = "They were WRONG-HEADED about NATO2"
        >>> [span.of(t) for span in find_capitals(t)]
        ['WRONG-HEADED']
    """
    capitals = text.encode("latin-1", "replace").translate(_IS_CAPITAL)
    found = []
    at = capitals.find(_TWO)
    while at >= 0:
        match = _CAPITALS.match(text, at)
        if match:
            found.append(Span(at, match.end()))
        end = match.end() if match else capitals.find(0, at)
        at = capitals.find(_TWO, end) if end >= 0 else -1
    return found


def find_exclamations(text: str, within: Span) -> list[Span]:
    """Return the exclamation marks, and the question marks that are doubled.

    Example:
        >>> t = "No! Why?! So?"
        >>> [mark.of(t) for mark in find_exclamations(t, Span(0, 13))]
        ['!', '?!']
    """
    if text.find("!", *within) < 0 and text.find("??", *within) < 0:
        return []
    return [Span(*match.span()) for match in _MARKS.finditer(text, *within)]


def is_word(capitals: str, common: AbstractSet[str]) -> bool:
    """Tell whether what is in capitals is an ordinary word.

    Anything else may be an acronym or a name.

    Example:
        >>> is_word("NEVER-ENDING", {"never", "ending"}), is_word("NATO", {"never"})
        (True, False)
    """
    return common >= {*capitals.lower().replace("’", "'").split("-")}


def drop_house_style(
    text: str,
    line: Span,
    capitals: list[Span],
    words: list[Span],
    *,
    opens_story: bool,
) -> list[Span]:
    """Return the words that are written in capitals for emphasis.

    A line wholly in capitals is house style, and so are the capitals that open
    a story ("JANE ROE'S neighbours say ..."); those that open a headline are not.

    Args:
        text: The whole text in its own case.
        line: A paragraph of it.
        capitals: All that is in capitals there.
        words: The ordinary words among them.
        opens_story: Whether capitals at the start may be house style.

    Example:
        >>> t = "JANE ROE was so very WRONG"
        >>> all_of = find_capitals(t)
        >>> found = drop_house_style(t, Span(0, 26), all_of, all_of, opens_story=True)
        >>> [span.of(t) for span in found]
        ['WRONG']
    """
    if not words or len(capitals) >= _WHOLLY * len(_LETTERS.findall(text, *line)):
        return []
    first = _opening(text, line.start, capitals) if opens_story else 0
    return [span for span in words if span in capitals[first:]]


def _opening(text: str, end: int, found: list[Span]) -> int:
    """Return how many words in capitals open the text without a break."""
    count = 0
    for start, stop in found:
        if _LETTERS.search(text, end, start):
            break
        count, end = count + 1, stop
    # "BREAKING: ..." and "WHAT! ..." are cries, no name that opens a story.
    return 0 if text[end : end + 1] in (":", "!") else count
