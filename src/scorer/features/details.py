"""What a reader could check: figures, dates, persons with their offices, documents."""

from typing import Final

from scorer.features.classes import COUNTED
from scorer.features.facts import NAN, Facts, once
from scorer.features.feature import Feature
from scorer.text.initials import CAPITAL

# What several replies have in common, and few texts: where it is missing they are too.
_SHARED: Final = ("respon", "comment", "denie", "disput")
_REPLIES: Final = [
    (shared, [r for r in COUNTED["replying"] if shared in r]) for shared in _SHARED
]
_OTHER_REPLIES: Final = [
    reply for reply in COUNTED["replying"] if not any(s in reply for s in _SHARED)
]


def _names(facts: Facts) -> float:
    """Count capitalised words within sentences, house style of headlines aside."""
    names = words = 0
    for _, first, last, _ in facts.sentences:
        if first < last:
            names += facts.reading.initials.count(CAPITAL, first + 1, last)
            words += last - first - 1
    return 1000 * names / words if words else NAN


def _quoted_share(facts: Facts) -> float:
    return 1 - facts.own_words / len(facts.body) if facts.body else NAN


@once
def _quotation_lengths(facts: Facts) -> list[int]:
    """Return how many words each quotation of the body has; none of one word."""
    quoted, lengths = facts.quoted, []
    start = quoted.find(1)
    while start >= 0:
        end = quoted.find(0, start)
        end = len(quoted) if end < 0 else end
        lengths.append(end - start)
        start = quoted.find(1, end)
    return [n for n in lengths if n > 1]


def _quotation_words(facts: Facts) -> float:
    lengths = _quotation_lengths(facts)
    return sum(lengths) / len(lengths) if lengths else NAN


def _replies(facts: Facts) -> float:
    plain = facts.reading.plain
    found = sum(map(plain.count, _OTHER_REPLIES))
    for shared, replies in _REPLIES:
        if shared in plain:
            found += sum(map(plain.count, replies))
    return float(found)


def _rate(name: str, meaning: str, quality: int = 0) -> Feature:
    return Feature(
        name=f"{name}_per_1000_words",
        unit="per 1,000 own words",
        meaning=meaning,
        measure=lambda facts: facts.own_rate(name),
        quality=quality,
    )


FEATURES: Final = (
    Feature(
        name="numbers_per_1000_words",
        unit="per 1,000 own words",
        meaning="How often the outlet gives a figure.",
        measure=lambda facts: facts.own_rate("number"),
    ),
    Feature(
        name="exact_numbers_per_1000_words",
        unit="per 1,000 own words",
        meaning="How often the outlet gives a figure that is not rounded.",
        measure=lambda facts: facts.own_rate("exact_number"),
    ),
    Feature(
        name="names_per_1000_words",
        unit="per 1,000 words",
        meaning="How often a word within a sentence begins with a capital.",
        measure=_names,
    ),
    Feature(
        name="quoted_share",
        unit="share",
        meaning="Share of the body that stands in quotations.",
        measure=_quoted_share,
    ),
    Feature(
        name="quotations_per_1000_words",
        unit="per 1,000 words",
        meaning="How many quotations of two words or more there are.",
        measure=lambda facts: facts.rate(len(_quotation_lengths(facts))),
    ),
    Feature(
        name="quotation_words_mean",
        unit="words",
        meaning="Mean length of those quotations.",
        measure=_quotation_words,
    ),
    Feature(
        name="replies",
        unit="phrases",
        meaning="How often somebody answers, denies or is said to have been asked.",
        measure=_replies,
        quality=1,
    ),
    _rate("saying", "How often the outlet says that somebody said something."),
    _rate(
        "relaying",
        "How often the outlet points at a post, a statement or a paper.",
        quality=-1,
    ),
    _rate("citing", "How often the outlet names a study, a report or figures."),
    _rate("dates", "How often the outlet gives a day or a month."),
    _rate("offices", "How often the outlet says who somebody is."),
    _rate("caution", "How often the outlet says how sure a finding is."),
)
