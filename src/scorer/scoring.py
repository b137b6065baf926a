"""Load the model once, score one document or many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, repeat
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Final, NamedTuple, Self

from scorer.configuration.chosen import Configuration
from scorer.detectors import DETECTORS
from scorer.document import Document
from scorer.features import NAMES, SCHEMA, digest, measure_facts
from scorer.features.facts import FINDING, Facts
from scorer.features.statements import BODY
from scorer.features.wording_table import strongest
from scorer.model.additive import ESTIMATES, SIGNALS, Model, Prediction
from scorer.model.artifact import load_model
from scorer.reading import Reading
from scorer.text.language import language_name
from scorer.types import (
    Annotation,
    Estimate,
    Evidence,
    Failure,
    Outcome,
    Score,
    SegmentKind,
    Status,
)

_LEAST_WORDS: Final = 100
_WIDEST: Final = 60.0  # points; a wider interval says nothing
_BANDS: Final = (
    (80.0, "well evidenced"),
    (60.0, "mostly evidenced"),
    (40.0, "mixed"),
    (20.0, "thin"),
)
# The groups of labels that features rest on, and for each feature, which is its own.
_GROUPS: Final = sorted({feature.labels for feature in SCHEMA})
_SPANS_OF: Final = itemgetter(*[_GROUPS.index(feature.labels) for feature in SCHEMA])
_ALONE: Final = {labels[0]: n for n, labels in enumerate(_GROUPS) if len(labels) == 1}
_TOGETHER: Final = [(n, labels) for n, labels in enumerate(_GROUPS) if len(labels) > 1]
_SPAN: Final = attrgetter("span")
_TOLD: Final = [NAMES.index(f"wording_{told}") for told in ("quality", "sensational")]


class Examined(NamedTuple):
    """A score, and what it was made of.

    Attributes:
        marks: All that was marked, weak annotations included; None where the
            document was not looked at, since it cannot be scored.
        values: Of every feature, in the order of the schema; empty where not scored.
    """

    score: Score
    marks: tuple[Annotation, ...] | None = None
    values: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorer:
    """A model, ready to score documents.

    Attributes:
        configuration: What a user changed about the detectors; None where nothing.
    """

    model: Model
    configuration: Configuration | None = None

    @classmethod
    def load(
        cls,
        path_or_name: str | Path | None = None,
        config: Configuration | str | Path | None = None,
    ) -> Self:
        """Load a model by its folder or name, the shipped one unless told otherwise.

        Args:
            path_or_name: The model.
            config: What to change about the detectors, or a TOML file that says so.

        Raises:
            ModelError: There is no such model, or it was made for other features.
            ConfigurationError: The file cannot be read, or says something unknown.
        """
        return cls(load_model(path_or_name), configured(config))

    def score(self, document: Document) -> Score:
        """Score one document."""
        return self.examine(Reading.of(document)).score

    def examine(self, reading: Reading) -> Examined:
        """Score a document that was read, and keep what the score was made of."""
        document, words = reading.document, count_words(reading)
        if words < _LEAST_WORDS:
            reason = f"The body has {words} words; a score needs {_LEAST_WORDS}."
            return Examined(self._without(document, Status.INSUFFICIENT, reason))
        if document.language not in ("en", "und"):
            name = language_name(document.language)
            reason = f"The text is in {name}; only English is scored."
            without = self._without(document, Status.UNSUPPORTED_LANGUAGE, reason)
            return Examined(without)
        found = mark(reading, self.configuration)
        facts = Facts.of(reading, found)
        values = measure_facts(facts)
        prediction = self.model.predict(values)
        low, high = prediction.intervals["evidential_quality"]
        if high - low > _WIDEST:
            reason = (
                f"The interval would be {high - low:.0f} points wide;"
                f" more than {_WIDEST:.0f} says nothing."
            )
            return Examined(self._without(document, Status.INSUFFICIENT, reason), found)
        return Examined(self._whole(facts, values, prediction), found, values)

    def outcome(self, item: Document | Failure) -> Outcome:
        """Score one document; what goes wrong is a failure, never an exception."""
        if isinstance(item, Failure):
            return item
        try:
            return self.score(item)
        except Exception as error:  # noqa: BLE001 - a batch never loses a row
            name = getattr(item, "id", "")
            return Failure(name, "score", f"{type(error).__name__}: {error}")

    def _without(self, document: Document, status: Status, reason: str) -> Score:
        return Score(
            document_id=document.id,
            status=status,
            bands={},
            signals={},
            base={},
            notes=(reason, *document.notes),
            model=self.model.label,
        )

    def _whole(
        self,
        facts: Facts,
        values: tuple[float, ...],
        prediction: Prediction,
    ) -> Score:
        reading = facts.reading
        quality, sensationalism = (_estimate(prediction, s) for s in ESTIMATES)
        headed = any(p.kind is SegmentKind.HEADLINE for p in reading.paragraphs)
        signals = {s: round(prediction.values[s], 2) for s in SIGNALS}
        notes = list(reading.document.notes)
        if self.model.features != digest():
            notes.append("The detectors are not those that the model was fitted with.")
        if self.configuration is not None:
            notes.append(self.configuration.told())
        if not headed:
            signals["headline"] = 0.0
            notes.append("There is no headline to judge.")
        return Score(
            document_id=reading.document.id,
            status=Status.OK,
            band=_band(quality.value),
            bands={name: round(p, 4) for name, p in prediction.bands.items()},
            evidential_quality=quality,
            sensationalism=sensationalism,
            signals=signals,
            base={s: self.model.bases[s] for s in ESTIMATES},
            evidence=_evidence(facts, values, prediction.contributions),
            notes=tuple(notes),
            model=self.model.label,
        )


def configured(config: Configuration | str | Path | None) -> Configuration | None:
    """Return a configuration, read if it is a file; None if it changes nothing.

    Raises:
        ConfigurationError: The file cannot be read, or says something unknown.
    """
    if isinstance(config, str | Path):
        from scorer.configuration.settings import read  # noqa: PLC0415 - seldom used

        config = read(Path(config))
    return None if config is None or config.is_empty else config


def count_words(reading: Reading) -> int:
    """Return how many words the body of a document has."""
    return sum([p.last - p.first for p in reading.paragraphs if p.kind in BODY])


def mark(
    reading: Reading, configuration: Configuration | None
) -> tuple[Annotation, ...]:
    """Return what every detector marks, weak annotations included."""
    if configuration is not None:
        from scorer.configuration import marking  # noqa: PLC0415 - seldom used

        return marking.annotate(reading, configuration)
    return tuple(a for detector in DETECTORS for a in detector.annotate(reading))


def _estimate(prediction: Prediction, score: str) -> Estimate:
    low, high = prediction.intervals[score]
    return Estimate(round(prediction.values[score], 2), round(low, 2), round(high, 2))


def _band(quality: float) -> str:
    return next((name for least, name in _BANDS if quality >= least), "very thin")


def _evidence(
    facts: Facts,
    values: tuple[float, ...],
    contributions: Mapping[str, tuple[float, ...]],
) -> tuple[Evidence, ...]:
    """Put each feature's push together with what it was counted from."""
    spans = list(_SPANS_OF(_spans_of_groups(facts.findings)))
    words = strongest(facts.reading, facts.terms, (0, 1))
    for place, marks in zip(_TOLD, words, strict=True):
        spans[place] = marks
    evidence: list[Evidence] = []
    for score, pushes in contributions.items():
        items = zip(repeat(score), NAMES, values, pushes, spans, strict=False)
        # An article has nearly two hundred: made so, each costs a fifth of a call.
        evidence += map(tuple.__new__, repeat(Evidence), items)
    sizes = map(abs, chain.from_iterable(contributions.values()))
    # The sizes lie ready in the order of the evidence: each is asked for the next.
    evidence.sort(key=partial(next, sizes), reverse=True)
    return tuple(evidence)


