"""What the features are counted from, gathered once for each article.

The body is what stands in body and standfirst; captions, teasers and other chrome
are no part of it, and no feature but those about the page looks at them.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Final, TypeVar

from scorer.features.classes import CLASSES, COUNTED, KINDS, classify
from scorer.features.masking import mask_body, show
from scorer.features.readability import Counts, count_classes
from scorer.features.statements import (
    BODY,
    Statement,
    find_statements,
    relayed_share,
)
from scorer.features.wording_table import Terms, wording
from scorer.reading import Paragraph, Reading, Sentence
from scorer.types import Annotation, SegmentKind, Voice

NAN: Final = float("nan")
_MARKS: Final = ("hedge.", "loaded.")
_NONE_COUNTED: Final = dict.fromkeys((*COUNTED, *KINDS), 0)
FINDING: Final = 0.5  # the least weight of a finding
LEAD_WORDS: Final = 100  # the lead: what a reader in a hurry sees
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """An article, its annotations sorted out, and the counts that features share.

    Attributes:
        runs: Where the body's words stand in the reading, as ranges in order.
        body: The words of the body, in order.
        quoted: For each word of the body, 1 in a quotation, 0 outside.
        counted: How many of the body's words outside quotations are in each list of
            `counted_words`.
        own_words: How many words of the body stand outside quotations.
        sentences: The sentences of the body.
        headline: The first headline, None where there is none.
        by_label: The annotations of each label, weak ones included.
        findings: Those of them that are findings, of the labels that have any.
        marks: Those of hedges and loaded words that lie in the body.
        counts: What readability is made of.
        terms: The wording of the masked body.
        told: What it suggests, by target of its table.
        statements: Who is said to have said what.
        relayed: Share of their words that came through somebody else.
        said: For each word of the body, 1 where it is the content of a statement.
        words_by_source: How many words each source is credited with; what nobody is
            named for counts as one source.
        worked_out: What features of this article have worked out, to share it.
    """

    reading: Reading
    runs: list[tuple[int, int]]
    body: list[str]
    quoted: bytes
    counted: dict[str, int]
    own_words: int
    sentences: list[Sentence]
    headline: Paragraph | None
    by_label: dict[str, list[Annotation]]
    findings: dict[str, list[Annotation]]
    marks: dict[str, list[Annotation]]
    counts: Counts
    terms: Terms
    told: tuple[float, ...]
    statements: tuple[Statement, ...]
    relayed: float
    said: bytes
    words_by_source: tuple[int, ...]
    worked_out: dict[Callable[["Facts"], Any], Any] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, annotations: Iterable[Annotation]) -> "Facts":
        """Gather the facts of an article that was read and annotated."""
        paragraphs, words = reading.paragraphs, reading.words
        runs = _runs(paragraphs)
        by_label: dict[str, list[Annotation]] = {}
        findings: dict[str, list[Annotation]] = {}
        for annotation in annotations:
            _, label, _, weight, *_ = annotation
            by_label.setdefault(label, []).append(annotation)
            if weight >= FINDING:
                findings.setdefault(label, []).append(annotation)
        statements = find_statements(reading, by_label)
        classes = classify(words)
        quoted = _within(reading.quoted, runs)
        shown = show(reading, wording().words)
        terms = wording().find(mask_body(reading, shown))
        return cls(
            reading=reading,
            runs=runs,
            body=[word for first, last in runs for word in words[first:last]],
            quoted=quoted,
            counted=_tally(_unquoted(_within(classes, runs), quoted)),
            own_words=quoted.count(0),
            sentences=[s for s in reading.sentences if paragraphs[s[3]][0] in BODY],
            headline=next(
                (p for p in paragraphs if p.kind is SegmentKind.HEADLINE), None
            ),
            by_label=by_label,
            findings=findings,
            marks=_marks(reading, by_label),
            counts=count_classes(reading, classes),
            terms=terms,
            told=wording().tell(terms),
            statements=statements,
            relayed=relayed_share(statements),
            said=_within(_said(reading, statements), runs),
            words_by_source=_words_by_source(statements),
        )

    def rate(self, count: float) -> float:
        """Return `count` per 1,000 words of the body; NaN where it has none."""
        return 1000 * count / len(self.body) if self.body else NAN

    def own_rate(self, name: str) -> float:
        """Return how many of the outlet's own 1,000 words are in a counted list."""
        return 1000 * self.counted[name] / self.own_words if self.own_words else NAN

    def marked(self, labels: Sequence[str], voice: Voice) -> list[Annotation]:
        """Return the marks of these labels in the body, in one voice."""
        return [a for n in labels for a in self.marks.get(n, ()) if a.voice is voice]

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
        return sum(
            [min(word, last) - first for first, last in self.runs if first < word]
        )

    def place(self, position: int) -> int:
        """Return the number, in the reading, of a word of the body."""
        for first, last in self.runs:
            if position < last - first:
                return first + position
            position -= last - first
        raise IndexError(position)


def once(work: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """Work something out once for an article, however many features ask for it.

    It goes with the article: a cache would keep the whole of it alive, and the next
    article would find no memory that is warm.
    """

    @wraps(work)
    def recall(facts: Facts) -> T:
        known: dict[Any, T] = facts.worked_out
        if work not in known:
            known[work] = work(facts)
        return known[work]

    return recall


def _runs(paragraphs: Iterable[Paragraph]) -> list[tuple[int, int]]:
    """Return where the words of the body stand; paragraphs in a row are one run."""
    runs: list[tuple[int, int]] = []
    for kind, _, first, last in paragraphs:
        if kind in BODY:
            joins = runs and runs[-1][1] == first
            runs.append((runs.pop()[0] if joins else first, last))
    return runs


def _marks(
    reading: Reading, by_label: Mapping[str, list[Annotation]]
) -> dict[str, list[Annotation]]:
    """Return the hedges and loaded words that lie in the body."""
    starts, kinds = reading.starts, [*reading.kinds, None]
    return {
        label: [a for a in found if kinds[bisect_left(starts, a.span[0])] in BODY]
        for label, found in by_label.items()
        if label.startswith(_MARKS)
    }


def _within(marks: bytes | bytearray, runs: Iterable[tuple[int, int]]) -> bytes:
    """Return the marks of the words in some runs."""
    return b"".join([marks[first:last] for first, last in runs])


def _unquoted(classes: bytes, quoted: bytes) -> bytes:
    """Return the classes of the words outside quotations, the last class elsewhere."""
    marks = int.from_bytes(classes, "little") | int.from_bytes(quoted, "little") * 255
    return marks.to_bytes(len(classes), "little")


def _tally(own: bytes) -> dict[str, int]:
    """Count the words of some classes that are in each list and of each kind."""
    counted = _NONE_COUNTED.copy()
    for number in set(own):
        if names := CLASSES[number].names:
            times = own.count(number)
            for name in names:
                counted[name] += times
    return counted


def _said(reading: Reading, statements: Iterable[Statement]) -> bytearray:
    """Mark the words that are the content of a statement."""
    said = bytearray(len(reading.words))
    for statement in statements:
        for first, last in statement.words:
            said[first:last] = b"\1" * (last - first)
    return said


def _words_by_source(statements: Iterable[Statement]) -> tuple[int, ...]:
    words: dict[int | None, int] = {}
    for statement in statements:
        words[statement.source] = words.get(statement.source, 0) + statement.length
    return tuple([count for count in words.values() if count])
