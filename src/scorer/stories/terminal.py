"""A comparison as lines of text for a person."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

_SHOWN: Final = 110  # characters of a passage
_LINKS: Final = 12  # links of each kind that are written out
_CLAIMS: Final = 5
_TELLING: Final = 6  # words of a passage that tells something by itself
_HEADS: Final = {
    "copied_text": "Copied text",
    "shared_source": "Shared sources",
    "named_relay": "Named relays",
}
_KINDS: Final = {
    "report": "own reporting",
    "statement": "a statement",
    "outlet": "an outlet outside this story",
    "agency": "an agency",
    "unnamed": "nobody is named",
}


def to_text(stories: Sequence[Mapping[str, Any]], notes: Sequence[str]) -> str:
    """Write the stories that several articles tell, then how many tell their own."""
    several = [story for story in stories if len(story["articles"]) > 1]
    lines = [line for story in several for line in _story(story)]
    alone = len(stories) - len(several)
    if alone:
        lines.append(f"{alone:,} {_plural('article', alone)} alone in telling a story.")
    lines += notes
    return "".join(f"{line}\n" for line in lines)


def _story(story: Mapping[str, Any]) -> Iterator[str]:
    names = _names(story["articles"])
    count, origins = len(story["articles"]), story["origins_independent"]
    yield f"Story {story['id']}: {count} articles, {origins} independent " + _plural(
        "origin", origins
    )
    for article in story["articles"]:
        copied = article["copied_share"]
        tail = f"  ({copied:.0%} copied)" if copied else ""
        tail += _grades(article)
        yield f"  {names[article['id']]}{tail}"
    yield "  Origins"
    for origin in story["origins"]:
        yield from _origin(origin, names)
    for kind, head in _HEADS.items():
        yield from _links(story["links"], kind, head, names)
    yield from _chains(story["chains"])
    yield from _claims(story["claims"], names)
    yield from (f"  {note}" for note in story["notes"])
    yield ""


def _grades(article: Mapping[str, Any]) -> str:
    """Write both axes of the Admiralty code where they were asked for, each by name."""
    if "source_reliability" not in article:
        return ""
    credibility = article["information_credibility"]
    letter = article["source_reliability"]
    return f"  credibility {credibility}, source reliability {letter}"


def _names(articles: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Name each article by its outlet and headline, and by its file."""
    names = {}
    for number, article in enumerate(articles, start=1):
        parts = [article["outlet"], article["title"], article["path"]]
        shown = " · ".join(_cut(str(part), 70) for part in parts if part)
        names[article["id"]] = f"[{number}] {shown or article['id']}"
    return names


def _number(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]


def _origin(origin: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[str]:
    rest = " ".join(_number(names[i]) for i in origin["articles"])
    kind = _KINDS.get(origin["kind"], origin["kind"])
    yield f"    {origin['id']} {_cut(origin['name'], 70)} ({kind}) ← {rest}"
    for passage in _telling(origin["passages"], itemgetter("text")):
        yield f"       {_number(names[passage['article']])} “{_cut(passage['text'])}”"


def _telling(
    passages: Sequence[Mapping[str, Any]], text_of: Callable[[Mapping[str, Any]], str]
) -> Sequence[Mapping[str, Any]]:
    """Choose the first passage that is more than a name or a cry, if there is one."""
    long = [p for p in passages if len(text_of(p).split()) >= _TELLING]
    return (long or passages)[:1]


def _links(
    links: Sequence[Mapping[str, Any]], kind: str, head: str, names: Mapping[str, str]
) -> Iterator[str]:
    here = [link for link in links if link["kind"] == kind]
    if not here:
        return
    yield f"  {head}"
    for link in here[:_LINKS]:
        one = _number(names[link["from"]])
        other = _number(names[link["to"]]) if link["to"] else link["name"]
        sign = "–" if kind == "shared_source" else "←"
        through = f": {_cut(link['name'], 60)}" if link["to"] and link["name"] else ""
        share = f"  {link['share']:.0%}" if link["share"] else ""
        yield f"    {other} {sign} {one}{through}{share}"
        for passage in _telling(link["passages"], lambda p: p["from"]["text"]):
            for end, place in passage.items():
                whose = one if end == "from" else other
                yield f"       {whose} “{_cut(place['text'])}”"
    if len(here) > _LINKS:
        yield f"    and {len(here) - _LINKS} more"


def _chains(chains: Sequence[Sequence[str]]) -> Iterator[str]:
    if chains:
        yield "  Who relays whom"
    for chain in chains[:_LINKS]:
        yield "    " + " ← ".join(_cut(name, 50) for name in reversed(chain))


def _claims(
    claims: Sequence[Mapping[str, Any]], names: Mapping[str, str]
) -> Iterator[str]:
    alone = [claim for claim in claims if claim["rests_on_one"]][:_CLAIMS]
    if alone:
        yield "  Rest on one origin alone"
    for claim in alone:
        who = f"{_cut(claim['source'], 40)}: " if claim["source"] else ""
        seen = dict.fromkeys(_number(names[p["article"]]) for p in claim["passages"])
        text = _cut(claim["passages"][0]["text"])
        yield f"    {who}“{text}” in {' '.join(seen)}"


def _cut(text: str, most: int = _SHOWN) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
