"""The wording of a text without what it is about: names, numbers and nouns masked.

What remains is how it is told: function words, verbs, adjectives and adverbs that
are common to many outlets, the nouns that say what a text rests on (spokesman,
study), and where the masked words stand among them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import compress, pairwise, product, repeat
from typing import Final

from scorer.features.statements import BODY
from scorer.reading import Reading
from scorer.text.initials import CAPITAL

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
    "woman": "man",
    "chairwoman": "chairman",
    "spokeswoman": "spokesman",
}
_ALIKE: Final = {
    shown: (shown, *(word for word, same in _SAME.items() if same == shown))
    for shown in _SAME.values()
}
MASKS: Final = frozenset((NAME, NUMBER, OTHER, QUOTATION, BREAK))
_NOTHING: Final = frozenset(product(MASKS, MASKS))
Term = str | tuple[str, str]


def shown_words(words: Iterable[str]) -> dict[str, str]:
    """Return the words that are not masked, and what each of them is shown as."""
    return {word: _SAME.get(word, word) for word in words}


def alike(shown: str) -> tuple[str, ...]:
    """Return all words that are shown as this one."""
    return _ALIKE.get(shown) or (shown,)


def show(reading: Reading, words: Mapping[str, str]) -> list[str]:
    """Return what each word of a reading is shown as, quoted or not."""
    shown = list(map(words.get, reading.words, repeat(OTHER)))
    initials = reading.initials
    for i in compress(range(len(shown)), initials):
        if shown[i] == OTHER:
            shown[i] = NAME if initials[i] == CAPITAL else NUMBER
    return shown


def mask_words(
    reading: Reading, words: Mapping[str, str], places: Iterable[int]
) -> list[str]:
    """Return what the words at some places are shown as."""
    seen, initials, masks = reading.words, reading.initials, (OTHER, NAME, NUMBER)
    return [words.get(seen[i]) or masks[initials[i]] for i in places]


def masked_body(reading: Reading, words: Mapping[str, str]) -> list[str]:
    """Return the body's words, all masked but the keys of `words`.

    A quotation is one mark, whatever its length: it is the speaker's.
    """
    return mask_body(reading, show(reading, words))


def mask_body(reading: Reading, shown: list[str]) -> list[str]:
    """Return the body of a reading, one mark in the place of each quotation.

    Args:
        reading: An article.
        shown: What each of its words is shown as.
    """
    masked: list[str] = []
    paragraphs, quoted = reading.paragraphs, reading.quoted
    for _, first, last, paragraph in reading.sentences:
        if first == last or paragraphs[paragraph].kind not in BODY:
            continue
        masked.append(BREAK)
        at = len(masked)
        if quoted.find(1, first, last) < 0:
            masked += shown[first:last]
        else:
            masked += _without_quotations(shown, quoted, first, last)
        if masked[at] == NAME:
            masked[at] = OTHER  # the capital of a sentence's first word says nothing
    return masked


def _without_quotations(
    shown: list[str], quoted: bytearray, first: int, last: int
) -> list[str]:
    """Return the words from `first` to `last`, one mark for each quotation."""
    kept: list[str] = []
    while first < last:
        end = quoted.find(1 - quoted[first], first, last)
        end = last if end < 0 else end
        kept += (QUOTATION,) if quoted[first] else shown[first:end]
        first = end
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
