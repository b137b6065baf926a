"""One story put together for its reader: who tells it, and what it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from scorer.report.page.same_sources import put_together
from scorer.report.page.stories import Object

_ITEMS: Final = 12  # entries of one list
_LONGEST: Final = 180  # characters of a passage
_NAME: Final = 60  # characters of a name
_KINDS: Final = {
    "statement": "a statement and nothing beside it",
    "outlet": "an outlet that is not among these articles",
    "agency": "an agency",
    "unnamed": "it names nobody",
}

Numbers = Mapping[str, int]  # of the articles of a story, from 1, by their ids


class Teller(NamedTuple):
    """An article of a story.

    Attributes:
        row: Its place in the batch.
        copied: Share of its words that stand, in their order, in another of them.
    """

    number: int
    row: int
    title: str
    outlet: str
    published: str
    copied: float


class Said(NamedTuple):
    """A passage, and the articles it stands in."""

    articles: tuple[int, ...]
    text: str


class Item(NamedTuple):
    """One entry of a list of a story.

    Attributes:
        name: Who or what; empty where it has no name.
        articles: The numbers of those it is about.
        said: The words that show it.
        through: For a relay the article that it goes through, None for an outlet
            that is not among the articles.
        share: How much of an article it is, 0..1; 0 where that is not known.
        reporter: For an origin that is an article's own reporting, that article.
    """

    name: str
    articles: tuple[int, ...]
    said: tuple[Said, ...] = ()
    kind: str = ""
    through: int | None = None
    share: float = 0.0
    reporter: int | None = None


class Told(NamedTuple):
    """A story: three kinds of tie that are never mixed, and what follows from them.

    Attributes:
        name: Its id.
        texts: Articles that have one text between them.
        sources: Speakers, bodies and documents that several articles name.
        relays: Outlets and agencies that an article says it has something from.
        chains: Who relays whom, the first speaker first.
        alone: What rests on one origin alone.
    """

    name: str
    title: str
    tellers: tuple[Teller, ...]
    origins: tuple[Item, ...]
    texts: tuple[Item, ...]
    sources: tuple[Item, ...]
    relays: tuple[Item, ...]
    chains: tuple[tuple[str, ...], ...]
    alone: tuple[Item, ...]
    notes: tuple[str, ...]


def told(story: Object, rows: Sequence[int]) -> Told:
    """Put a story together from its object and the numbers of its rows."""
    articles = story["articles"]
    numbers = {article["id"]: n for n, article in enumerate(articles, start=1)}
    tellers = tuple(
        _teller(number, row, article)
        for (number, article), row in zip(enumerate(articles, 1), rows, strict=True)
    )
    links: dict[str, list[Object]] = defaultdict(list)
    for link in story["links"]:
        links[link["kind"]].append(link)
    alone = [claim for claim in story["claims"] if claim["rests_on_one"]]
    return Told(
        story["id"],
        tellers[0].title,
        tellers,
        tuple(_origin(origin, numbers, tellers) for origin in story["origins"]),
        tuple(_texts(links["copied_text"], numbers)[:_ITEMS]),
        tuple(_sources(links["shared_source"], numbers)[:_ITEMS]),
        tuple(_relays(links["named_relay"], numbers)[:_ITEMS]),
        tuple(tuple(map(_name, reversed(c))) for c in story["chains"][:_ITEMS]),
        tuple(_claim(claim, numbers) for claim in alone[:_ITEMS]),
        tuple(story["notes"]),
    )


def _teller(number: int, row: int, article: Object) -> Teller:
    return Teller(
        number,
        row,
        article["title"] or article["path"] or article["id"],
        article["outlet"] or "",
        (article["published"] or "")[:10],
        article["copied_share"],
    )


def _origin(origin: Object, numbers: Numbers, tellers: Sequence[Teller]) -> Item:
    articles = tuple(numbers[i] for i in origin["articles"])
    said = tuple(_said(passage, numbers) for passage in origin["passages"][:1])
    reporter = None
    if origin["kind"] == "report":  # it bears the name of its article
        named = (t.number for t in tellers if origin["name"] in (t.outlet, t.title))
        reporter = next((n for n in named if n in articles), articles[0])
    kind = _KINDS.get(origin["kind"], "")
    return Item(_name(origin["name"]), articles, said, kind, reporter=reporter)


def _texts(links: Sequence[Object], numbers: Numbers) -> list[Item]:
    """Put articles together that have, by pairs, one text between them."""
    groups: list[tuple[set[int], list[Object]]] = []
    for link in links:
        ends, held = {numbers[link["from"]], numbers[link["to"]]}, [link]
        near = [group for group in groups if group[0] & ends]
        for members, own in near:
            ends |= members
            held += own
        groups = [group for group in groups if group not in near] + [(ends, held)]
    items = []
    for members, held in groups:
        most = max(held, key=lambda link: float(link["share"]))
        said = _both(most, numbers)
        share = most["share"]
        items.append(Item("", tuple(sorted(members)), said, share=share))
    return sorted(items, key=lambda item: (-len(item.articles), item.articles))


def _sources(links: Sequence[Object], numbers: Numbers) -> list[Item]:
    """Put the pairs of articles that share one source together."""
    items = [
        Item(name, _ends(same, numbers), _both(same[0], numbers))
        for name, same in put_together((_name(link["name"]), link) for link in links)
    ]
    return sorted(items, key=lambda i: (not i.name, -len(i.articles), i.articles))


def _ends(links: Iterable[Object], numbers: Numbers) -> tuple[int, ...]:
    ends = {numbers[link[end]] for link in links for end in ("from", "to")}
    return tuple(sorted(ends))


def _relays(links: Sequence[Object], numbers: Numbers) -> list[Item]:
    """List who goes through whom; those through one outside outlet are one entry."""
    outside: dict[str, list[Object]] = defaultdict(list)
    items = []
    for link in links:
        if link["to"] is None:
            outside[_name(link["name"])].append(link)
            continue
        said = _both(link, numbers)
        one, other = numbers[link["from"]], numbers[link["to"]]
        name = _name(link["name"])
        items.append(Item(name, (one,), said, through=other, share=link["share"]))
    for name, same in outside.items():
        articles = tuple(sorted({numbers[link["from"]] for link in same}))
        items.append(Item(name, articles, _both(same[0], numbers)))
    return items


def _both(link: Object, numbers: Numbers) -> tuple[Said, ...]:
    """Quote the first passage as it stands in either article."""
    ends = {"from": link["from"], "to": link["to"]}
    for passage in link["passages"][:1]:
        said: dict[str, list[int]] = defaultdict(list)
        for end, place in passage.items():
            said[_cut(place["text"], _LONGEST)].append(numbers[ends[end]])
        return tuple(Said(tuple(where), text) for text, where in said.items())
    return ()


def _claim(claim: Object, numbers: Numbers) -> Item:
    articles = dict.fromkeys(numbers[p["article"]] for p in claim["passages"])
    said = _said(claim["passages"][0], numbers)
    return Item(_name(claim["source"]), tuple(articles), (said,))


def _said(passage: Object, numbers: Numbers) -> Said:
    return Said((numbers[passage["article"]],), _cut(passage["text"], _LONGEST))


def _name(name: str) -> str:
    """Leave out what is told of somebody beside the name, if it is long."""
    return _cut(name.partition(", ")[0] if len(name) > _NAME else name, _NAME)


def _cut(text: str, most: int) -> str:
    r"""Write a passage in one line, without the quotation marks around it.

    Example:
        >>> _cut('"It is\n over"', 99), _cut("a long name", 6)
        ('It is over', 'a lon…')
    """
    flat = " ".join(text.split()).strip('"“”')
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"
