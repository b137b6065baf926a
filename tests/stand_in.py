"""A judge whose scores tests can foresee, and a score made by hand."""

from scorer.batch.judging import Judged
from scorer.document import Document
from scorer.types import (
    Annotation,
    Estimate,
    Evidence,
    Score,
    Span,
    Status,
)

FEATURES = {
    "words": 120.0,
    "sources_distinct": 1.0,
    "sources_effective": 1.0,
    "single_source": 1.0,
    "relayed_share": 1 / 3,
    "headline_clickbait": 0.70004,
    "cross_links": 4.0,
}


def a_score(identity: str = "id", value: float = 34.449) -> Score:
    """Make a score with an awkward digit everywhere."""
    return Score(
        document_id=identity,
        status=Status.OK,
        band="thin",
        bands={"well evidenced": 0.0, "mixed": 0.25, "thin": 0.75},
        evidential_quality=Estimate(value, 20.05, 60.0),
        sensationalism=Estimate(70.0, 50.25, 88.0),
        signals={"hedging": 20.04, "sourcing": 90.0, "headline": 0.0},
        base={"evidential_quality": 50.0, "sensationalism": 40.0},
        evidence=(
            Evidence("evidential_quality", "single_source", 1.0, -9.123456),
            Evidence("sensationalism", "headline_clickbait", 0.70004, 6.0),
            Evidence("evidential_quality", "cross_links", 4.0, -2.0),
            Evidence("evidential_quality", "relayed_share", 1 / 3, 1.5),
            Evidence("sensationalism", "single_source", 1.0, 0.5),
        ),
        model="stand-in 1",
    )


class StandIn:
    """Score by length: every document of 5 words or more is thin."""

    model_digest = "stand-in"
    features_digest = "by-hand"

    def judge(self, document: Document, *, marked: bool = False) -> Judged:
        """Score a document by its length, and mark its first word."""
        words = len(document.text.split())
        found: tuple[Annotation, ...] | None = None
        if marked:
            span = Span(0, len(document.text.split()[0]))
            found = (Annotation("stand-in", "loaded.word", span, 0.75),)
        if words >= 5:
            return Judged(a_score(document.id, float(words)), FEATURES, found)
        short = Score(
            document_id=document.id,
            status=Status.INSUFFICIENT,
            bands={},
            signals={},
            base={},
            notes=(f"{words} words.",),
        )
        return Judged(short, {"words": float(words)}, found)
