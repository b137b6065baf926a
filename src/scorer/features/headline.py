"""What the headline promises, and whether the body holds it; NaN without one."""

from typing import Final

from scorer.features.classes import COUNTED
from scorer.features.facts import FINDING, NAN, Facts
from scorer.features.feature import Feature
from scorer.reading import Paragraph

_LOADED: Final = (
    "loaded.word",
    "loaded.scare_quote",
    "loaded.capitals",
    "loaded.punctuation",
)
_PLAIN: Final = frozenset(COUNTED["function_words"])
_POINTING: Final = frozenset(COUNTED["pointing"])
_SAYING: Final = frozenset(COUNTED["saying"])
_SHOUTED: Final = 5  # letters at least; acronyms are shorter
_EDGES: Final = "\"'“”‘’().,:;!?[]"


def _words(facts: Facts) -> list[str]:
    line = facts.headline
    return facts.reading.words[line.first : line.last] if line else []


def _weight(facts: Facts, label: str) -> float:
    if facts.headline is None:
        return NAN
    return max((a.weight for a in facts.in_headline((label,))), default=0.0)


def _loaded(facts: Facts) -> float:
    if facts.headline is None:
        return NAN
    return sum(a.weight for a in facts.in_headline(_LOADED) if a.weight >= FINDING)


def _length(facts: Facts) -> float:
    return float(len(_words(facts))) if facts.headline else NAN


def _share_in(facts: Facts, vocabulary: frozenset[str]) -> float:
    words = _words(facts)
    return sum(word in vocabulary for word in words) / len(words) if words else NAN


def _supported(facts: Facts) -> float:
    words = {word for word in _words(facts) if word not in _PLAIN}
    return len(words.intersection(facts.body)) / len(words) if words else NAN


def _text(facts: Facts, line: Paragraph) -> str:
    return facts.reading.plain[line.span.start : line.span.end]


def _has(facts: Facts, mark: str) -> float:
    line = facts.headline
    return float(mark in _text(facts, line)) if line else NAN


def _shouted(facts: Facts) -> float:
    line = facts.headline
    if line is None or line.first == line.last:
        return NAN
    words = line.span.of(facts.reading.document.text).split()
    shouts = [w for w in words if len(w) >= _SHOUTED and w.isupper()]
    return sum([not _is_name(facts, w) for w in shouts]) / len(words)


def _is_name(facts: Facts, capitals: str) -> bool:
    """Tell whether the body, too, writes a word in capitals and never otherwise."""
    text, name = facts.reading.document.text, capitals.strip(_EDGES)
    if text.count(name) == 1:  # in the headline alone, as most that is shouted
        return False
    forms = [
        text[start : start + len(name)]
        for sentence in facts.sentences
        if (start := facts.reading.plain.find(name.lower(), *sentence.span)) >= 0
    ]
    return name in forms and forms.count(name) == len(forms)


def _numbers(facts: Facts) -> float:
    words = _words(facts)
    return sum(word[0].isdigit() for word in words) / len(words) if words else NAN


FEATURES: Final = (
    Feature(
        name="headline_clickbait",
        unit="probability",
        meaning="How surely the headline baits instead of telling.",
        measure=lambda facts: _weight(facts, "headline.clickbait"),
        labels=("headline.clickbait",),
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="headline_overclaim",
        unit="probability",
        meaning="How surely the headline states what the body only attributes.",
        measure=lambda facts: _weight(facts, "headline.overclaim"),
        labels=("headline.overclaim",),
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="headline_loaded",
        unit="weight",
        meaning="Loaded wording in the headline, each word with its weight.",
        measure=_loaded,
        labels=_LOADED,
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="headline_words",
        unit="words",
        meaning="Length of the headline.",
        measure=_length,
    ),
    Feature(
        name="headline_supported_share",
        unit="share",
        meaning="Share of the headline's content words that come up in the body.",
        measure=_supported,
    ),
    Feature(
        name="headline_saying_share",
        unit="share",
        meaning="Share of the headline's words that say who said it.",
        measure=lambda facts: _share_in(facts, _SAYING),
    ),
    Feature(
        name="headline_pointing_share",
        unit="share",
        meaning="Share of the headline's words that point at what is withheld.",
        measure=lambda facts: _share_in(facts, _POINTING),
    ),
    Feature(
        name="headline_plain_share",
        unit="share",
        meaning="Share of the headline's words that are function words.",
        measure=lambda facts: _share_in(facts, _PLAIN),
    ),
    Feature(
        name="headline_exclamation",
        unit="0 or 1",
        meaning="The headline holds an exclamation mark.",
        measure=lambda facts: _has(facts, "!"),
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="headline_question",
        unit="0 or 1",
        meaning="The headline holds a question mark.",
        measure=lambda facts: _has(facts, "?"),
    ),
    Feature(
        name="headline_shouted_share",
        unit="share",
        meaning="Share of the headline's words that are long and all in capitals.",
        measure=_shouted,
        quality=-1,
        sensationalism=1,
    ),
    Feature(
        name="headline_numbers_share",
        unit="share",
        meaning="Share of the headline's words that are numbers.",
        measure=_numbers,
    ),
)
