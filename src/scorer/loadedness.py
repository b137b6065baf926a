"""How loaded a word is where it stands: the learned lexicon and what it looks at.

A word's own weight was learned from marked texts; its surroundings (the article's
heat, the words beside it, the kind of line) raise or lower it. Learning and
marking share this, so that both look at the same things.
"""

import re
from bisect import bisect_left
from collections import Counter
from functools import cache, cached_property
from typing import Any, Final, NamedTuple, TypeAlias

from scorer.reading import Reading
from scorer.text.phrases import Phrases
from scorer.text.plainness import with_plain
from scorer.text.tables import load_table
from scorer.types import SegmentKind

# A tuple: what it is asked for is nearly always first, and an enum's hash is slow.
OWN_LINES: Final = (SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.STANDFIRST)
SHORT: Final = 90  # words under which an article's own heat says little
_HEAT_STEPS: Final = (0.0, 0.25, 0.6, 1.2, 2.0, 3.5)
_PERSONAL_STEPS: Final = (0.0, 0.5, 1.5, 3.0)
_UNGRADED: Final = 0.1  # heat of a word that nobody graded
_NEAR: Final = 4  # words within which two candidates are neighbours
_HOT: Final = 0.7  # heat of a word that is loaded almost anywhere
# What explains the term that was just named, and what a cut quotation begins with.
_GLOSS: Final = re.compile(r",? (?:or|which|meaning|means|refers|is defined)\b| [(—–-]")
_BEGINNINGS = (
    "a an and are as at be been by but for from has have he her his i in is it its not "
    "of on or our she so that the their they to was we were will with you your"
)
_FUNCTION_WORDS: Final = frozenset(_BEGINNINGS.split())
_TOPICAL: Final = 3  # times that a word stands in an article that is about it
_WARMTH: Final = ("", "near=warm", "near=hot")

# First word, the one after the last, (weight, heat).
Candidate: TypeAlias = tuple[int, int, tuple[float, float]]

# Kind of line, near=..., intensified, "first" or "capital", somebody speaks, the
# word recurs as the name of a topic does.
Beside: TypeAlias = tuple[SegmentKind, str, bool, str, bool, bool]


class Lexicon:
    """The learned table, indexed: what each entry weighs, and what its context does.

    Args:
        table: `entries` maps a word or phrase to its weight and its heat (how
            loaded it is by itself, 0..1); `context` maps a feature to its weight;
            `tone` maps a weight to the words that lean so.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        """Index the table."""
        self.entries: Phrases[tuple[float, float]] = Phrases(table["entries"])
        self.context: dict[str, float] = table["context"]
        self._tone: dict[str, str] = table["tone"]
        self.sentence: dict[str, float] = table["sentence"]
        self.scare: dict[str, float] = table["scare_quote"]
        self.intensifiers = frozenset(table["intensifiers"].split())
        self.persons = frozenset(table["persons"].split())
        self.speech = frozenset(table["speech"].split())
        self.common = frozenset(table["common"].split())
        self.known = self.entries.anchors | self.persons | self.speech
        self._sums: dict[tuple[str, ...] | Beside, float] = {}

    @cached_property
    def tone(self) -> dict[str, float]:
        """What each word leans to; made when the first short text asks for it."""
        return {
            word: float(value)
            for value, words in self._tone.items()
            for word in words.split()
        }

    def weigh_article(self, names: tuple[str, ...]) -> float:
        """Return what an article's features weigh together."""
        known = self._sums.get(names)
        if known is None:
            known = sum([self.context.get(name, 0.0) for name in names])
            self._sums[names] = known
        return known

    def weigh_beside(self, beside: Beside) -> float:
        """Return what stands beside a candidate weighs; there are few such cases."""
        known = self._sums.get(beside)
        if known is None:
            known = self._sums[beside] = self.weigh_article((*name_beside(beside),))
        return known


@cache
def shipped() -> Lexicon:
    """Return the lexicon that ships with the package."""
    return Lexicon(with_plain(load_table("loaded")))


class Noted(NamedTuple):
    """What was found in an article in one pass over its words.

    Attributes:
        candidates: The entries in the outlet's own lines.
        persons: Where it speaks of "I", "we" and "you".
        said: The sentences in which somebody speaks.
    """

    candidates: list[Candidate]
    persons: list[int]
    said: set[int]


def take_note(reading: Reading, lexicon: Lexicon) -> Noted:
    """Look an article's words up."""
    words, kinds, of = reading.words, reading.kinds, reading.sentence_of
    places = reading.where(lexicon.known)
    speech, persons = lexicon.speech, lexicon.persons
    return Noted(
        [
            found
            for found in lexicon.entries.find(words, places)
            if of[found[0]] == of[found[1] - 1] and kinds[found[0]] in OWN_LINES
        ],
        [i for i in places if words[i] in persons],
        {of[i] for i in places if words[i] in speech},
    )


def describe(reading: Reading, lexicon: Lexicon, noted: Noted) -> list[list[str]]:
    """Return for each candidate the names of the features of its surroundings."""
    return [
        [*article, *name_beside(beside)]
        for article, beside in surroundings(reading, lexicon, noted)
    ]


