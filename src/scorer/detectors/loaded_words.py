"""Loaded wording: a verdict, emotion, contempt or drama in the outlet's own voice.

It bears on evidence because it tells the reader what to feel where a plain report
would say what happened. "The war killed dozens" is plain, however sad; "the
minister's humiliating climbdown" is a verdict. Words in a quotation are the
speaker's and are no findings. Left alone: names, topics, parties, acronyms, and
capitals that are house style.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from scorer.detector import Detector, Example
from scorer.loadedness import (
    OWN_LINES,
    SHORT,
    Lexicon,
    describe,
    describe_quotation,
    find_candidates,
    shipped,
)
from scorer.reading import Reading
from scorer.text.emphasis import find_exclamations, find_shouting
from scorer.text.linear import sigmoid
from scorer.types import Annotation, SegmentKind, Span, Voice

_QUOTED_AT_MOST: Final = 0.45  # a speaker's word is never a finding
_SURE: Final = 0.5
_FAINT: Final = 0.1  # below this an annotation tells nobody anything
_EMPHATIC, _DOUBTFUL = 0.8, 0.4
_LONGEST_SCARE_QUOTE: Final = 3


def _mark_words(reading: Reading, lexicon: Lexicon) -> Iterator[Annotation]:
    candidates = find_candidates(reading, lexicon)
    weigh = lexicon.context.get
    features = describe(reading, lexicon, candidates)
    for (i, j, (own, _)), names in zip(candidates, features, strict=True):
        weight = sigmoid(own + sum(weigh(name, 0.0) for name in names))
        if weight < _FAINT:
            continue
        voice = reading.voice(i)
        if voice is Voice.QUOTED:
            weight = min(weight, _QUOTED_AT_MOST)
        yield _annotation("word", reading.span(i, j), round(weight, 3), voice)


def _mark_scare_quotes(reading: Reading, lexicon: Lexicon) -> Iterator[Annotation]:
    for number, (span, inner, closed, *_) in enumerate(reading.quotations):
        first = bisect_left(reading.starts, inner.start)
        last = bisect_left(reading.starts, inner.end, first)
        if not closed or not 0 < last - first <= _LONGEST_SCARE_QUOTE:
            continue
        if reading.kinds[first] not in OWN_LINES:
            continue
        names = describe_quotation(reading, lexicon, number, first, last)
        weight = sigmoid(sum(lexicon.scare.get(name, 0.0) for name in names))
        if weight >= _FAINT:
            yield _annotation("scare_quote", span, round(weight, 3))


def _mark_emphasis(
    reading: Reading, lexicon: Lexicon, weight: float
) -> Iterator[Annotation]:
    text = reading.document.text
    for kind, (start, end), first, _ in reading.paragraphs:
        if kind not in OWN_LINES:
            continue
        headline = kind is SegmentKind.HEADLINE
        line = text[start:end]
        shouts = find_shouting(line, lexicon.common, opens_story=not headline)
        marks = find_exclamations(line)
        for label, spans in (("capitals", shouts), ("punctuation", marks)):
            for a, b in spans:
                span = Span(start + a, start + b)
                voice = _voice_of_mark(reading, span, first)
                quoted = voice is Voice.QUOTED
                sure = min(weight, _QUOTED_AT_MOST) if quoted else weight
                yield _annotation(label, span, sure, voice)


def _voice_of_mark(reading: Reading, span: Span, first: int) -> Voice:
    """Return whose mark it is: that of the word before it."""
    word = max(first, bisect_left(reading.starts, span.end) - 1)
    return reading.voice(word) if word < len(reading.words) else Voice.OUTLET


def _annotation(
    label: str, span: Span, weight: float, voice: Voice = Voice.OUTLET
) -> Annotation:
    return Annotation("loaded_words", f"loaded.{label}", span, weight, voice)


def mark(reading: Reading, lexicon: Lexicon) -> Iterator[Annotation]:
    """Yield every annotation that a lexicon makes, the faint ones left out."""
    words = list(_mark_words(reading, lexicon))
    yield from words
    yield from _mark_scare_quotes(reading, lexicon)
    # In a long and otherwise plain text, capitals and cries are somebody else's.
    plain = len(reading.words) > SHORT and not any(a.weight >= _SURE for a in words)
    yield from _mark_emphasis(reading, lexicon, _DOUBTFUL if plain else _EMPHATIC)


def _find(reading: Reading) -> Iterator[Annotation]:
    return mark(reading, shipped())


DETECTOR: Final = Detector(
    name="loaded_words",
    version=1,
    summary="Words by which the outlet itself judges, dramatises or sneers.",
    labels=(
        ("loaded.word", "a verdict, emotion, contempt or drama in the outlet's voice"),
        ("loaded.scare_quote", "one to three words in quotation marks nobody said"),
        ("loaded.capitals", "a word in capitals for emphasis"),
        ("loaded.punctuation", "an exclamation mark, or doubled question marks"),
    ),
    find=_find,
    examples=(
        Example(
            "The mayor's [[disgraceful]] plan is a [[pathetic]] answer.", "loaded.word"
        ),
        Example("Two people died in the war, police said.", "loaded.word"),
        Example('"What a disgraceful plan," said Ms Orlo.', "loaded.word"),
        Example(
            'These [["experts"]] now tell us to stay at home.', "loaded.scare_quote"
        ),
        Example('The plan was "unlawful", the court said.', "loaded.scare_quote"),
        Example("They will [[NEVER]] tell you about it.", "loaded.capitals"),
        Example("The NATO mission in Tarsk ended on Monday.", "loaded.capitals"),
        Example("And nobody was told[[!]]", "loaded.punctuation"),
        Example("Was anybody told?", "loaded.punctuation"),
    ),
)
