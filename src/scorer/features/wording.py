"""Loaded and personal wording in the outlet's own voice."""

from functools import partial
from typing import Final

from scorer.features.facts import NAN, Facts
from scorer.features.feature import Feature
from scorer.types import Voice

_WORD: Final = ("loaded.word",)
_LOADED: Final = (*_WORD, "loaded.scare_quote", "loaded.capitals", "loaded.punctuation")


def _loaded(facts: Facts, labels: tuple[str, ...]) -> float:
    return facts.rate(facts.count_marks(labels, Voice.OUTLET))


def loaded_weight(facts: Facts) -> float:
    """Return how loaded the outlet's own 1,000 words are, by their weights."""
    return facts.rate(sum([a.weight for a in facts.marked(_WORD, Voice.OUTLET)]))


def _sentences_with(facts: Facts, mark: str) -> float:
    """Return the share of the outlet's sentences that end in `mark`."""
    plain, quoted = facts.reading.plain, facts.reading.quoted
    own = (
        span
        for span, first, last, _ in facts.sentences
        if first < last and not quoted[first]
    )
    if mark not in plain:
        return 0.0 if any(own) else NAN
    ends = [plain[start:end][-3:].replace("''", '"') for start, end in own]
    return sum([mark in end[-2:] for end in ends]) / len(ends) if ends else NAN


FEATURES: Final = (
    Feature(
        name="loaded_per_1000_words",
        unit="per 1,000 words",
        meaning="How often the outlet's own words carry a verdict or drama.",
        measure=lambda facts: _loaded(facts, _LOADED),
        labels=_LOADED,
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="loaded_weight_per_1000_words",
        unit="weight per 1,000 words",
        meaning="Loaded words and near-loaded ones, each with its weight.",
        measure=loaded_weight,
        labels=_WORD,
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="scare_quotes_per_1000_words",
        unit="per 1,000 words",
        meaning="How often the outlet doubts a word by quoting it.",
        measure=lambda facts: _loaded(facts, ("loaded.scare_quote",)),
        labels=("loaded.scare_quote",),
    ),
    Feature(
        name="capitals_per_1000_words",
        unit="per 1,000 words",
        meaning="How often words are shouted in capitals.",
        measure=lambda facts: _loaded(facts, ("loaded.capitals",)),
        labels=("loaded.capitals",),
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="exclamations_share",
        unit="share",
        meaning="Share of the outlet's sentences that end in an exclamation mark.",
        measure=lambda facts: _sentences_with(facts, "!"),
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="questions_share",
        unit="share",
        meaning="Share of the outlet's sentences that are questions.",
        measure=lambda facts: _sentences_with(facts, "?"),
    ),
    Feature(
        name="contractions_per_1000_words",
        unit="per 1,000 own words",
        meaning="How often the outlet talks (isn't, we've).",
        measure=lambda facts: facts.own_rate("contraction"),
    ),
    Feature(
        name="adverbs_per_1000_words",
        unit="per 1,000 own words",
        meaning="How often the outlet colours what it tells with an adverb in -ly.",
        measure=lambda facts: facts.own_rate("adverb"),
    ),
    *(
        Feature(
            name=f"{name}_per_1000_words",
            unit="per 1,000 own words",
            meaning=meaning,
            measure=partial(Facts.own_rate, name=name),
        )
        for name, meaning in (
            ("first_person", "How often the outlet speaks of itself (I, we, our)."),
            ("second_person", "How often the outlet addresses its reader."),
            ("intensifiers", "How often the outlet turns its words up."),
            ("demands", "How often the outlet says what should or must be."),
            ("negations", "How often the outlet denies."),
            ("connectives", "How often the outlet argues (because, therefore, but)."),
            ("praise_and_blame", "How often the outlet uses a word of verdict."),
        )
    ),
)
