"""Who is quoted, how often, for how much of the story, and where in it."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from scorer.features.statements import BODY, Statement, find_statements
from scorer.reading import Reading
from scorer.text.initials import CAPITAL
from scorer.types import Annotation, Span

# A medium that only relays has no statement of its own.
_NAMING: Final = ("attribution.source", "source.media", "source.social_media")
_ARTICLES: Final = frozenset({"a", "an", "the"})
_CLAUSE: Final = re.compile(r",? wh(?:o|ich)$")  # "Ada Lind, who"
_LONGEST: Final = 60  # characters of a name; longer ones are no names
_DOUBLED: Final = 0.01  # of the body; less is not seen
_LANES: Final = 40  # rows; an article with more is a list of names


class Source(NamedTuple):
    """One source of an article, or all statements that name nobody.

    Attributes:
        number: As the text shows it, from 1; None where nobody is named.
        share: Of the body's words.
        via: Names of those who relayed it.
        places: Where in the body it speaks, each as start and width in per cent.
    """

    number: int | None
    name: str
    kind: str
    statements: int
    share: float
    via: tuple[str, ...]
    places: tuple[tuple[float, float], ...]


class Sources(NamedTuple):
    """The sources of an article, those that carry most first.

    Attributes:
        told: Share of the body that nobody is credited with.
        left_out: How many further sources are not listed.
        doubled: Whether some words are credited to two of them.
        left: Where each source's part begins in the picture of shares, per cent.
    """

    rows: tuple[Source, ...]
    told: float
    left_out: int
    left: tuple[float, ...]
    doubled: bool = False


def sources_of(reading: Reading, annotations: Iterable[Annotation]) -> Sources:
    """Gather the sources of an article from its findings."""
    by_label: dict[str, list[Annotation]] = defaultdict(list)
    for a in annotations:
        by_label[a.label].append(a)
    statements = find_statements(reading, by_label)
    body = _Body(reading)
    named = chain.from_iterable(by_label[label] for label in _NAMING)
    names = _names(reading, named)
    groups: dict[int | None, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.source].append(statement)
    rows = [_source(n, said, names, body) for n, said in groups.items()]
    rows.sort(key=lambda row: (row.number is None, -row.share, row.number or 0))
    taken = {i for s in statements for words in s.words for i in range(*words)}
    told = 1 - len(taken & body.inside) / body.length if body.length else 0.0
    left = [100 * sum(r.share for r in rows[:i]) for i in range(len(rows))]
    return Sources(
        tuple(rows[:_LANES]),
        told,
        max(0, len(rows) - _LANES),
        tuple(left[:_LANES]),
        sum(row.share for row in rows) > 1 - told + _DOUBLED,
    )


class _Body:
    """The words of the body, and how far into it each of them stands."""

    def __init__(self, reading: Reading) -> None:
        self.words = [i for i, kind in enumerate(reading.kinds) if kind in BODY]
        self.inside = set(self.words)
        self.length = len(self.words)

    def place(self, first: int, last: int) -> tuple[float, float]:
        """Return where some words start and how wide they are, in per cent."""
        start, end = bisect_left(self.words, first), bisect_left(self.words, last)
        whole = max(self.length, 1)
        return 100 * start / whole, 100 * max(end - start, 1) / whole


def _names(reading: Reading, mentions: Iterable[Annotation]) -> Mapping[int, str]:
    """Return what each source is called: its longest name, else its longest mention."""
    names: dict[int, tuple[int, int, str]] = {}
    for a in mentions:
        if a.source is None:
            continue
        name = _short(" ".join(a.span.of(reading.document.text).split()))
        known = names.get(a.source, (0, 0, ""))
        names[a.source] = max(
            known, (_naming(reading, a.span), len(name), name), key=itemgetter(0, 1)
        )
    return {source: name for source, (_, _, name) in names.items()}


def _naming(reading: Reading, span: Span) -> int:
    """Tell how far a mention names: 2 it begins with a name, 1 it holds one, 0 none.

    The capital that every sentence begins with is no sign of a name.
    """
    first = bisect_left(reading.starts, span.start)
    last = bisect_left(reading.starts, span.end, first)
    capitals = [
        initial == CAPITAL and reading.sentences[reading.sentence_of[i]].first != i
        for i, initial in enumerate(reading.initials[first:last], first)
    ]
    opening = first < last and reading.words[first] in _ARTICLES
    return any(capitals) + any(capitals[opening : opening + 1])


def _short(name: str) -> str:
    """Leave out the clause that a name begins, and what makes it long.

    Example:
        >>> _short("The Tarvik Relief Fund, " + "which looks after many " * 3)
        'The Tarvik Relief Fund'
    """
    name = _CLAUSE.sub("", name)
    if len(name) > _LONGEST:
        name = name.partition(",")[0]
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _source(
    number: int | None,
    statements: Sequence[Statement],
    names: Mapping[int, str],
    body: _Body,
) -> Source:
    kinds = Counter(s.kind for s in statements)
    kind = kinds.most_common(1)[0][0].replace("_", " ")
    words = {i for s in statements for ends in s.words for i in range(*ends)}
    via = dict.fromkeys(s.via for s in statements if s.via is not None)
    return Source(
        None if number is None else number + 1,
        names.get(number, "unnamed") if number is not None else "no source named",
        kind,
        len(statements),
        len(words & body.inside) / body.length if body.length else 0.0,
        tuple(f"{v + 1} {names.get(v, '')}".strip() for v in via),
        tuple(body.place(*ends) for s in statements for ends in s.words),
    )