def surroundings(
    reading: Reading, lexicon: Lexicon, noted: Noted
) -> list[tuple[tuple[str, ...], Beside]]:
    """Return for each candidate what its article is like and what stands beside it."""
    article = _Article(reading, noted)
    beside = _beside(reading, lexicon, noted)
    heats = [article.around(heat) for _, _, (_, heat) in noted.candidates]
    return list(zip(heats, beside, strict=True))


def count_own_words(reading: Reading) -> int:
    """Return how many words stand in the outlet's own lines."""
    spans = [(p.first, p.last) for p in reading.paragraphs if p.kind in OWN_LINES]
    return sum([last - first for first, last in spans])


class _Article:
    """How hot an article is as a whole, seen from one of its candidates."""

    def __init__(self, reading: Reading, noted: Noted) -> None:
        quoted, candidates = reading.quoted, noted.candidates
        self._words = count_own_words(reading)
        self._heat = sum([heat for i, _, (_, heat) in candidates if not quoted[i]])
        own = sum([not quoted[i] for i in noted.persons])
        personal = 100 * own / (self._words + 30)
        size = "short" if self._words < SHORT else "long"
        fixed = [f"personal={size}:{bisect_left(_PERSONAL_STEPS, personal)}"]
        if "!" in reading.plain:
            fixed.append(f"cries={size}")
        steps = range(len(_HEAT_STEPS) + 1)
        self._by_step = [(f"heat={size}:{step}", *fixed) for step in steps]
        ungraded, guessed = f"ungraded={size}", f"guessed={size}"
        self._ungraded = [(*names, ungraded) for names in self._by_step]
        self._guessed = [(*names, guessed) for names in self._by_step]

    def around(self, heat: float) -> tuple[str, ...]:
        """Return the article's features for a candidate of this heat of its own."""
        rest = 100 * max(0.0, self._heat - heat) / (self._words + 30)
        by_step = self._by_step
        if heat <= _UNGRADED:
            by_step = self._ungraded if heat else self._guessed
        return by_step[bisect_left(_HEAT_STEPS, rest)]


def _beside(reading: Reading, lexicon: Lexicon, noted: Noted) -> list[Beside]:
    words, kinds, of = reading.words, reading.kinds, reading.sentence_of
    text, plain, starts = reading.document.text, reading.plain, reading.starts
    sentences, intensifiers = reading.sentences, lexicon.intensifiers
    often = Counter([words[i] for i, _, _ in noted.candidates])
    found = []
    for (i, _, _), near in zip(noted.candidates, _near(noted.candidates), strict=True):
        at, start = sentences[of[i]].first, starts[i]
        place = ""
        if i == at:
            place = "first"
        elif text[start] != plain[start] and kinds[i] is not SegmentKind.HEADLINE:
            place = "capital"
        intensified = i > at and words[i - 1] in intensifiers
        said, recurs = of[i] in noted.said, often[words[i]] >= _TOPICAL
        found.append((kinds[i], near, intensified, place, said, recurs))
    return found


def _near(candidates: list[Candidate]) -> list[str]:
    """Return for each candidate how hot the ones within a few words of it are."""
    warmest = [0.0] * len(candidates)
    for apart in (1, 2):
        pairs = zip(candidates, candidates[apart:], strict=False)
        for n, ((i, j, (_, heat)), (k, _, (_, other))) in enumerate(pairs):
            if k <= j + _NEAR:
                warmest[n] = max(warmest[n], other)
            if i >= k - _NEAR:
                warmest[n + apart] = max(warmest[n + apart], heat)
    return [_WARMTH[(heat > 0) + (heat >= _HOT)] for heat in warmest]


def name_beside(beside: Beside) -> list[str]:
    """Return the names of the features that stand beside a candidate."""
    kind, near, intensified, place, said, recurs = beside
    names = [f"kind={kind}"]
    names += ["intensified"] * intensified
    names += [near] * bool(near)
    names += [place] * bool(place)
    names += ["recurs"] * recurs
    return names + ["speech"] * said


def describe_quotation(reading: Reading, lexicon: Lexicon, number: int) -> list[str]:
    """Return the features by which a short quotation is taken for a scare quote."""
    _, inner, _, first, last, _ = reading.quotations[number]
    sentence = reading.sentences[reading.sentence_of[first]]
    outside = (
        *reading.words[sentence.first : first],
        *reading.words[last : sentence.last],
    )
    text = reading.document.text
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
    return names + _describe_edges(reading, number)


def _describe_edges(reading: Reading, number: int) -> list[str]:
    """Return what stands right before, behind and at the start of a quotation."""
    span, _, _, first, last, _ = reading.quotations[number]
    names = []
    if reading.plain[span.start - 1 : span.start] == "=":
        names.append("markup")
    if _GLOSS.match(reading.plain, span.end):
        names.append("glossed")
    if last - first > 1 and reading.words[first] in _FUNCTION_WORDS:
        names.append("fragment")
    return names
