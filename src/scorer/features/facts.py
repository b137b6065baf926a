"""What the features are counted from, gathered once for each article.

The body is what stands in body and standfirst; captions, teasers and other chrome
are no part of it, and no feature but those about the page looks at them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from itertools import accumulate
from typing import Any, Final, TypeVar

from scorer.features.bytewise import (
    mark_said,
    tally,
    within,
    without_quoted,
)
from scorer.features.classes import classify
from scorer.features.masking import mask_body, show
from scorer.features.readability import Counts, count_classes
from scorer.features.statements import (
    BODY,
    Statement,
    find_statements,
    relayed_share,
    words_by_source,
)
from scorer.features.wording_table import Terms, wording
from scorer.reading import Paragraph, Reading, Sentence
from scorer.types import Annotation, SegmentKind, Voice

NAN: Final = float("nan")
_MARKS: Final = ("hedge.", "loaded.")
FINDING: Final = 0.5  # the least weight of a finding
LEAD_WORDS: Final = 100  # the lead: what a reader in a hurry sees
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """An article, its annotations sorted out, and the counts that features share.

    Attributes:
        runs: Where the body's words stand in the reading, as ranges in order.
        before: How many words of the body stand before each of those ranges.
        classes: The number of the class of each word of the reading.
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
    before: list[int]
    classes: bytes
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
        by_label = _by_label(annotations)
        statements = find_statements(reading, by_label)
        classes = classify(words)
        quoted = within(reading.quoted, runs)
        shown = show(reading, wording().words)
        terms = wording().find(mask_body(reading, shown))
        return cls(
            reading=reading,
            runs=runs,
            before=_before(runs),
            classes=classes,
            body=[word for first, last in runs for word in words[first:last]],
            quoted=quoted,
            counted=tally(without_quoted(within(classes, runs), quoted)),
            own_words=quoted.count(0),
            sentences=[s for s in reading.sentences if paragraphs[s[3]][0] in BODY],
            headline=next(
                (p for p in paragraphs if p.kind is SegmentKind.HEADLINE), None
            ),
            by_label=by_label,
            findings=_findings(by_label),
            marks=_marks(reading, by_label),
            counts=count_classes(reading, classes),
            terms=terms,
            told=wording().tell(terms),
            statements=statements,
            relayed=relayed_share(statements),
            said=within(mark_said(reading, statements), runs),
            words_by_source=words_by_source(statements),
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

    def count_marks(self, labels: Sequence[str], voice: Voice) -> int:
        """Return how many of the marks of these labels are findings, in one voice."""
        counts, column = _counted_marks(self), int(voice is not Voice.OUTLET)
        return sum([counts[label][column] for label in labels if label in counts])

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
        run = bisect_left(self.runs, (word,)) - 1
        if run < 0:
            return 0
        first, last = self.runs[run]
        return self.before[run] + min(word, last) - first

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


@once
def _counted_marks(facts: Facts) -> dict[str, tuple[int, int]]:
    """Count the findings of each label: in the outlet's voice, and in quotations."""
    counts = {}
    for label, found in facts.marks.items():
        own = [a.voice is Voice.OUTLET for a in found if a.weight >= FINDING]
        counts[label] = (own.count(True), own.count(False))
    return counts


def _runs(paragraphs: Iterable[Paragraph]) -> list[tuple[int, int]]:
    """Return where the words of the body stand; paragraphs in a row are one run."""
    runs: list[tuple[int, int]] = []
    for kind, _, first, last in paragraphs:
        if kind in BODY:
            joins = runs and runs[-1][1] == first
            runs.append((runs.pop()[0] if joins else first, last))
    return runs


def _before(runs: Iterable[tuple[int, int]]) -> list[int]:
    """Return how many words of the body stand before each run."""
    return list(accumulate([last - first for first, last in runs], initial=0))


def _by_label(annotations: Iterable[Annotation]) -> dict[str, list[Annotation]]:
    by_label: defaultdict[str, list[Annotation]] = defaultdict(list)
    for annotation in annotations:
        by_label[annotation[1]].append(annotation)
    return dict(by_label)  # so that asking for a label does not add it


def _findings(
    by_label: Mapping[str, list[Annotation]],
) -> dict[str, list[Annotation]]:
    findings = {
        label: [a for a in found if a[3] >= FINDING]
        for label, found in by_label.items()
    }
    return {label: found for label, found in findings.items() if found}


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
