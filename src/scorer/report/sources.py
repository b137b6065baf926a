"""Who is quoted, how often, for how much of the story, and where in it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from scorer.features.statements import BODY, Statement, find_statements
from scorer.reading import Reading
from scorer.types import Annotation

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
    names = _names(reading, by_label["attribution.source"])
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


def _names(reading: Reading, mentions: Sequence[Annotation]) -> Mapping[int, str]:
    """Return the longest name that each source is given, if it is one."""
    names: dict[int, str] = {}
    for a in mentions:
        if a.source is None:
            continue
        name = _short(" ".join(a.span.of(reading.document.text).split()))
        if len(names.get(a.source, "")) < len(name):
            names[a.source] = name
    return names


def _short(name: str) -> str:
    """Leave out what is told of a source beside its name, if it is long.

    Example:
        >>> _short("The Tarvik Relief Fund, " + "which looks after many " * 3)
        'The Tarvik Relief Fund'
    """
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
