"""Score how well a news article shows its evidence, and how sensational it is.

The public names load when they are first used: scoring plain text imports
neither lxml nor scikit-learn.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from scorer.version import __version__

if TYPE_CHECKING:
    from scorer.configuration.chosen import Configuration as Configuration
    from scorer.document import Document as Document
    from scorer.errors import ScorerError as ScorerError
    from scorer.files import read as read
    from scorer.headline import score_headline as score_headline
    from scorer.learning.extractor import FeatureExtractor as FeatureExtractor
    from scorer.parallel import score_many as score_many
    from scorer.scoring import Scorer as Scorer
    from scorer.scoring import annotate as annotate
    from scorer.scoring import score as score
    from scorer.stories.comparing import compare as compare
    from scorer.types import Annotation as Annotation
    from scorer.types import Failure as Failure
    from scorer.types import HeadlineScore as HeadlineScore
    from scorer.types import Score as Score
    from scorer.types import Segment as Segment
    from scorer.types import Span as Span

_HOMES = {
    "score_many": "scorer.parallel",
    "score": "scorer.scoring",
    "annotate": "scorer.scoring",
    "Scorer": "scorer.scoring",
    "FeatureExtractor": "scorer.learning.extractor",
    "Annotation": "scorer.types",
    "Configuration": "scorer.configuration.chosen",
    "Document": "scorer.document",
    "Failure": "scorer.types",
    "HeadlineScore": "scorer.types",
    "Score": "scorer.types",
    "ScorerError": "scorer.errors",
    "Segment": "scorer.types",
    "Span": "scorer.types",
    "score_headline": "scorer.headline",
    "read": "scorer.files",
    "compare": "scorer.stories.comparing",
}

__all__ = [
    "Annotation",
    "Configuration",
    "Document",
    "Failure",
    "FeatureExtractor",
    "HeadlineScore",
    "Score",
    "Scorer",
    "ScorerError",
    "Segment",
    "Span",
    "__version__",
    "annotate",
    "compare",
    "read",
    "score",
    "score_headline",
    "score_many",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's names have any type
    if name not in _HOMES:
        raise AttributeError(f"module 'scorer' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
