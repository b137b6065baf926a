"""Find the attributions of an article, one candidate cue after another."""

from collections.abc import Iterable, Iterator
from functools import partial
from operator import itemgetter
from typing import Final

from scorer.detectors.attributions.acceptance import accepted
from scorer.detectors.attributions.appositions import with_name
from scorer.detectors.attributions.bounds import bounded
from scorer.detectors.attributions.contents import find_content
from scorer.detectors.attributions.cues import cue_of, find_cues
from scorer.detectors.attributions.extracts import find_extracts
from scorer.detectors.attributions.hearsay import (
    ADVERBS,
    HEARSAY,
    hearsay_of,
    is_rumour,
    medium_of,
)
from scorer.detectors.attributions.inversion import SAYING, is_told
from scorer.detectors.attributions.marks import with_bracket
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.parts import Mention, Speaker, Statement, Words
from scorer.detectors.attributions.posts import find_posts
from scorer.detectors.attributions.relays import TOLD
from scorer.detectors.attributions.sources import (
    agent_of,
    find_source,
    hull,
    suffers,
)
from scorer.detectors.attributions.speakers import SEEMING, identify
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.turns import find_turns
from scorer.detectors.attributions.worth import worth_of
from scorer.reading import Reading
from scorer.types import Annotation, SegmentKind, Span, Voice

NAME: Final = "attributions"
_ANNOTATION: Final = partial(tuple.__new__, Annotation)  # half the time of a call
_CITED: Final = frozenset({"cited", "quoted"})
_BEGINNING: Final = frozenset({"and", "but"})
_PARTS: Final = frozenset(
    {SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.BODY}
)
_NOBODY: Final = frozenset(
    {"moreover", "nobody", "none", "last", "the", "a", "an", "this", "these"}
    | {"no", "every", "its", "his", "their", "our", "my", "your"}
)
_NO_SOURCE: Final = frozenset(
    {"adv", "prep", "conj", "but", "and", "be", "have", "to", "do", "modal", "not"}
)
_TOLD: Final = 0.6  # for what the shape of a sentence tells and no weights
_NO_SPEAKER: Final = 0.7  # what cannot speak must be all but certain
_PLAIN: Final = 0.75
_NO_MENTION: Final = Mention()
_FINDING: Final = 0.5
_FAINT: Final = 0.25  # below this a statement is not worth a weak mark


def find(reading: Reading) -> Iterator[Annotation]:
    """Mark each attribution: source, cue and content, and the kind of source."""
    around = Surroundings(reading)
    statements = list(find_statements(around))
    shown = [*find_posts(around), *find_turns(around), *find_extracts(around)]
    if shown:
        statements = sorted(statements + shown, key=itemgetter(0))
    hearsay = [
        None if statement.shown else hearsay_of(around, statement)
        for statement in statements
    ]
    speakers = identify(around, statements, hearsay)
    for group, parts in enumerate(zip(statements, hearsay, speakers, strict=True)):
        yield from _marks(around, group, *parts)


def find_statements(around: Surroundings) -> Iterator[Statement]:
    """Yield the attributions of the article's own lines, in order of their cues."""
    kinds, at = around.reading.kinds, 0
    own = ((i, w) for i, w in find_cues(around) if kinds[i] in _PARTS)
    for statement in assemble(around, own):
        head, cue, source, content, _, mention, *_ = statement
        if cue.first < at or _leans(around, head):
            continue
        sourced = source is not None or hearsay_of(around, statement) is not None
        weight = accepted(around, statement)
        weight *= worth_of(around, statement, sourced=sourced)
        if around.words[head] in ADVERBS or is_rumour(around, head):
            # "Reportedly" and "rumours that" say it by themselves.
            weight = max(weight, _PLAIN)
        elif source is not None and weight < _TOLD and is_told(around, head):
            weight = _TOLD
        if weight >= _FINDING:
            at = cue.last
        if weight >= _FAINT:
            yield Statement(head, cue, source, content, weight, mention)


def _leans(around: Surroundings, head: int) -> bool:
    """Tell a word that states nothing by itself beside its neighbour.

    So are "reportedly" in "an insider reportedly said", "assured" in "seems assured",
    "cited" in "sources cited by the Echo".
    """
    words, gaps = around.words, around.gaps
    passive = around.kinds[head - 1] == "be"
    if words[head] in _CITED and words[head + 1] == "by" and not passive:
        return True
    if words[head] in ADVERBS:
        saying = gaps[head] == " " and words[head + 1] in SAYING
        return saying and not passive
    return words[head - 1] in SEEMING and gaps[head - 1] == " "


