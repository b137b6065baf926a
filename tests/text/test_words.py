"""Words and their places, whatever the text is made of."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.text.words import find_words, fold, straighten

# What `find_words` does by arithmetic, said as a pattern (twice as slow).
_WORD = re.compile(r"(?:\w|(?<=\w)['-](?=\w)|(?<=[0-9])[.,:](?=[0-9]))+")
_TRICKY = st.text(alphabet="ab1 2'-.,:\n–łé😀?_\u0301\x85\x1c½€中\ud800ſİ")


def _agree(text: str) -> None:
    words, starts, ends = find_words(text)
    expected = [(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]
    assert list(zip(words, starts, ends, strict=True)) == expected


@given(st.one_of(_TRICKY, st.text()))
def test_finds_what_the_pattern_finds(text: str) -> None:
    _agree(text)


def test_finds_words_among_many_strange_letters() -> None:
    _agree(" ".join(chr(code) for code in range(0x3000, 0x9000, 7)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't well-known o'clock", ["don't", "well-known", "o'clock"]),
        ("'urgently' boys' '90s -- rock'n'roll-", "urgently boys 90s rock'n'roll"),
        ("2,000 3.5 10:30, 1,000,000.", ["2,000", "3.5", "10:30", "1,000,000"]),
        ("u.s. troops,and 5.", ["u", "s", "troops", "and", "5"]),
        ("çà łódź 中文", ["çà", "łódź", "中文"]),
        ("", []),
    ],
)
def test_keeps_together_what_is_one_word(text: str, words: list[str] | str) -> None:
    expected = words.split() if isinstance(words, str) else words
    assert find_words(text)[0] == expected


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text) == len(straighten(text))


def test_folding_makes_curly_and_straight_the_same() -> None:
    assert fold("„Don’t“ «GO» ‘now’") == '"don\'t" "go" \'now\''
