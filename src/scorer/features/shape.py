"""The shape of the text: lengths, variety, tense."""

from math import sqrt
from typing import Final

from scorer.features.facts import NAN, Facts, once
from scorer.features.feature import Feature
from scorer.features.readability import (
    automated_readability_index,
    coleman_liau_index,
    lix,
)

_SAMPLE: Final = 200  # words; variety falls with length, so all are cut to the same


@once
def _sentence_lengths(facts: Facts) -> list[int]:
    return [last - first for _, first, last, _ in facts.sentences if last > first]


def _sentence_mean(facts: Facts) -> float:
    lengths = _sentence_lengths(facts)
    return sum(lengths) / len(lengths) if lengths else NAN


def _sentence_spread(facts: Facts) -> float:
    lengths = _sentence_lengths(facts)
    if not lengths:
        return NAN
    n, total = len(lengths), sum(lengths)  # of whole numbers: exact, unlike floats
    return sqrt(n * sum([length * length for length in lengths]) - total * total) / n


def _short_sentences(facts: Facts) -> float:
    lengths = _sentence_lengths(facts)
    short = 8
    return sum([n < short for n in lengths]) / len(lengths) if lengths else NAN


def _variety(facts: Facts) -> float:
    if len(facts.body) < _SAMPLE:
        return NAN
    return len(set(facts.body[:_SAMPLE])) / _SAMPLE


def _word_length(facts: Facts) -> float:
    return len("".join(facts.body)) / len(facts.body) if facts.body else NAN


def _past(facts: Facts) -> float:
    return facts.own_rate("past") + facts.own_rate("regular_past")


FEATURES: Final = (
    Feature(
        name="words",
        unit="words",
        meaning="Length of the body.",
        measure=lambda facts: float(len(facts.body)),
    ),
    Feature(
        name="sentence_words_mean",
        unit="words",
        meaning="Mean length of a sentence.",
        measure=_sentence_mean,
    ),
    Feature(
        name="sentence_words_spread",
        unit="words",
        meaning="How much the sentences differ in length (standard deviation).",
        measure=_sentence_spread,
    ),
    Feature(
        name="short_sentences_share",
        unit="share",
        meaning="Share of the sentences under eight words.",
        measure=_short_sentences,
    ),
    Feature(
        name="lexical_variety",
        unit="share",
        meaning="Share of different words among the first 200.",
        measure=_variety,
    ),
    Feature(
        name="word_letters_mean",
        unit="letters",
        meaning="Mean length of a word.",
        measure=_word_length,
    ),
    Feature(
        name="function_words_per_1000_words",
        unit="per 1,000 own words",
        meaning="How many of the outlet's words only hold the others together.",
        measure=lambda facts: facts.own_rate("function_words"),
    ),
    Feature(
        name="past_tense_per_1000_words",
        unit="per 1,000 own words",
        meaning="How often the outlet tells what happened.",
        measure=_past,
    ),
    Feature(
        name="present_tense_per_1000_words",
        unit="per 1,000 own words",
        meaning="How often the outlet says how things are.",
        measure=lambda facts: facts.own_rate("present"),
    ),
    Feature(
        name="automated_readability_index",
        unit="school year",
        meaning="How demanding the prose is, by letters and sentence lengths.",
        measure=lambda facts: automated_readability_index(
            facts.counts.strokes, facts.counts.words, facts.counts.sentences
        ),
    ),
    Feature(
        name="coleman_liau_index",
        unit="school year",
        meaning="The same, by letters per word above all.",
        measure=lambda facts: coleman_liau_index(
            facts.counts.letters, facts.counts.words, facts.counts.sentences
        ),
    ),
    Feature(
        name="lix",
        unit="LIX",
        meaning="The same, by long words and sentence lengths.",
        measure=lambda facts: lix(
            facts.counts.words, facts.counts.long_words, facts.counts.sentences
        ),
    ),
)
