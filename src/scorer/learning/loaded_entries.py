"""Choose the candidates: the words that may be loaded where they stand."""

import re
from collections.abc import Sequence
from math import log
from typing import Final, NamedTuple

from scorer.learning.loaded_company import Company
from scorer.learning.loaded_counts import Counts, grades
from scorer.learning.loaded_gold import Marked
from scorer.learning.loaded_guesses import count_marked, guess
from scorer.text.tables import load_table

_LEAST_MARKED: Final = 2  # times BABE marks a word before it is a candidate ungraded
_LEAST_SHARE: Final = 0.3
_LEAST_ARTICLES: Final = 15  # that have a word which is a candidate for its company
GUESSED: Final = -1
_LEAST_GUESS: Final = log(0.15 / 0.85)


class Entries(NamedTuple):
    """The candidates.

    Attributes:
        grades: How loaded each is by itself, 0..3; 0 where nobody graded it, but
            BABE marks it; `GUESSED` where only words like it are marked.
        guesses: The log odds that words like it are loaded.
    """

    grades: dict[str, int]
    guesses: dict[str, float]


def inflections(word: str) -> set[str]:
    """Return the regular forms of a word, without saying whether they exist."""
    forms = {word + "s", word + "ly"}
    stem = word
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word):
        stem = word + word[-1]
    elif word.endswith("e"):
        stem = word[:-1]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        stem = word[:-1] + "i"
        forms |= {word + "ing", stem + "es", stem + "ly"}
    forms |= {stem + "ed", stem + "est"}
    return forms | ({stem + "ing", word + "es"} if stem[-1] != "i" else set())


def choose_entries(counts: Counts, company: Company, babe: Sequence[Marked]) -> Entries:
    """Return the candidates: graded words, what BABE marks, and words like them."""
    graded = _grade(counts)
    left_alone = grades("left_alone")
    wanted = [
        word
        for word in sorted({*company.places, *graded})
        if word in graded
        or not (" " in word or word in left_alone or counts.is_name(word))
    ]
    guesses = guess(babe, company, graded, [w for w in wanted if " " not in w])
    marked = {word for word in _marked_often(babe) if not counts.is_name(word)}
    alike = {
        word
        for word, lean in guesses.items()
        if lean > _LEAST_GUESS and company.articles.get(word, 0) >= _LEAST_ARTICLES
    }
    marked = marked - left_alone - graded.keys()
    alike = alike - marked - graded.keys()
    new = dict.fromkeys(sorted(marked), 0) | dict.fromkeys(sorted(alike), GUESSED)
    return Entries(graded | new, guesses)


def _grade(counts: Counts) -> dict[str, int]:
    """Return the graded words and phrases, and the words' forms."""
    phrases = load_table("loaded_grades")
    entries = {
        phrase: grade
        for grade in (1, 2, 3)
        for phrase in phrases[f"phrases_{grade}"].split("|")
    }
    graded = {word: grade for grade in (1, 2, 3) for word in grades(str(grade))}
    for word, grade in graded.items():
        for form in inflections(word):
            if counts.articles[form] > 1 and form not in graded:
                entries[form] = max(grade, entries.get(form, 0))
    return entries | graded


def _marked_often(babe: Sequence[Marked]) -> list[str]:
    all_of, marked = count_marked(babe)
    return [
        word
        for word, n in marked.items()
        if n >= _LEAST_MARKED and n >= _LEAST_SHARE * all_of[word]
    ]
