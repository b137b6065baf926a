"""The values that travel through the scorer.

Each stage takes one of these and returns another, and none can be changed once
made. A span counts code points of `Document.text`, its end excluded, so
`document.text[span.start:span.end]` is always the text that it points at.

`Span` and `Annotation` are named tuples, not dataclasses: an article yields a
hundred of each, and a frozen dataclass takes four times as long to make.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, from `start` up to but not including `end`.

    Example:
        >>> Span(4, 7).of("the cat sat")
        'cat'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class SegmentKind(StrEnum):
    """The part that a line plays in its article."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CROSS_LINK = "cross_link"
    BOILERPLATE = "boilerplate"


class Voice(StrEnum):
    """Who speaks: the outlet itself, or a speaker whom it quotes."""

    OUTLET = "outlet"
    QUOTED = "quoted"


class Segment(NamedTuple):
    """One line of a document, and the part that it plays."""

    kind: SegmentKind
    span: Span


class Link(NamedTuple):
    """A hyperlink: its anchor text (where the span points) and its target."""

    span: Span
    url: str
    leaves_outlet: bool


class Annotation(NamedTuple):
    """A span that a detector marked, and what it takes the span for.

    Attributes:
        weight: How sure the detector is, 0..1; a finding has at least .5.
        voice: Whose words these are.
        group: Number shared by the parts of one finding, such as the source,
            cue and content of an attribution; None where there are no parts.
        source: On a source, the number of the distinct source that it names:
            "Mr Savchuk" and "Mark Savchuk" share it. None elsewhere.
        via: On a source, the number of the distinct source through which its
            words reached the outlet, None where nobody stands between.
    """

    detector: str
    label: str
    span: Span
    weight: float = 1.0
    voice: Voice = Voice.OUTLET
    group: int | None = None
    source: int | None = None
    via: int | None = None


class Estimate(NamedTuple):
    """A value on 0..100 and its 90 % interval."""

    value: float
    low: float
    high: float


class Evidence(NamedTuple):
    """One feature's push on one score, with the spans behind it.

    Attributes:
        score: `evidential_quality` or `sensationalism`.
        feature: Name of the feature, as in the CSV where it stands there.
        value: The feature's value; NaN where it is undefined.
        contribution: Points by which it moved the additive score.
        annotations: The findings that were counted, in reading order.
    """

    score: str
    feature: str
    value: float
    contribution: float
    annotations: tuple[Annotation, ...] = ()


class Status(StrEnum):
    """Whether a document could be scored."""

    OK = "ok"
    INSUFFICIENT = "insufficient"
    UNSUPPORTED_LANGUAGE = "unsupported_language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the model says of one document, and why.

    The estimates, and with them `band`, are None unless `status` is `ok`.

    Attributes:
        bands: Probability of each band, best first; they sum to 1.
        signals: hedging, sourcing, headline, wording, page, each 0..100, higher
            meaning worse evidence.
        base: The additive score of each estimate before any feature is counted;
            with the contributions of `evidence` it adds up to the additive score.
        evidence: Each feature's push on each score, the largest first.
        notes: What a reader of the score should know, in sentences.
        model: Name and digest of the model.
    """

    document_id: str
    status: Status
    band: str | None = None
    bands: Mapping[str, float]
    evidential_quality: Estimate | None = None
    sensationalism: Estimate | None = None
    signals: Mapping[str, float]
    base: Mapping[str, float]
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class HeadlineScore:
    """What a headline alone shows: two probabilities and the findings."""

    clickbait: float
    loaded: float
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be scored, the stage it stopped at, and why."""

    document_id: str
    stage: str
    reason: str


Outcome = Score | Failure
