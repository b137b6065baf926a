"""The formulas equal textstat's on textstat's counts; our own counts are right."""

import random
from math import isclose, isnan

import textstat
from textstat.backend.counts._count_long_words import count_long_words

from scorer.document import Document
from scorer.features.readability import (
    automated_readability_index,
    coleman_liau_index,
    count,
    lix,
    rix,
)
from scorer.reading import Reading

_WORDS = [
    "the",
    "of",
    "harbour-master",
    "council's",
    "a",
    "1,200",
    "extraordinarily",
    "İstanbul",
    "it's",
    "re-opened",
    "Müller",
    "isn't",
    "no",
    "responsibility",
    "-",
    "—",
    "3.5",
    "U.S.",
    "boys'",
    "by",
    "understood",
    "weather",
]
_ENDS = [".", "!", "?", "...", '."', ".'", "", ";"]


def _texts() -> list[str]:
    draw = random.Random(7)  # noqa: S311 no secret
    texts = []
    for _ in range(3000):
        sentences = []
        for _ in range(draw.randint(1, 6)):
            words = draw.choices(_WORDS, k=draw.randint(1, 25))
            sentences.append(" ".join(words) + draw.choice(_ENDS))
        texts.append(" ".join(sentences))
    return texts


def test_the_formulas_equal_those_of_textstat_on_its_counts() -> None:
    compared = 0
    for text in _texts():
        letters = textstat.letter_count(text)
        words = textstat.lexicon_count(text)
        tokens = textstat.lexicon_count(text, removepunct=False)
        sentences = textstat.sentence_count(text)
        long_words = count_long_words(text)
        strokes = textstat.char_count(text)
        # textstat takes characters per token but words per sentence, which differ
        # where a lone dash is a token; the formula takes one number of words.
        if not words:
            continue  # textstat says 0 where we say undefined
        if tokens == words:
            compared += 1
            assert isclose(
                automated_readability_index(strokes, words, sentences),
                textstat.automated_readability_index(text),
            )
        assert isclose(
            coleman_liau_index(letters, words, sentences),
            textstat.coleman_liau_index(text),
        )
        assert isclose(lix(words, long_words, sentences), textstat.lix(text))
        assert isclose(rix(long_words, sentences), textstat.rix(text))
    assert compared > 100


def test_our_counts_equal_those_of_textstat_on_plain_prose() -> None:
    draw = random.Random(11)  # noqa: S311 no secret
    words = [
        "harbour",
        "council",
        "waits",
        "until",
        "extraordinary",
        "weather",
        "the",
        "clears",
        "it",
    ]
    for _ in range(500):
        text = " ".join(
            " ".join(draw.choices(words, k=draw.randint(3, 20))).capitalize() + "."
            for _ in range(draw.randint(1, 8))
        )
        counts = count(Reading.of(Document.from_text(text)))
        assert counts.words == textstat.lexicon_count(text)
        assert counts.letters == textstat.letter_count(text)
        assert counts.strokes == textstat.char_count(text)
        assert counts.long_words == count_long_words(text)
        assert counts.sentences == textstat.sentence_count(text)


def test_counts_an_abbreviation_as_no_end_and_a_compound_as_one_word() -> None:
    text = "Mr. Ash of the U.S. Navy left the well-known harbour. It rained."
    counts = count(Reading.of(Document.from_text(text)))
    assert counts.sentences == 2
    assert counts.long_words == 2


def test_is_undefined_without_words() -> None:
    assert isnan(automated_readability_index(0, 0, 0))
    assert isnan(coleman_liau_index(0, 0, 0))
    assert isnan(lix(0, 0, 0))
    assert isnan(rix(0, 0))
