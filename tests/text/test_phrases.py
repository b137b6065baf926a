from hypothesis import given
from hypothesis import strategies as st

from scorer.text.phrases import Phrases

_words = st.sampled_from(["it", "is", "said", "to", "be", "may"])
_phrases = st.lists(_words, min_size=1, max_size=4).map(" ".join)


def test_finds_the_longest_of_the_phrases_that_begin_at_a_word() -> None:
    phrases = Phrases({"it is": 1, "it is said": 2, "said": 3})
    assert list(phrases.find(["so", "it", "is", "said"])) == [(1, 4, 2)]


def test_finds_a_phrase_of_common_words_alone() -> None:
    assert list(Phrases({"as is": 1}).find(["sold", "as", "is"])) == [(1, 3, 1)]


@given(entries=st.sets(_phrases, max_size=8), words=st.lists(_words, max_size=12))
def test_finds_what_trying_every_phrase_at_every_word_finds(
    entries: set[str], words: list[str]
) -> None:
    expected = []
    at = 0
    while at < len(words):
        here = [e for e in entries if words[at : at + len(e.split())] == e.split()]
        longest = max(here, key=lambda e: len(e.split()), default=None)
        if longest:
            expected.append((at, at + len(longest.split()), longest))
        at = expected[-1][1] if longest else at + 1
    assert list(Phrases({e: e for e in entries}).find(words)) == expected
