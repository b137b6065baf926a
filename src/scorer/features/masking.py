"""The wording of a text without what it is about: names, numbers and nouns masked.

What remains is how it is told: function words, verbs, adjectives and adverbs that
are common to many outlets, and where the masked words stand among them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise, product
from typing import Final

from scorer.features.statements import BODY
from scorer.reading import Reading

NAME: Final = "N"
NUMBER: Final = "#"
OTHER: Final = "_"
QUOTATION: Final = '"'
BREAK: Final = "."
# A text about women must not read otherwise than one about men.
_SAME: Final = {"she": "he", "her": "his", "him": "his", "hers": "his"} | {
    "herself": "himself",
    "she's": "he's",
    "she'd": "he'd",
    "she'll": "he'll",
}
MASKS: Final = frozenset((NAME, NUMBER, OTHER, QUOTATION, BREAK))
_NOTHING: Final = frozenset(product(MASKS, MASKS))
Term = str | tuple[str, str]


def shown_words(words: Iterable[str]) -> dict[str, str]:
    """Return the words that are not masked, and what each of them is shown as."""
    return {word: _SAME.get(word, word) for word in words}


def alike(shown: AbstractSet[str]) -> set[str]:
    """Return all words that are shown as one of `shown`."""
    return {*shown, *(word for word, same in _SAME.items() if same in shown)}


def masked_body(reading: Reading, words: Mapping[str, str]) -> list[str]:
    """Return the body's words, all masked but the keys of `words`.

    A quotation is one mark, whatever its length: it is the speaker's.
    """
    masked: list[str] = []
    paragraphs, quoted = reading.paragraphs, reading.quoted
    for _, first, last, paragraph in reading.sentences:
        if first == last or paragraphs[paragraph].kind not in BODY:
            continue
        masked.append(BREAK)
        shown = _masked(reading, first, last, words)
        if 1 in quoted[first:last]:
            shown = _without_quotations(shown, quoted[first:last])
        masked += shown
    return masked


def _masked(
    reading: Reading, first: int, last: int, words: Mapping[str, str]
) -> list[str]:
    """Mask the words of one sentence; its first word's capital says nothing."""
    shown, text = words.get, reading.document.text
    masked = [
        shown(word)
        or (NAME if text[at].isupper() else NUMBER if word[0].isdigit() else OTHER)
        for word, at in zip(
            reading.words[first:last], reading.starts[first:last], strict=True
        )
    ]
    if masked[0] == NAME:
        masked[0] = OTHER
    return masked


def _without_quotations(masked: list[str], quoted: bytearray) -> list[str]:
    """Put one mark in the place of each quotation."""
    kept, before = [], 0
    for word, now in zip(masked, quoted, strict=True):
        if not now:
            kept.append(word)
        elif not before:
            kept.append(QUOTATION)
        before = now
    return kept


def count_terms(masked: list[str]) -> Counter[Term]:
    """Count the words and the pairs of neighbours."""
    terms: Counter[Term] = Counter(masked)
    terms.update(pairwise(masked))
    return terms


def spelled(terms: Mapping[Term, int]) -> Counter[str]:
    """Spell terms as the table does; marks that stand for anything say nothing."""
    return Counter(
        {
            term if isinstance(term, str) else " ".join(term): times
            for term, times in terms.items()
            if term not in MASKS and term not in _NOTHING
        }
    )
