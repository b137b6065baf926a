"""Find what shouts in a line: words in capitals, and marks that do more than end it."""

import re
from collections.abc import Set as AbstractSet
from string import ascii_letters, ascii_uppercase

from scorer.text.labels import is_heading, is_label
from scorer.types import Span

_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’][A-Z]+)?\b(?:-[A-Z]{2,}\b)*")
_MARKS = re.compile(r"[!?]*!+[!?]*|\?{2,}")
_LETTERS = re.compile(r"[A-Za-z]+")

_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]* $")
_NAME_AFTER = re.compile(r" [A-Z][\w’'-]*")
_LONGEST = 30  # letters of a name before the capitals
_NAMED_CRY = re.compile(r"[!?]+(?:['’]s\b|,? [a-z])")
_CALLED = re.compile(r"\b[A-Z][\w’'-]*$")
# Names that end in a cry wherever they stand, and single letters ("Channel Q!").
_CRYING_NAME = re.compile(
    r"\b(?:[A-Z]|Yahoo|Jeopardy|Mamma Mia|Oklahoma|Oliver|Wham|Hamilton|Panic|Yum)$"
)
# Words too short to tell from an acronym, but none beside an ordinary word.
_SMALL = frozenset(("HAS", "HER", "HIM", "HIS", "IN", "IS", "IT", "ON", "TO", "WAS"))
_NO_ACRONYM = 5  # letters
_IS_LETTER = bytes(chr(code) in ascii_letters for code in range(256))
_IS_CAPITAL = bytes(chr(code) in ascii_uppercase for code in range(256))
# What ignoring case takes for each letter.
_CASES = {letter: f"[{letter}{letter.lower()}]" for letter in ascii_uppercase}
_CASES |= {"I": "[Ii\u0130\u0131]", "K": "[Kk\u212a]", "S": "[Ss\u017f]"}
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
        >>> find_exclamations("The Wow! shop closed", Span(0, 20))
        []
    """
    if text.find("!", *within) < 0 and text.find("??", *within) < 0:
        return []
    found = [Span(*match.span()) for match in _MARKS.finditer(text, *within)]
    return [mark for mark in found if not _is_in_name(text, mark)]


def _is_in_name(text: str, mark: Span) -> bool:
    """Tell whether a mark is part of a name, after which the sentence goes on."""
    near = max(0, mark.start - _LONGEST)
    if _CRYING_NAME.search(text, near, mark.start):
        return True
    if not _NAMED_CRY.match(text, mark.start):
        return False
    return _CALLED.search(text, near, mark.start) is not None


def join_words(text: str, capitals: list[Span], common: AbstractSet[str]) -> list[Span]:
    """Return the runs of capitals that ordinary words make up.

    A single ordinary word beside an acronym or a name is part of that name.

    Example:
        >>> t = "They were NEVER EVER seen, NATO FIRST said"
        >>> [run.of(t) for run in join_words(t, find_capitals(t), {"never", "ever"})]
        ['NEVER EVER']
    """
    runs: list[list[Span]] = []
    for span in capitals:
        if runs and text[runs[-1][-1].end : span.start] == " ":
            runs[-1].append(span)
        else:
            runs.append([span])
    found = []
    for run in runs:
        words = [span.of(text) for span in run]
        others = [word for word in words if not _is_word(word, common)]
        known = len(words) - len(others)
        if known > 1 or (known and all(_may_be_word(text, word) for word in others)):
            found.append(Span(run[0].start, run[-1].end))
    return found


def _may_be_word(text: str, word: str) -> bool:
    """Tell whether a rarer word in capitals is no acronym."""
    return len(word) >= _NO_ACRONYM or word in _SMALL or f" {word.lower()}" in text


def _is_word(capitals: str, common: AbstractSet[str]) -> bool:
    return common >= {*capitals.lower().replace("’", "'").split("-")}


def drop_names(text: str, runs: list[Span]) -> list[Span]:
    """Return the runs of capitals that are no names or labels, which recur as such.

    They do so with the same capitalised neighbour ("Harbour NOW"), or by themselves,
    while the text has them in lower case nowhere.

    Example:
        >>> t = "Harbour NOW said so. Now Harbour NOW is NOT gone."
        >>> [run.of(t) for run in drop_names(t, find_capitals(t))]
        ['NOT']
    """
    words = {run.of(text) for run in runs}  # in a list of captions often the same
    names = {run for run in words if _recurs(text, run)}
    return [
        run
        for run in runs
        if run.of(text) not in names and not _has_neighbour(text, run)
    ]


def _has_neighbour(text: str, run: Span) -> bool:
    """Tell whether a run of capitals stands elsewhere beside the same name."""
    before = _NAME_BEFORE.search(text, max(0, run.start - _LONGEST), run.start)
    after = _NAME_AFTER.match(text, run.end)
    return (before is not None and text.count(text[before.start() : run.end]) > 1) or (
        after is not None and text.count(text[run.start : after.end()]) > 1
    )


def _recurs(text: str, words: str) -> bool:
    """Tell whether a text has a run of capitals often, and in no other case."""
    least = 2 if " " in words else 3
    # Nearly every word is told so, without a pattern.
    if words.isalpha() and text.count(words) < least:
        return False
    if " " not in words and f" {words.lower()} " in text:
        return False
    forms = _in_any_case(words).findall(text)
    return len(forms) >= least and len({*forms}) == 1


def _in_any_case(words: str) -> re.Pattern[str]:
    """Return a pattern for some words in capitals, in whatever case they stand.

    It begins with the letters that it may begin with, which is what the search skips
    to: ten times as fast as a pattern that ignores case.
    """
    first, *rest = (_CASES.get(char, re.escape(char)) for char in words)
    return re.compile(rf"{first}(?<!\w.){''.join(rest)}\b")


def drop_house_style(
    text: str,
    line: Span,
    capitals: list[Span],
    runs: list[Span],
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
        runs: The ordinary words among them, joined.
        opens_story: Whether capitals at the start may be house style.

    Example:
        >>> t = "JANE ROE was so very WRONG"
        >>> all_of = find_capitals(t)
        >>> found = drop_house_style(t, Span(0, 26), all_of, all_of, opens_story=True)
        >>> [span.of(t) for span in found]
        ['WRONG']
    """
    if not runs or len(capitals) >= _WHOLLY * _count_words(line.of(text)):
        return []
    opening = _opening(text, line.start, capitals) if opens_story else line.start
    emphatic = [
        run
        for run in runs
        if run.start >= opening
        and not is_label(text, run, line)
        and not (opens_story and is_heading(text, run, line, capitals))
    ]
    return drop_names(text, emphatic)


def _count_words(line: str) -> int:
    """Return how many runs of ASCII letters there are in a line."""
    letters = line.encode("latin-1", "replace").translate(_IS_LETTER)
    return letters.count(b"\0\1") + letters.startswith(b"\1")


def _opening(text: str, start: int, found: list[Span]) -> int:
    """Return where the capitals end that open the text without a break."""
    end = start
    for first, last in found:
        if _LETTERS.search(text, end, first):
            break
        end = last
    # "BREAKING: ..." and "WHAT! ..." are cries, no name that opens a story.
    return start if text[end : end + 1] in (":", "!") else end
