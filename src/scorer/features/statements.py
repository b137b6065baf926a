"""Put the parts of an attribution together again: who, what, through whom."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import compress
from math import nan
from operator import attrgetter
from typing import Final, NamedTuple

from scorer.reading import Reading
from scorer.text.tables import load_table
from scorer.types import Annotation, SegmentKind, Span

# A tuple: what it is asked for is nearly always first, and an enum's hash is slow.
BODY: Final = (SegmentKind.BODY, SegmentKind.STANDFIRST)
KINDS: Final = (
    "named",
    "official",
    "organisation",
    "anonymous",
    "document",
    "media",
    "social_media",
    "unspecified",
)
_KIND_LABELS: Final = [(kind, f"source.{kind}") for kind in KINDS]
_ROLES: Final = ("attribution.source", "attribution.cue", "attribution.content")
_SOURCE, _, _CONTENT = _ROLES
_CARRIERS: Final = frozenset(load_table("counted_words")["carriers"])
_FINDING: Final = 0.5


class Statement(NamedTuple):
    """One thing that somebody is said to have said.

    Attributes:
        kind: The kind of its source; `unspecified` where nobody is named.
        source: The number of the distinct source, None where nobody is named.
        via: The number of the source that relayed it, None where nobody did.
        first: The first word of any of its parts.
        words: The words of its content, as ranges in the reading.
        length: How many they are.
        carried: Whether its sentence names what carried it: a post, a press
            statement, another paper.
    """

    kind: str
    source: int | None
    via: int | None
    first: int
    words: tuple[tuple[int, int], ...]
    length: int
    carried: bool = False

    @property
    def relayed(self) -> bool:
        """Whether it came through other media, a social network or a press office."""
        through = self.via is not None or self.kind in ("media", "social_media")
        return through or self.carried


def find_statements(
    reading: Reading, by_label: Mapping[str, Sequence[Annotation]]
) -> tuple[Statement, ...]:
    """Gather the attributions of the body that are findings, in reading order."""
    kinds = {
        a.span: kind
        for kind, label in _KIND_LABELS
        for a in by_label.get(label, ())
        if a.weight >= _FINDING
    }
    parts: dict[int, list[Annotation]] = {}
    for label in _ROLES:
        for a in by_label.get(label, ()):
            if a.group is not None and a.weight >= _FINDING:
                parts.setdefault(a.group, []).append(a)
    inside, end = reading.kinds, len(reading.kinds)
    whole = [_put_together(reading, kinds, group) for group in parts.values()]
    whole = [s for s in whole if s.first < end and inside[s.first] in BODY]
    return tuple(sorted(whole, key=attrgetter("first")))


def relayed_share(statements: Sequence[Statement]) -> float:
    """Weigh statements by their words; who was relayed once is relayed throughout."""
    lengths = [statement.length for statement in statements]
    whole = sum(lengths)
    if not whole:
        return nan
    relayed = [statement.relayed for statement in statements]
    if not any(relayed):
        return 0.0
    through = {s.source for s in compress(statements, relayed)} - {None}
    for number, statement in enumerate(statements):
        relayed[number] = relayed[number] or statement.source in through
    return sum(compress(lengths, relayed)) / whole


def words_by_source(statements: Sequence[Statement]) -> tuple[int, ...]:
    """Count the words that each source is credited with; nobody is one source."""
    words: dict[int | None, int] = {}
    for statement in statements:
        words[statement.source] = words.get(statement.source, 0) + statement.length
    return tuple([count for count in words.values() if count])


def _put_together(
    reading: Reading,
    kinds: Mapping[Span, str],
    parts: Sequence[Annotation],
) -> Statement:
    starts = reading.starts
    kind, source, via = "unspecified", None, None
    words: list[tuple[int, int]] = []
    places: list[int] = []
    for part in parts:
        start, end = part.span
        places.append(start)
        if part.label == _SOURCE:
            kind = kinds.get(part.span, kind)
            source, via = part.source, part.via
        elif part.label == _CONTENT:
            first = bisect_left(starts, start)
            words.append((first, bisect_left(starts, end, first)))
    at = bisect_left(starts, min(places))
    length = sum([last - first for first, last in words])
    carried = _carried(reading, at)
    return Statement(kind, source, via, at, tuple(words), length, carried)


def _carried(reading: Reading, word: int) -> bool:
    """Tell whether a word's sentence names a carrier outside quotations."""
    if word >= len(reading.words) or reading.sentence_of[word] < 0:
        return False
    _, first, last, _ = reading.sentences[reading.sentence_of[word]]
    if _CARRIERS.isdisjoint(reading.words[first:last]):  # as in most sentences
        return False
    return any(
        reading.words[i] in _CARRIERS and not reading.quoted[i]
        for i in range(first, last)
    )
