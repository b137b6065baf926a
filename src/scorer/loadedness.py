"""How loaded a word is where it stands: the learned lexicon and what it looks at.

A word's own weight was learned from marked texts; its surroundings (the article's
heat, the words beside it, the kind of line) raise or lower it. Learning and
marking share this, so that both look at the same things.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from math import sqrt
from typing import Any, Final, TypeAlias

from scorer.reading import Reading
from scorer.text.phrases import Phrases
from scorer.text.tables import load_table
from scorer.types import SegmentKind

OWN_LINES: Final = frozenset(
    (SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.BODY)
)
SHORT: Final = 90  # words under which an article's own heat says little
_HEAT_STEPS: Final = (0.0, 0.25, 0.6, 1.2, 2.0, 3.5)
_PERSONAL_STEPS: Final = (0.0, 0.5, 1.5, 3.0)
_TONE_STEPS: Final = (-0.9, -0.5, -0.2, 0.1, 0.4, 0.7, 1.1, 1.6, 2.4)
_NEAR: Final = 4  # words within which two candidates are neighbours
_HOT: Final = 0.7  # heat of a word that is loaded almost anywhere

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
        self.tone: dict[str, float] = table["tone"]
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
        if kinds[found[0]] in OWN_LINES and of[found[0]] == of[found[1] - 1]
    ]


def describe(
    reading: Reading, lexicon: Lexicon, candidates: list[Candidate]
) -> list[list[str]]:
    """Return for each candidate the features of its surroundings."""
    article = _Article(reading, lexicon, candidates)
    features = [
        [*article.around(value[1]), *_beside(reading, lexicon, candidates, n)]
        for n, (_, _, value) in enumerate(candidates)
    ]
    if article.is_short:  # a long one shows its tone by its own hot words
        for (i, _, _), names in zip(candidates, features, strict=True):
            names.append(f"tone={_tone(reading, lexicon, reading.sentence_of[i])}")
    return features


def _tone(reading: Reading, lexicon: Lexicon, number: int) -> int:
    """Return the step of a sentence's tone: what all of its words lean to."""
    sentence = reading.sentences[number]
    words = reading.words[sentence.first : sentence.last]
    weigh = lexicon.tone
    lean = sum([weigh[word] for word in words if word in weigh])
    return bisect_left(_TONE_STEPS, lean / sqrt(len(words)))


class _Article:
    """How hot an article is as a whole, seen from one of its candidates."""

    def __init__(
        self, reading: Reading, lexicon: Lexicon, candidates: list[Candidate]
    ) -> None:
        quoted = reading.quoted
        spans = [(p.first, p.last) for p in reading.paragraphs if p.kind in OWN_LINES]
        self._words = sum(last - first for first, last in spans)
        self._heat = sum(heat for i, _, (_, heat) in candidates if not quoted[i])
        persons = sum(not quoted[i] for i in reading.where(lexicon.persons))
        personal = 100 * persons / (self._words + 30)
        self.is_short = self._words < SHORT
        size = "short" if self.is_short else "long"
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
