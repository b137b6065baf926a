"""What the features are counted from, gathered once for each article.

The body is what stands in body and standfirst; captions, teasers and other chrome
are no part of it, and no feature but those about the page looks at them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import Final

from scorer.features.masking import Term
from scorer.features.readability import Counts, count
from scorer.features.statements import BODY, Statement, find_statements
from scorer.features.wording_table import tell, wording
from scorer.reading import Paragraph, Reading, Sentence
from scorer.text.tables import load_table
from scorer.types import Annotation, SegmentKind, Voice

NAN: Final = float("nan")
_OPPOSITE: Final = bytes([1, 0]) + bytes(254)
FINDING: Final = 0.5  # the least weight of a finding
LEAD_WORDS: Final = 100  # the lead: what a reader in a hurry sees
COUNTED: Final[dict[str, list[str]]] = {
    name: words
    for name, words in load_table("counted_words").items()
    if name != "about"
}
_LISTS_OF: Final = {
    word: tuple(name for name, listed in COUNTED.items() if word in listed)
    for words in COUNTED.values()
    for word in words
}
_CONTRACTED: Final = ("n't", "'re", "'ll", "'ve", "'m", "'d")
_KINDS: Final = ("number", "exact_number", "adverb", "regular_past", "contraction")
_LONG_ADVERB: Final = 6  # "only" and "daily" are short or no adverbs
_LONG_PAST: Final = 5


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """An article, its annotations sorted out, and the counts that features share.

    Attributes:
        body: The words of the body, in order.
        places: For each word of the body, its number in the reading.
        own: How often each word stands in the body outside quotations.
        counted: How many of those words are in each list of `counted_words`.
        own_words: How many words of the body stand outside quotations.
        sentences: The sentences of the body.
        headline: The first headline, None where there is none.
        by_label: The annotations of each label, weak ones included.
        counts: What readability is made of.
        told: What the masked wording suggests, by target of its table.
        sizes: The terms that suggest it, and how much each counts.
        statements: Who is said to have said what.
        said: For each word of the body, 1 where it is the content of a statement.
        words_by_source: How many words each source is credited with; what nobody is
            named for counts as one source.
    """

    reading: Reading
    body: list[str]
    places: list[int]
    own: Counter[str]
    counted: dict[str, int]
    own_words: int
    sentences: list[Sentence]
    headline: Paragraph | None
    by_label: dict[str, list[Annotation]]
    counts: Counts
    told: tuple[float, ...]
    sizes: Mapping[Term, float]
    statements: tuple[Statement, ...]
    said: bytes
    words_by_source: tuple[int, ...]

    @classmethod
    def of(cls, reading: Reading, annotations: Iterable[Annotation]) -> "Facts":
        """Gather the facts of an article that was read and annotated."""
        paragraphs = reading.paragraphs
        body: list[str] = []
        places: list[int] = []
        quoted = bytearray()
        for kind, _, first, last in paragraphs:
            if kind in BODY:
                body += reading.words[first:last]
                places += range(first, last)
                quoted += reading.quoted[first:last]
        by_label: dict[str, list[Annotation]] = {}
        for annotation in annotations:
            by_label.setdefault(annotation.label, []).append(annotation)
        statements = find_statements(reading, by_label)
        said = _said(reading, statements)
        sizes = wording().sizes(reading)
        own = Counter(compress(body, quoted.translate(_OPPOSITE)))
        return cls(
            reading=reading,
            body=body,
            places=places,
            own=own,
            counted=_tally(own),
            own_words=len(body) - sum(quoted),
            sentences=[s for s in reading.sentences if paragraphs[s[3]][0] in BODY],
            headline=next(
                (p for p in paragraphs if p.kind is SegmentKind.HEADLINE), None
            ),
            by_label=by_label,
            counts=count(reading),
            told=tell(sizes),
            sizes=sizes,
            statements=statements,
            said=bytes([said[i] for i in places]),
            words_by_source=_words_by_source(statements),
        )

    def rate(self, count: float) -> float:
        """Return `count` per 1,000 words of the body; NaN where it has none."""
        return 1000 * count / len(self.body) if self.body else NAN

    def own_rate(self, name: str) -> float:
        """Return how many of the outlet's own 1,000 words are in a counted list."""
        return 1000 * self.counted[name] / self.own_words if self.own_words else NAN

    def marked(
        self, labels: Sequence[str], voice: Voice | None = None
    ) -> list[Annotation]:
        """Return the annotations of these labels that lie in the body."""
        kinds = self.reading.kinds
        return [
            a
            for label in labels
            for a in self.by_label.get(label, ())
            if (voice is None or a.voice is voice)
            and (i := self.word_at(a.span.start)) < len(kinds)
            and kinds[i] in BODY
        ]

    def in_headline(self, labels: Sequence[str]) -> list[Annotation]:
        """Return the outlet's annotations of these labels in the headline."""
        if self.headline is None:
            return []
        whole = self.headline.span
        return [
            a
            for label in labels
            for a in self.by_label.get(label, ())
            if a.voice is Voice.OUTLET and whole.contains(a.span)
        ]

    def word_at(self, offset: int) -> int:
        """Return the number of the first word that starts at `offset` or after."""
        return bisect_left(self.reading.starts, offset)

    def position(self, word: int) -> int:
        """Return how many words of the body stand before word `word`."""
        return bisect_left(self.places, word)


def _said(reading: Reading, statements: Iterable[Statement]) -> bytearray:
    """Mark the words that are the content of a statement."""
    said = bytearray(len(reading.words))
    for statement in statements:
        for first, last in statement.words:
            said[first:last] = b"\1" * (last - first)
    return said


def _words_by_source(statements: Iterable[Statement]) -> tuple[int, ...]:
    words: Counter[int | None] = Counter()
    for statement in statements:
        words[statement.source] += statement.length
    return tuple(count for count in words.values() if count)


def _tally(own: Counter[str]) -> dict[str, int]:
    """Count the words of every list and kind in one pass over the different words."""
    counted = dict.fromkeys((*COUNTED, *_KINDS), 0)
    for word, times in own.items():
        for name in _counted_as(word):
            counted[name] += times
    return counted


@lru_cache(maxsize=1 << 16)
def _counted_as(word: str) -> tuple[str, ...]:
    """Return the lists and kinds that a word belongs to."""
    listed = _LISTS_OF.get(word, ())
    if word[0].isdigit():
        exact = not word.isdigit() and word[-1].isdigit()
        return (*listed, "number", "exact_number") if exact else (*listed, "number")
    if word[-2:] == "ly" and len(word) >= _LONG_ADVERB:
        return (*listed, "adverb")
    if word[-2:] == "ed" and len(word) >= _LONG_PAST:
        return (*listed, "regular_past")
    if "'" in word and word.endswith(_CONTRACTED):
        return (*listed, "contraction")
    return listed
