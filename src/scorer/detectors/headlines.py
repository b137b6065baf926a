"""The headline: bait, and claims that the body does not make so firmly.

A headline is what most readers take away. Bait withholds what happened so that
they click; overclaim states flatly what the body only attributes, hedges or puts
as a possibility ("Rebels seize airfield" over "rebels have claimed"). A headline
that carries its own attribution, hedge, quotation or question mark never
overclaims. Left alone: whether the claim is true.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from math import fsum
from typing import Any, Final, NamedTuple

from scorer.detector import Detector, Example
from scorer.reading import Paragraph, Reading, Sentence
from scorer.text.clickbait import clickbait_probability
from scorer.text.linear import sigmoid
from scorer.text.tables import load_table
from scorer.types import Annotation, SegmentKind, Span

_STEM: Final = 5  # letters by which word forms are taken for one word
_READ: Final = 900  # words of the body that are compared: the claim stands early
_SUPPORT: Final = 4  # sentences at most that are taken to carry the claim
_CLOSE: Final = 0.6  # share of the best match from which a sentence carries it too
_OWN_CUE_AT_MOST: Final = 0.3
_REACH: Final = 8  # words from the claim within which a cue holds it at a distance
_FAINT: Final = 0.05
_BE: Final = frozenset(("is", "are", "was", "were", "be", "been"))
_SHORTEST_STEM: Final = 3
_QUOTES: Final = ("'", '"')
_SPEAKER: Final = re.compile(r"[A-Z][\w’']*[a-z](?: [\w’'-]+){0,3}: ")
_SINGLE_QUOTE: Final = re.compile(r"(?:^|[\s(:])'\w")
_LEAST_WORDS: Final = 3  # a headline of fewer content words claims nothing


class Cues:
    """The packaged words and weights, as sets."""

    def __init__(self, table: dict[str, Any]) -> None:
        """Index the table."""
        self.doubt = frozenset(table["doubt"].split())
        self.said = frozenset(table["said"].split())
        self.headline = frozenset(table["headline"].split())
        self.stop = frozenset(table["stop"].split())
        self.weights: dict[str, float] = table["weights"]


@cache
def _shipped() -> Cues:
    return Cues(load_table("headlines"))


class Claim(NamedTuple):
    """A headline's content words, each by its stem."""

    stems: tuple[str, ...]
    attributed: bool


def find_headline(reading: Reading) -> Paragraph | None:
    """Return the first headline, or None where the article has none."""
    kind = SegmentKind.HEADLINE
    return next((p for p in reading.paragraphs if p.kind is kind), None)


def read_claim(reading: Reading, headline: Paragraph, cues: Cues) -> Claim:
    """Return what the headline claims, and whether it names whose claim it is."""
    first, last = headline.first, headline.last
    line = reading.plain[headline.span.start : headline.span.end]
    flat = [
        w
        for i, w in enumerate(reading.words[first:last], first)
        if not reading.quoted[i]
    ]
    stems = dict.fromkeys(_stem(word) for word in flat if word not in cues.stop)
    attributed = (
        len(stems) < _LEAST_WORDS
        or not cues.headline.isdisjoint(flat)
        or "?" in line
        or line.endswith(_QUOTES)
        or _SPEAKER.match(headline.span.of(reading.document.text)) is not None
        or (_SINGLE_QUOTE.search(line) is not None and len(flat) == last - first)
    )
    return Claim(tuple(stems), attributed)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    for ending in ("'s", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:_STEM]


class Support(NamedTuple):
    """How the body carries the claim; shares 0..1 over the sentences that do.

    Attributes:
        match: Share of the claim's words in the sentence that has most of them.
        missing: Share of the claim's words that the body never uses.
        doubt: Share that holds the claim at a distance.
        said: Share that only says whose statement it is.
    """

    match: float
    missing: float
    doubt: float
    said: float

    def features(self) -> dict[str, float]:
        """Return the numbers that the model weighs."""
        return {
            "bias": 1.0,
            "match": self.match,
            "missing": self.missing,
            "doubt": self.doubt,
            "said": self.said,
        }


def find_support(reading: Reading, claim: Claim, cues: Cues) -> Support | None:
    """Return how the body carries the claim, None where there is no body."""
    stems = frozenset(claim.stems)
    met: dict[int, set[str]] = {}
    places: dict[int, list[int]] = {}
    for i, stem in _meet(reading, stems):
        n = reading.sentence_of[i]
        met.setdefault(n, set()).add(stem)
        places.setdefault(n, []).append(i)
    if not met:
        return None
    share = _shares(claim, met)
    best = max(share.values())
    carrying = [n for n in sorted(share) if share[n] >= _CLOSE * best][:_SUPPORT]
    whole = sum(share[n] for n in carrying)
    doubt = said = 0.0
    for n in carrying:
        sentence = reading.sentences[n]
        words = _around(reading, sentence, places[n])
        if not cues.doubt.isdisjoint(words) or _is_told(words):
            doubt += share[n] / whole
        elif not cues.said.isdisjoint(words):
            said += share[n] / whole
    used = set().union(*met.values())
    return Support(best, 1 - len(used) / len(stems), doubt, said)


