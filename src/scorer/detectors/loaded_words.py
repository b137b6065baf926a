"""Loaded wording: a verdict, emotion, contempt or drama in the outlet's own voice.

It bears on evidence because it tells the reader what to feel where a plain report
would say what happened. "The war killed dozens" is plain, however sad; "the
minister's humiliating climbdown" is a verdict. Words in a quotation are the
speaker's and are no findings. Left alone: names, topics, parties, acronyms, and
capitals that are house style.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, TypeAlias

from scorer.detector import Detector, Example
from scorer.reading import Reading
from scorer.text.emphasis import find_exclamations, find_shouting
from scorer.text.linear import sigmoid
from scorer.text.phrases import Phrases
from scorer.text.tables import load_table
from scorer.types import Annotation, SegmentKind, Span, Voice

_OWN: Final = frozenset(
    (SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.BODY)
)
_QUOTED_AT_MOST: Final = 0.45  # a speaker's word is never a finding
_SHORT: Final = 90  # words under which an article's own heat says little
_HEAT_STEPS: Final = (0.0, 0.25, 0.6, 1.2, 2.0, 3.5)
_PERSONAL_STEPS: Final = (0.0, 0.5, 1.5, 3.0)
_NEAR: Final = 4  # words within which two candidates are neighbours
_HOT: Final = 0.7  # heat of a word that is loaded almost anywhere
_FAINT: Final = 0.1  # below this an annotation tells nobody anything
_LONGEST_SCARE_QUOTE: Final = 3

# First word, the one after the last, (weight, heat).
Candidate: TypeAlias = tuple[int, int, tuple[float, float]]


class Lexicon:
    """The learned table, indexed: what each entry weighs, and what its context does.

    Args:
        table: `entries` maps a word or phrase to its weight and its heat (how
            loaded it is by itself, 0..1); `context` maps a feature to its weight.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        """Index the table."""
        self.entries: Phrases[tuple[float, float]] = Phrases(table["entries"])
        self.context: dict[str, float] = table["context"]
        self.scare: dict[str, float] = table["scare_quote"]
        self.intensifiers = frozenset(table["intensifiers"].split())
        self.persons = frozenset(table["persons"].split())
        self.speech = frozenset(table["speech"].split())
        self.common = frozenset(table["common"].split())


@cache
def shipped() -> Lexicon:
    """Return the lexicon that ships with the package."""
    return Lexicon(load_table("loaded"))


def find_candidates(reading: Reading, lexicon: Lexicon) -> list[Candidate]:
    """Return the entries in the outlet's own lines."""
    kinds, of = reading.kinds, reading.sentence_of
    return [
        found
        for found in lexicon.entries.find(reading.words)
        if kinds[found[0]] in _OWN and of[found[0]] == of[found[1] - 1]
    ]


def describe(
    reading: Reading, lexicon: Lexicon, candidates: list[Candidate]
) -> list[list[str]]:
    """Return for each candidate the features of its surroundings."""
    article = _Article(reading, lexicon, candidates)
    return [
        [*article.around(value[1]), *_beside(reading, lexicon, candidates, n)]
        for n, (_, _, value) in enumerate(candidates)
    ]


class _Article:
    """How hot an article is as a whole, seen from one of its candidates."""

    def __init__(
        self, reading: Reading, lexicon: Lexicon, candidates: list[Candidate]
    ) -> None:
        quoted = reading.quoted
        spans = [(p.first, p.last) for p in reading.paragraphs if p.kind in _OWN]
        self._words = sum(last - first for first, last in spans)
        self._heat = sum(heat for i, _, (_, heat) in candidates if not quoted[i])
        persons = sum(not quoted[i] for i in reading.where(lexicon.persons))
        personal = 100 * persons / (self._words + 30)
        size = "short" if self._words < _SHORT else "long"
        self._fixed = [f"personal={size}:{bisect_left(_PERSONAL_STEPS, personal)}"]
        if "!" in reading.plain:
            self._fixed.append(f"cries={size}")
        self._size = size

    def around(self, heat: float) -> tuple[str, ...]:
        """Return the article's features for a candidate of this heat of its own."""
        rest = 100 * max(0.0, self._heat - heat) / (self._words + 30)
        return (f"heat={self._size}:{bisect_left(_HEAT_STEPS, rest)}", *self._fixed)


