"""Find the attributions of an article, one candidate cue after another."""

from collections.abc import Iterator

from scorer.detectors.attributions.contents import find_content
from scorer.detectors.attributions.cues import cue_of, find_cues
from scorer.detectors.attributions.identity import Sources
from scorer.detectors.attributions.kinds import kind_of
from scorer.detectors.attributions.parts import Statement, Words
from scorer.detectors.attributions.sources import find_source
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.reading import Reading
from scorer.types import Annotation, SegmentKind, Span, Voice

NAME = "attributions"
_PARTS = frozenset({SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.BODY})


def find(reading: Reading) -> Iterator[Annotation]:
    """Mark each attribution: source, cue and content, and the kind of source."""
    sources = Sources()
    for group, statement in enumerate(find_statements(reading)):
        yield from _marks(reading, statement, group, sources)


def find_statements(reading: Reading) -> Iterator[Statement]:
    """Yield the attributions of the article's own lines, in order of their cues."""
    around = Surroundings(reading)
    at = 0
    for head, weight in find_cues(around):
        if head < at or reading.kinds[head] not in _PARTS:
            continue
        cue = cue_of(around, head)
        source = find_source(around, head, cue)
        unit = cue
        if source is not None:
            unit = Words(min(cue.first, source.first), max(cue.last, source.last))
        content = find_content(around, head, unit)
        if weight >= 0.5:
            at = cue.last
        yield Statement(head, cue, source, content, weight)


def _is_hearsay(reading: Reading, cue: Words) -> bool:
    """Tell "it is claimed", which names nobody."""
    before = reading.words[max(0, cue.first - 1) : cue.first + 1]
    return before in (["it", "is"], ["it", "was"], ["it", "has"])


def _marks(
    reading: Reading, statement: Statement, group: int, sources: Sources
) -> Iterator[Annotation]:
    voice, weight = reading.voice(statement.head), statement.weight

    def mark(label: str, span: Span, number: int | None = None) -> Annotation:
        return Annotation(NAME, label, span, weight, voice, group, number)

    yield mark("attribution.cue", reading.span(*statement.cue))
    if statement.content is not None:
        yield mark("attribution.content", statement.content)
    if statement.source is not None:
        span = reading.span(*statement.source)
        if _is_hearsay(reading, statement.cue):
            span = reading.span(statement.source.first, statement.cue.last)
        number = sources.number(reading, statement.source)
        if voice is Voice.QUOTED:
            number = -1
        yield mark("attribution.source", span, number)
        hearsay = _is_hearsay(reading, statement.cue)
        kind = "unspecified" if hearsay else kind_of(reading, statement.source)
        yield mark(f"source.{kind}", span, number)
