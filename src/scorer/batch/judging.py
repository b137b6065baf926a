"""What scores the documents of a batch, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from scorer import features
from scorer.configuration.chosen import Configuration
from scorer.document import Document
from scorer.reading import Reading
from scorer.scoring import Scorer, count_words, mark
from scorer.types import Annotation, Outcome


class Judged(NamedTuple):
    """What was made of one document.

    Attributes:
        features: What was measured in it.
        marks: All that was marked, weak annotations included; None where the
            document was not looked at, since it cannot be scored.
    """

    outcome: Outcome
    features: Mapping[str, float]
    marks: tuple[Annotation, ...] | None


class Judge(Protocol):
    """Anything that scores one document and can name itself."""

    @property
    def model_digest(self) -> str:
        """Name and digest of the model."""

    @property
    def features_digest(self) -> str:
        """Digest of the features that it looks at."""

    def judge(self, document: Document, *, marked: bool = False) -> Judged:
        """Score a document, and if it must be `marked`, mark it in any case."""


@dataclass(frozen=True, slots=True)
class ModelJudge:
    """A model that was loaded."""

    scorer: Scorer

    @property
    def model_digest(self) -> str:
        """Name and digest of the model."""
        return self.scorer.model.label

    @property
    def features_digest(self) -> str:
        """Digest of the features, and of a configuration that changes them."""
        changed = self.scorer.configuration
        return features.digest() + (f"+{changed.digest}" if changed else "")

    def judge(self, document: Document, *, marked: bool = False) -> Judged:
        """Score a document; where there is no score, only its words are counted.

        If it must be `marked`, it is so whatever its length and language.
        """
        reading = Reading.of(document)
        score, found, values = self.scorer.examine(reading)
        if marked and found is None:
            found = mark(reading, self.scorer.configuration)
        return Judged(
            outcome=score,
            features=dict(zip(features.NAMES, values, strict=True))
            if values
            else {"words": float(count_words(reading))},
            marks=found,
        )


@cache
def load_judge(
    model: str | None = None, configuration: Configuration | None = None
) -> Judge:
    """Load a model, once in each process.

    Raises:
        ModelError: There is no such model, or it was made for other features.
    """
    return ModelJudge(Scorer.load(model, configuration))