def _beside(
    reading: Reading, lexicon: Lexicon, candidates: list[Candidate], n: int
) -> Iterator[str]:
    i, j, _ = candidates[n]
    words, sentence = reading.words, reading.sentences[reading.sentence_of[i]]
    yield f"kind={reading.kinds[i]}"
    before = words[i - 1] if i > sentence.first else "^"
    if before in lexicon.intensifiers:
        yield "intensified"
    if f"after={before}" in lexicon.context:
        yield f"after={before}"
    around = [
        other[2][1]
        for other in candidates[max(0, n - 2) : n + 3]
        if other[0] != i and -_NEAR <= other[0] - i <= _NEAR + j - i
    ]
    if around:
        yield "near=hot" if max(around) >= _HOT else "near=warm"
    if not lexicon.speech.isdisjoint(words[sentence.first : sentence.last]):
        yield "speech"
    yield from _letters(reading, i, sentence.first)


def _letters(reading: Reading, i: int, first: int) -> Iterator[str]:
    initial = reading.document.text[reading.starts[i]]
    headline = reading.kinds[i] is SegmentKind.HEADLINE
    if i > first and initial.isupper() and not headline:
        yield "capital"
    if i == first:
        yield "first"


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
        if reading.kinds[first] not in _OWN:
            continue
        names = describe_quotation(reading, lexicon, number, first, last)
        weight = sigmoid(sum(lexicon.scare.get(name, 0.0) for name in names))
        if weight >= _FAINT:
            yield _annotation("scare_quote", span, round(weight, 3))


def describe_quotation(
    reading: Reading, lexicon: Lexicon, number: int, first: int, last: int
) -> list[str]:
    """Return the features by which a short quotation is taken for a scare quote."""
    sentence = reading.sentences[reading.sentence_of[first]]
    outside = (
        *reading.words[sentence.first : first],
        *reading.words[last : sentence.last],
    )
    text, inner = reading.document.text, reading.quotations[number].inner
    names = ["bias", f"kind={reading.kinds[first]}", f"words={last - first}"]
    if not lexicon.speech.isdisjoint(outside):
        names.append("speech")
    if text[inner.end - 1] in ",.?!":
        names.append("stop_inside")
    if any(text[reading.starts[k]].isupper() for k in range(first, last)):
        names.append("capital")
    if any(reading.words[k][0].isdigit() for k in range(first, last)):
        names.append("number")
    neighbours = reading.quotations[max(0, number - 1) : number + 2]
    if sum(sentence.span.overlaps(other.span) for other in neighbours) > 1:
        names.append("quoted_beside")
    before = reading.words[first - 1] if first > sentence.first else "^"
    names.append(f"before={before}")
    return names


def _mark_emphasis(reading: Reading, lexicon: Lexicon) -> Iterator[Annotation]:
    text = reading.document.text
    for kind, (start, end), first, _ in reading.paragraphs:
        if kind not in _OWN:
            continue
        headline = kind is SegmentKind.HEADLINE
        line = text[start:end]
        shouts = find_shouting(line, lexicon.common, opens_story=not headline)
        marks = find_exclamations(line)
        for label, spans in (("capitals", shouts), ("punctuation", marks)):
            for a, b in spans:
                span = Span(start + a, start + b)
                yield _emphasis(reading, label, span, first)


def _emphasis(reading: Reading, label: str, span: Span, first: int) -> Annotation:
    # A mark belongs to the word before it.
    word = max(first, bisect_left(reading.starts, span.end) - 1)
    quoted = word < len(reading.words) and bool(reading.quoted[word])
    if quoted:
        return _annotation(label, span, _QUOTED_AT_MOST, Voice.QUOTED)
    return _annotation(label, span, 0.8)


def _annotation(
    label: str, span: Span, weight: float, voice: Voice = Voice.OUTLET
) -> Annotation:
    return Annotation("loaded_words", f"loaded.{label}", span, weight, voice)


def mark(reading: Reading, lexicon: Lexicon) -> Iterator[Annotation]:
    """Yield every annotation that a lexicon makes, the faint ones left out."""
    yield from _mark_words(reading, lexicon)
    yield from _mark_scare_quotes(reading, lexicon)
    yield from _mark_emphasis(reading, lexicon)


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