def _spans_of_groups(
    findings: Mapping[str, list[Annotation]],
) -> list[tuple[Annotation, ...]]:
    """Return the findings of each group of labels; most groups are a single label."""
    spans: list[tuple[Annotation, ...]] = [()] * len(_GROUPS)
    for label, found in findings.items():
        if label in _ALONE:
            spans[_ALONE[label]] = tuple(found)
    for number, labels in _TOGETHER:
        several = [findings[label] for label in labels if label in findings]
        if len(several) > 1:
            spans[number] = tuple(sorted(chain.from_iterable(several), key=_SPAN))
        elif several:
            spans[number] = tuple(several[0])
    return spans


@cache
def shipped(configuration: Configuration | None = None) -> Scorer:
    """Load the shipped model, once per process."""
    return Scorer.load(config=configuration)


def score(document: Document) -> Score:
    """Score one document with the shipped model."""
    return shipped().score(document)


def annotate(
    document: Document,
    *,
    all: bool = False,  # noqa: A002 - the contract's name
    config: Configuration | str | Path | None = None,
) -> tuple[Annotation, ...]:
    """Mark a document: its findings in reading order, with `all` the weaker ones too.

    Text of any length may be annotated; only a score needs 100 words.

    Raises:
        ConfigurationError: `config` is a file that says something unknown.
    """
    found = mark(Reading.of(document), configured(config))
    return tuple(sorted(found, key=_SPAN)) if all else findings_among(found)


def findings_among(found: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return the findings among some annotations, in reading order."""
    return tuple(sorted([a for a in found if a.weight >= FINDING], key=_SPAN))