def _is_told(words: list[str]) -> bool:
    """Tell whether something "is said to" be so."""
    return "said" in words and any(
        (a, b) == ("said", "to") and be in _BE
        for be, a, b in zip(words, words[1:], words[2:], strict=False)
    )


def _body_start(reading: Reading) -> int:
    own = (SegmentKind.STANDFIRST, SegmentKind.BODY)
    return next((p.first for p in reading.paragraphs if p.kind in own), 0)


def _meet(reading: Reading, stems: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield where in the body's first words a stem is met, and which.

    A stem begins its words, so the text is searched for it: far quicker than
    taking the stem of every word.
    """
    words, starts, plain = reading.words, reading.starts, reading.plain
    first = _body_start(reading)
    last = min(first + _READ, len(words))
    if first == last:
        return
    end = reading.ends[last - 1]
    for stem in stems:
        at = plain.find(stem, starts[first], end)
        i = first
        while at >= 0:
            i = bisect_left(starts, at, i, last)
            if i < last and starts[i] == at and _stem(words[i]) == stem:
                yield i, stem
            at = plain.find(stem, at + 1, end)


def _around(reading: Reading, sentence: Sentence, places: list[int]) -> list[str]:
    """Return the words of a sentence that stand within reach of the claim's."""
    first = max(sentence.first, min(places) - _REACH)
    return reading.words[first : min(sentence.last, max(places) + 1 + _REACH)]


def _shares(claim: Claim, met: dict[int, set[str]]) -> dict[int, float]:
    """Return for each sentence the share of the claim that it carries.

    A word counts less where sentence after sentence has it.
    """
    often = Counter(chain.from_iterable(met.values()))
    worth = {stem: (1 + often[stem]) ** -0.5 for stem in claim.stems}
    # A set has no order of its own: fsum gives the same sum in any.
    whole = fsum(worth.values())
    return {n: fsum(map(worth.__getitem__, s)) / whole for n, s in met.items()}


def _overclaim(reading: Reading, headline: Paragraph) -> float:
    cues = _shipped()
    claim = read_claim(reading, headline, cues)
    if not claim.stems:
        return 0.0
    support = find_support(reading, claim, cues)
    if support is None:
        return 0.0
    weigh = cues.weights.get
    weight = sigmoid(sum(weigh(k, 0.0) * v for k, v in support.features().items()))
    return min(weight, _OWN_CUE_AT_MOST) if claim.attributed else weight


def _find(reading: Reading) -> Iterator[Annotation]:
    headline = find_headline(reading)
    if headline is None:
        return
    span = headline.span
    yield _annotation("clickbait", span, clickbait_probability(_line(reading, span)))
    overclaim = _overclaim(reading, headline)
    if overclaim >= _FAINT:
        yield _annotation("overclaim", span, overclaim)


def _line(reading: Reading, span: Span) -> str:
    return span.of(reading.document.text)


def _annotation(label: str, span: Span, weight: float) -> Annotation:
    return Annotation("headlines", f"headline.{label}", span, round(weight, 3))


_CLAIMED = (
    "Rebels in the north have claimed that their fighters may have seized Olm "
    "airfield. The report could not be verified."
)
_SEEN = (
    "Rebels in the north seized Olm airfield on Friday. Reporters saw their flag "
    "over the control tower."
)


def _example(headline: str, body: str, label: str, *, marked: bool) -> Example:
    line = f"[[{headline}]]" if marked else headline
    return Example(f"{line}\n\n{body}", f"headline.{label}", title=headline)


DETECTOR: Final = Detector(
    name="headlines",
    version=1,
    summary="Headlines that bait, or say more firmly what the body only reports.",
    labels=(
        ("headline.clickbait", "withholds what happened so that readers click"),
        ("headline.overclaim", "states flatly what the body attributes or hedges"),
    ),
    find=_find,
    examples=(
        _example("You won't believe what this is", _SEEN, "clickbait", marked=True),
        _example("Rebels seize Olm airfield", _SEEN, "clickbait", marked=False),
        _example("Rebels seize Olm airfield", _CLAIMED, "overclaim", marked=True),
        _example("Rebels seize Olm airfield", _SEEN, "overclaim", marked=False),
        _example(
            "Rebels say they hold Olm airfield", _CLAIMED, "overclaim", marked=False
        ),
    ),
)
