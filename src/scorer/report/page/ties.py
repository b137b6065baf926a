"""The picture of who rests on whom: what stands behind on the left, articles right.

It is lines between rows, so the template draws it; a plotting engine would bring its
own fonts and colours and know no more of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase
from typing import Final, NamedTuple

from scorer.report.page.told import Item, Told

ARTICLES: Final = 24  # articles drawn; the lists hold the others
_BEHIND: Final = 8  # origins drawn
_BESIDE: Final = 5  # sources and outlets drawn that are none, of each
_ROW: Final = 32
_NAME: Final = 150  # room for a name
_WIDE: Final = 9.6  # of a capital; of other letters two thirds of it
_LEFT: Final = _NAME + 20  # where lines leave what stands behind
_RIGHT: Final = _LEFT + 120  # where they reach the articles
_LANES: Final = _RIGHT + _NAME + 25  # where texts in common are drawn
_LANE: Final = 12
_BOW: Final = 44  # how far a relay between two articles swings out
_TEXTS: Final = 3  # lanes


class Node(NamedTuple):
    """A mark with a letter or number in it, and a name beside it."""

    y: float
    tag: str
    label: str
    kind: str


class Line(NamedTuple):
    """A tie; its kind chooses how it is drawn."""

    path: str
    kind: str


class Picture(NamedTuple):
    """Everything that is drawn."""

    width: int
    height: int
    left: int
    right: int
    behind: tuple[Node, ...]
    articles: tuple[Node, ...]
    lines: tuple[Line, ...]
    arrows: tuple[str, ...]
    kinds: frozenset[str]


class _Behind(NamedTuple):
    """An origin, a source or an outlet, and the articles tied to it, by kind of tie."""

    name: str
    kind: str
    ties: dict[int, str]


def letter(number: int) -> str:
    """Name an origin by its place, from 0.

    Example:
        >>> letter(0), letter(27)
        ('A', 'B2')
    """
    again, place = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(again + 1) if again else "")


def picture(told: Told) -> Picture:
    """Lay out a story."""
    tellers = told.tellers[:ARTICLES]
    behind = _ordered(_behind(told))
    rows = max(len(tellers), len(behind))
    places = {t.number: _y(i, len(tellers), rows) for i, t in enumerate(tellers)}
    nodes, lines = [], []
    for i, one in enumerate(behind):
        y = _y(i, len(behind), rows)
        nodes.append(Node(y, one.kind, _cut(one.name), _shape(one.kind)))
        for number, kind in one.ties.items():
            if number in places:
                lines.append(Line(_across(y, places[number]), kind))
    lines += _texts(told.texts, places)
    bows = [
        (places[i.articles[0]], places[i.through])
        for i in told.relays
        if i.through in places and i.articles[0] in places
    ]
    edge = _LANES + _LANE * min(len(told.texts), _TEXTS)
    lines += [Line(_bow(edge, *ends), "relay") for ends in bows]
    width = edge + (_BOW if bows else 0) + 4
    return Picture(
        width,
        rows * _ROW,
        _LEFT,
        _RIGHT,
        tuple(nodes),
        tuple(
            Node(places[t.number], str(t.number), _cut(t.outlet or t.title), "article")
            for t in tellers
        ),
        tuple(lines),
        tuple(_arrow(edge, mine) for mine, _ in bows),
        frozenset(line.kind for line in lines),
    )


def _behind(told: Told) -> Iterator[_Behind]:
    """Yield origins, then sources and outlets that are none."""
    outside = [item for item in told.relays if item.through is None]
    known = set()
    for number, origin in enumerate(told.origins[:_BEHIND]):
        ties = dict.fromkeys(origin.articles, "rests")
        for kind, items in (("shared", told.sources), ("relay", outside)):
            for item in items:
                if _same(item, origin):
                    ties |= dict.fromkeys(item.articles, kind)
                    known.add(item.name)
        name = f"reported by {origin.reporter}" if origin.reporter else origin.name
        yield _Behind(name, letter(number), ties)
    for kind, items in (("shared", told.sources), ("relay", outside)):
        for item in [i for i in items if i.name not in known][:_BESIDE]:
            name = item.name or "the same statement"
            yield _Behind(name, kind, dict.fromkeys(item.articles, kind))


def _same(item: Item, origin: Item) -> bool:
    return bool(item.name) and item.name.casefold() == origin.name.casefold()


def _ordered(behind: Iterable[_Behind]) -> list[_Behind]:
    """Put each beside the articles that are tied to it, so that few lines cross."""

    def middle(one: _Behind) -> float:
        return sum(one.ties) / max(1, len(one.ties))

    return sorted(behind, key=middle)


def _y(place: int, count: int, rows: int) -> float:
    return _ROW * (place + 0.5 + (rows - count) / 2)


def _shape(kind: str) -> str:
    return kind if kind in ("shared", "relay") else "origin"


def _across(left: float, right: float) -> str:
    start, end = _LEFT + 10, _RIGHT - 10
    middle = (start + end) / 2
    return f"M{start},{left:g}C{middle:g},{left:g} {middle:g},{right:g} {end},{right:g}"


def _texts(texts: Sequence[Item], places: dict[int, float]) -> Iterator[Line]:
    """Draw a line down the articles that have one text, with a stub to each."""
    for lane, item in enumerate(texts[:_TEXTS]):
        ys = [places[number] for number in item.articles if number in places]
        if len(ys) > 1:
            x = _LANES + _LANE * lane + 6
            stubs = "".join(f"M{x - 8},{y:g}H{x}" for y in ys)
            yield Line(f"M{x},{min(ys):g}V{max(ys):g}{stubs}", "copied")


def _bow(x: int, mine: float, other: float) -> str:
    out = x + _BOW
    return f"M{x},{other:g}C{out},{other:g} {out},{mine:g} {x + 6},{mine:g}"


def _arrow(x: int, y: float) -> str:
    """Return the point of a relay, at the article that has it from another."""
    return f"{x},{y:g} {x + 9},{y - 4.5:g} {x + 9},{y + 4.5:g}"


def _cut(name: str) -> str:
    """Shorten a name to the room it has, by how wide its letters are about."""
    room = float(_NAME)
    for at, sign in enumerate(name):
        room -= _WIDE if sign.isupper() else _WIDE * 2 / 3
        if room < 0:
            return f"{name[: at - 1].rstrip()}…"
    return name
