"""Mark a reading under a changed configuration."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from operator import attrgetter
from typing import Final, NamedTuple

from scorer.configuration.chosen import Configuration
from scorer.detector import Detector
from scorer.detectors import DETECTORS
from scorer.reading import Reading
from scorer.text.phrases import Phrases
from scorer.types import Annotation, SegmentKind, Voice

LOADED: Final = "loaded.word"
HEDGE: Final = "hedge."
CUE: Final = "attribution.cue"
_OWN_LINES: Final = (SegmentKind.BODY, SegmentKind.STANDFIRST, SegmentKind.HEADLINE)
_SURE: Final = 1.0
_QUOTED: Final = 0.45  # a loaded word in a quotation is the speaker's: no finding
# As what a cue is read, by its ending; "said" where it has none of these.
_FORMS: Final = (("ing", "saying"), ("s", "says"))


class _Rules(NamedTuple):
    """A configuration, indexed."""

    off: frozenset[str]
    words: Phrases[str]
    cues: dict[str, str]
    ignored: frozenset[str]


def annotate(reading: Reading, configuration: Configuration) -> tuple[Annotation, ...]:
    """Return what the detectors mark, weak annotations included."""
    rules = _indexed(configuration)
    own = list(_own_words(reading, rules))
    found: list[Annotation] = []
    for detector in DETECTORS:
        if detector.name not in rules.off:
            found += _marked(detector, reading, rules, own)
    return tuple(found)


@cache
def _indexed(configuration: Configuration) -> _Rules:
    """Index a configuration, once per process."""
    labels = dict.fromkeys(configuration.loaded, LOADED)
    labels |= {w: f"{HEDGE}{kind}" for kind, ws in configuration.hedges for w in ws}
    return _Rules(
        frozenset(configuration.off),
        Phrases(labels),
        {cue: _as_known(cue) for cue in configuration.cues},
        frozenset(configuration.ignored),
    )


def _as_known(cue: str) -> str:
    return next((known for end, known in _FORMS if cue.endswith(end)), "said")


def _marked(
    detector: Detector, reading: Reading, rules: _Rules, own: Iterable[Annotation]
) -> Iterator[Annotation]:
    """Yield what one detector marks, in reading order.

    Where a word of the user's stands, the detector's own mark gives way to it.
    """
    seen = _with_cues(reading, rules) if detector.name == "attributions" else reading
    mine = [a for a in own if a.detector == detector.name]
    kept = [
        a
        for a in detector.annotate(seen)
        if a.label not in rules.off and not _gives_way(a, reading, rules, mine)
    ]
    yield from sorted(kept + mine, key=attrgetter("span")) if mine else kept


def _with_cues(reading: Reading, rules: _Rules) -> Reading:
    """Return the reading with the user's cues as words that the detector knows."""
    if rules.cues.keys().isdisjoint(reading.words):
        return reading
    known = rules.cues
    return replace(reading, words=[known.get(word, word) for word in reading.words])


def _gives_way(
    found: Annotation, reading: Reading, rules: _Rules, mine: Iterable[Annotation]
) -> bool:
    if found.label != LOADED and not found.label.startswith(HEDGE):
        return False
    words = " ".join(found.span.of(reading.plain).split())
    return words in rules.ignored or any(a.span.overlaps(found.span) for a in mine)


def _own_words(reading: Reading, rules: _Rules) -> Iterator[Annotation]:
    """Mark the user's own words in the article's own lines."""
    kinds, of = reading.kinds, reading.sentence_of
    for first, last, label in rules.words.find(reading.words):
        if kinds[first] not in _OWN_LINES or of[first] != of[last - 1]:
            continue
        voice, loaded = reading.voice(first), label == LOADED
        weight = _QUOTED if loaded and voice is Voice.QUOTED else _SURE
        detector = "loaded_words" if loaded else "hedges"
        yield Annotation(detector, label, reading.span(first, last), weight, voice)
