"""Find what shouts in a line: words in capitals, and marks that do more than end it."""

import re
from collections.abc import Container

from scorer.types import Span

_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’][A-Z]+)?\b(?:-[A-Z]{2,}\b)*")
_MARKS = re.compile(r"[!?]*!+[!?]*|\?{2,}")
_LETTERS = re.compile(r"[A-Za-z]+")

_WHOLLY = 0.6  # share of words in capitals from which a line is wholly so


def find_exclamations(text: str) -> list[Span]:
    """Return the exclamation marks, and the question marks that are doubled.

    Example:
        >>> t = "No! Why?! So?"
        >>> [mark.of(t) for mark in find_exclamations(t)]
        ['!', '?!']
    """
    if "!" not in text and "??" not in text:
        return []
    return [Span(*match.span()) for match in _MARKS.finditer(text)]


def find_shouting(
    text: str, common: Container[str], *, opens_story: bool
) -> list[Span]:
    """Return the words that are written in capitals for emphasis.

    A line wholly in capitals is house style, and so are the capitals that open
    a story ("JANE ROE'S neighbours say ..."); those that open a headline are not.

    Args:
        text: One paragraph in its own case.
        common: Ordinary words in lower case: anything else in capitals may be
            an acronym or a name.
        opens_story: Whether capitals at the start may be house style.

    Example:
        >>> t = "They were WRONG about NATO"
        >>> [s.of(t) for s in find_shouting(t, {"wrong"}, opens_story=True)]
        ['WRONG']
        >>> find_shouting("THEY WERE WRONG", {"wrong", "were"}, opens_story=True)
        []
    """
    found = [Span(*match.span()) for match in _CAPITALS.finditer(text)]
    if not found or len(found) >= _WHOLLY * len(_LETTERS.findall(text)):
        return []
    first = _opening(text, found) if opens_story else 0
    return [span for span in found[first:] if _is_word(span.of(text), common)]


def _opening(text: str, found: list[Span]) -> int:
    """Return how many words in capitals open the text without a break."""
    count, end = 0, 0
    for start, stop in found:
        if _LETTERS.search(text[end:start]):
            break
        count, end = count + 1, stop
    # "BREAKING: ..." and "WHAT! ..." are cries, no name that opens a story.
    return 0 if text[end : end + 1] in (":", "!") else count


def _is_word(capitals: str, common: Container[str]) -> bool:
    lower = capitals.lower().replace("’", "'")
    return all(part in common for part in lower.split("-"))
