"""How often each detector fires in some articles, how they overlap, what they cost."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from scorer.configuration.chosen import Configuration
from scorer.detectors import DETECTORS
from scorer.document import Document
from scorer.features.facts import FINDING
from scorer.reading import Reading
from scorer.report import numbers
from scorer.scoring import annotate
from scorer.types import Annotation, Voice

READING: Final = "reading"
LABELS: Final = tuple(
    (detector.name, label) for detector in DETECTORS for label, _ in detector.labels
)
_ROUNDS: Final = 3  # the quickest of them counts, since other programs disturb the rest
_DIGITS: Final = 3  # of milliseconds

T = TypeVar("T")
Pair = tuple[str, str]


@dataclass(slots=True)
class Firing:
    """What was counted over articles; `add` counts one more.

    Attributes:
        findings: Annotations of at least .5, by label.
        quoted: Those of them that are a speaker's.
        weak: Annotations of less, by label.
        firing: Articles with a finding, by label and by detector.
        overlaps: Findings of a label that share text with one of another detector's.
        seconds: Processor time of each detector and of the reading before them.
    """

    articles: int = 0
    words: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    quoted: Counter[str] = field(default_factory=Counter)
    weak: Counter[str] = field(default_factory=Counter)
    firing: Counter[str] = field(default_factory=Counter)
    overlaps: Counter[Pair] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)

    def add(
        self, document: Document, configuration: Configuration | None = None
    ) -> None:
        """Count one article; times are of the detectors as they ship."""
        reading = self._timed(READING, lambda: Reading.of(document))
        for detector in DETECTORS:
            self._timed(detector.name, lambda d=detector: d.annotate(reading))  # type: ignore[misc]
        found = annotate(document, all=True, config=configuration)
        strong = [a for a in found if a.weight >= FINDING]
        self.articles += 1
        self.words += len(reading.words)
        self.findings.update(a.label for a in strong)
        self.quoted.update(a.label for a in strong if a.voice is Voice.QUOTED)
        self.weak.update(a.label for a in found if a.weight < FINDING)
        self.firing.update({name for a in strong for name in (a.label, a.detector)})
        self.overlaps.update(_overlapping(strong))

    def _timed(self, name: str, work: Callable[[], T]) -> T:
        spent = []
        for _ in range(_ROUNDS):
            start = time.process_time()
            result = work()
            spent.append(time.process_time() - start)
        self.seconds[name] += min(spent)  # type: ignore[assignment] # Counter adds up floats too
        return result

    def milliseconds(self, name: str) -> float:
        """Return the time of an article: of a detector, or of the reading."""
        return round(1000 * self.seconds[name] / max(1, self.articles), _DIGITS)

    def to_object(self) -> dict[str, Any]:
        """Make the JSON object of all that was counted."""
        return {
            "articles": self.articles,
            "words": self.words,
            "reading_ms_per_article": self.milliseconds(READING),
            "detectors": [
                {
                    "detector": d.name,
                    "version": d.version,
                    "articles": self.firing[d.name],
                    "ms_per_article": self.milliseconds(d.name),
                    "labels": [self._label(label) for label, _ in d.labels],
                }
                for d in DETECTORS
            ],
            "overlaps": [
                {
                    "label": one,
                    "other": other,
                    "findings": count,
                    "share": numbers.share(count / self.findings[one]),
                }
                for (one, other), count in self.overlaps.most_common()
            ],
        }

    def _label(self, label: str) -> dict[str, Any]:
        rate = 1000 * self.findings[label] / self.words if self.words else None
        return {
            "label": label,
            "findings": self.findings[label],
            "quoted": self.quoted[label],
            "weak": self.weak[label],
            "articles": self.firing[label],
            "per_1000_words": numbers.rounded(rate, 2),
        }


def _overlapping(findings: Iterable[Annotation]) -> Counter[Pair]:
    """Count the findings that share text with a finding of another detector."""
    pairs: Counter[Pair] = Counter()
    ordered = sorted(findings, key=lambda a: a.span)
    partners: list[set[str]] = [set() for _ in ordered]
    reaching: list[int] = []  # findings that may still reach the next one
    for n, found in enumerate(ordered):
        start = found.span.start
        reaching = [k for k in reaching if ordered[k].span.end > start]
        for k in reaching:
            other = ordered[k]
            if other.detector != found.detector:
                partners[n].add(other.label)
                partners[k].add(found.label)
        reaching.append(n)
    for found, others in zip(ordered, partners, strict=True):
        pairs.update((found.label, other) for other in others)
    return pairs
