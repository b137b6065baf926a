"""What each word counts as: the lists that hold it, its ending and its length.

Words that count alike are one class, and a class is a byte: counting the classes
of an article once answers for all lists, however many there are.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from scorer.text.lookup import look_up
from scorer.text.tables import load_table

COUNTED: Final[dict[str, list[str]]] = {
    name: words
    for name, words in load_table("counted_words").items()
    if name != "about"
}
KINDS: Final = ("number", "exact_number", "adverb", "regular_past", "contraction")
_LISTS_OF: Final[dict[str, list[str]]] = {}
for _name, _words in COUNTED.items():
    for _word in dict.fromkeys(_words):
        _LISTS_OF.setdefault(_word, []).append(_name)
_CONTRACTED: Final = ("n't", "'re", "'ll", "'ve", "'m", "'d")
_LONG_ADVERB: Final = 6  # "only" and "daily" are short or no adverbs
_LONG_PAST: Final = 5
_LONG: Final = 7  # letters; Björnsson's LIX: more than six
_INNER: Final = b"'-,.:_"
_MOST_REMEMBERED: Final = 1 << 15  # words; a few thousand make up nearly all texts


class Class(NamedTuple):
    """What words that count alike share: their lists and kinds, and their length."""

    names: tuple[str, ...]
    is_long: bool


class _Classes(dict[str, int]):
    """The number of each word's class, remembered for the words of other texts."""

    def __missing__(self, word: str) -> int:
        if word in _LISTS_OF:
            number = _NUMBERS[_class_of(word)]
        else:
            number = _UNLISTED[_kinds_of(word)][_is_long(word)]
        if len(self) < _MOST_REMEMBERED:
            self[word] = number
        return number


def classify(words: Sequence[str]) -> bytes:
    """Return the number of each word's class."""
    return bytes(look_up(_REMEMBERED, words))


def count_long(classes: bytes) -> int:
    """Return how many of some words have at least seven letters and digits."""
    return classes.translate(_IS_LONG).count(1)


def count_letters(words: str) -> int:
    """Return how many letters and digits there are in words set without blanks.

    Nothing else stands in a word but its inner marks: "well-known" is one long word.
    """
    # As bytes, in one pass for all marks: none is a part of another character.
    written = words.encode("utf-8", "surrogatepass")
    return len(words) - len(written) + len(written.translate(None, _INNER))


def _is_long(word: str) -> bool:
    # Seldom is there a mark in a word that is to be counted out.
    return (len(word) if word.isalnum() else count_letters(word)) >= _LONG


def _class_of(word: str) -> Class:
    return Class((*_LISTS_OF.get(word, ()), *_kinds_of(word)), _is_long(word))


def _kinds_of(word: str) -> tuple[str, ...]:
    if word[0].isdigit():
        exact = not word.isdigit() and word[-1].isdigit()
        return ("number", "exact_number") if exact else ("number",)
    if word[-2:] == "ly" and len(word) >= _LONG_ADVERB:
        return ("adverb",)
    if word[-2:] == "ed" and len(word) >= _LONG_PAST:
        return ("regular_past",)
    if "'" in word and word.endswith(_CONTRACTED):
        return ("contraction",)
    return ()


def _all_classes() -> tuple[Class, ...]:
    """Return every class that a word can be of."""
    others = [Class(names, long) for names in _ENDINGS for long in (False, True)]
    return tuple(dict.fromkeys([*others, *map(_class_of, _LISTS_OF)]))


# The kinds that a word may be of by its form alone.
_ENDINGS: Final = ((), KINDS[:1], KINDS[:2], *((kind,) for kind in KINDS[2:]))
_FOUND: Final = _all_classes()
_NOTHING: Final = 255  # the class of what is not to be counted
CLASSES: Final = (*_FOUND, *[Class((), is_long=False)] * (_NOTHING + 1 - len(_FOUND)))
_NUMBERS: Final = {found: number for number, found in enumerate(_FOUND)}
_UNLISTED: Final = {
    names: [_NUMBERS[Class(names, long)] for long in (False, True)]
    for names in _ENDINGS
}
_IS_LONG: Final = bytes([found.is_long for found in CLASSES])
_REMEMBERED: Final = _Classes()