def assemble(
    around: Surroundings, cues: Iterable[tuple[int, float]]
) -> Iterator[Statement]:
    """Yield each candidate cue with its source and content."""
    last = None
    for head, weight in cues:
        cue = cue_of(around, head)
        if is_rumour(around, head):
            source = medium_of(around, head)
        else:
            source = _sensible(around, head, cue, find_source(around, head, cue))
        if source is not None:
            source = with_name(around, cue, source)
        if source is not None and source.last <= cue.first:
            source = _doer(around, head, cue, source)
        if source is not None and last is not None:
            source = _teller(around, head, source, last)
        unit = hull(cue, source) if source is not None else cue
        content = find_content(around, head, unit)
        mention = mention_of(around, source) if source is not None else _NO_MENTION
        last = Statement(head, cue, source, content, weight, mention)
        yield last


def _sensible(
    around: Surroundings, head: int, cue: Words, source: Words | None
) -> Words | None:
    """Return a source unless it is a bare "however", "in", or the it of "it seems"."""
    if source is not None:
        source = bounded(around, source, cue)
    if source is None or source.last - source.first > 1:
        return source
    i = source.first
    word = around.words[i]
    empty = word in _NOBODY or around.kinds[i] in _NO_SOURCE
    empty = empty or (word == "that" and around.kinds[i - 1] in _BEGINNING)
    empty = empty or (word == "that" and around.gaps[i - 1] != " ")
    empty = empty or (word == "one" and around.words[i - 1] == "no")
    empty = empty or (word == "it" and around.words[head] in SEEMING)
    return None if empty else source


def _doer(around: Surroundings, head: int, cue: Words, source: Words) -> Words | None:
    """Return a subject if it speaks, else whoever speaks to it or of it."""
    if around.words[head] in HEARSAY or not suffers(around, head, cue):
        return source
    return agent_of(around, head)


def _teller(around: Surroundings, head: int, source: Words, outer: Statement) -> Words:
    """Return who speaks by "telling" or "adding" after another statement.

    In "the Echo reported Ada Lind telling" it is not the Echo, and in "she told the
    Echo, adding" neither.
    """
    if not around.words[head].endswith("ing"):
        return source
    if outer.cue.last <= source.first < head and around.words[outer.head] in TOLD:
        near = (
            around.reading.sentence_of[head] == around.reading.sentence_of[outer.head]
        )
        return outer.source if near and outer.source is not None else source
    if outer.source is not None and _goes_on(around, head, outer.cue, outer.source):
        return outer.source
    if source != outer.source:
        return source
    first = last = outer.cue.last
    while last < head and around.capital[last]:
        last += 1
        if around.gaps[last - 1] != " ":
            break
    return Words(first, last) if last - first > 1 else source


def _goes_on(around: Surroundings, head: int, cue: Words, source: Words) -> bool:
    """Tell whether a statement is drawn out: "said Ada Lind, adding"."""
    return hull(cue, source).last == head and around.gaps[head - 1] == ","


def _marks(
    around: Surroundings,
    group: int,
    statement: Statement,
    hearsay: Words | None,
    speaker: Speaker,
) -> Iterator[Annotation]:
    reading, weight = around.reading, statement.weight
    if not speaker.somebody:
        weight *= _NO_SPEAKER
    shown = statement.shown
    voice = Voice.OUTLET if shown else reading.voice(statement.head)
    parts: list[tuple[str, Span, int | None, int | None]] = []
    if not shown:
        parts.append(("attribution.cue", reading.span(*statement.cue), None, None))
    if statement.content is not None:
        parts.append(("attribution.content", statement.content, None, None))
    if hearsay is not None:
        span = reading.span(*hearsay)
        parts.append(("attribution.source", span, None, None))
        parts.append(("source.unspecified", span, None, None))
    elif statement.source is not None:
        number, via = speaker.number, speaker.via
        first = (speaker.meant or statement.source).first  # "Ada Lind, who"
        span = with_bracket(reading, reading.span(first, statement.source.last))
        parts.append(("attribution.source", span, number, via))
        parts.append((f"source.{speaker.kind}", span, number, via))
        if speaker.relay is not None:
            span = reading.span(*speaker.relay)
            parts.append((f"source.{speaker.relay_kind}", span, via, None))
    for label, span, number, via in parts:
        yield _ANNOTATION((NAME, label, span, weight, voice, group, number, via))
