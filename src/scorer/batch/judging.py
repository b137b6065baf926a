"""What scores the documents of a batch, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from scorer import features
from scorer.configuration.chosen import Configuration
from scorer.document import Document
from scorer.features.statements import BODY
from scorer.reading import Reading
from scorer.scoring import Scorer, annotate
from scorer.types import Annotation, Outcome, Score, Status


class Judge(Protocol):
    """Anything that scores one document and can name itself."""

    @property
    def model_digest(self) -> str:
        """Name and digest of the model."""

    @property
    def features_digest(self) -> str:
        """Digest of the features that it looks at."""

    def judge(self, document: Document) -> tuple[Outcome, Mapping[str, float]]:
        """Score a document, and say what was measured in it."""

    def findings(self, document: Document) -> tuple[Annotation, ...]:
        """Mark a document, in reading order."""


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

    def judge(self, document: Document) -> tuple[Score, Mapping[str, float]]:
        """Score a document; where there is no score, only its words are counted."""
        score = self.scorer.score(document)
        if score.status is not Status.OK:
            return score, {"words": float(_count_words(document))}
        return score, {item.feature: item.value for item in score.evidence}

    def findings(self, document: Document) -> tuple[Annotation, ...]:
        """Mark a document of any length, in reading order."""
        return annotate(document, config=self.scorer.configuration)


def _count_words(document: Document) -> int:
    paragraphs = Reading.of(document).paragraphs
    return sum(p.last - p.first for p in paragraphs if p.kind in BODY)


@cache
def load_judge(
    model: str | None = None, configuration: Configuration | None = None
) -> Judge:
    """Load a model, once in each process.

    Raises:
        ModelError: There is no such model, or it was made for other features.
    """
    return ModelJudge(Scorer.load(model, configuration))
