"""Put invented stories together from hand-written pieces, with their known origins.

Usage: python benchmarks/make_stories.py

Writes data/stories/stories.jsonl. Each pack of pieces gives three stories with other
names of people and places. What is known of a story follows from the pieces that it
is made of: which texts are copies, who retells one statement, who relays whom.
"""

# ruff: noqa: E501 - lists of names are read faster in long lines

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "data/stories"
OUTLETS = (
    """Tarvik Echo|Norvik Post|Morwen Daily News|The Strait Courier|Ostal Today News
Harrow Gazette|The Lindhaven Times|Evening Standard of Brack|Coastal Tribune|Dellmoor Herald
The Weekly Lantern News|Radio Ostmar|Channel Six News|The Upland Chronicle|Marsh Valley Press
Sable Point Observer|The Corran Mail|Highfell Advertiser News|Radio Kestrel Bay|Bluewater Times
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
AGENCIES = ("Norvik News Agency", "Ostland News Agency", "Meridian Newswire")
GIVEN = [
    "Alma",
    "Bendt",
    "Cora",
    "Dirk",
    "Elna",
    "Falk",
    "Gesa",
    "Hugo",
    "Ines",
    "Jarl",
    "Kaia",
    "Lorn",
    "Maud",
    "Nils",
    "Orla",
    "Pell",
    "Runa",
    "Sven",
    "Thea",
    "Ulf",
    "Vera",
    "Wim",
    "Ylva",
    "Zeno",
    "Anke",
    "Boris",
    "Celia",
    "Dorte",
    "Edvin",
    "Frieda",
]
SURNAMES = [
    "Abelow",
    "Brunn",
    "Caspar",
    "Dorning",
    "Ekholt",
    "Fennel",
    "Garrow",
    "Hask",
    "Imber",
    "Jolland",
    "Kerrig",
    "Lowick",
    "Marden",
    "Nystad",
    "Ossler",
    "Pagett",
    "Quern",
    "Rodham",
    "Stavel",
    "Tolleck",
    "Umber",
    "Vanter",
    "Wexham",
    "Yarrow",
    "Zandt",
    "Aldous",
    "Birkin",
    "Croft",
    "Devane",
    "Elling",
]
PLACES = [
    "Arnholm",
    "Bexmoor",
    "Calder",
    "Drumlin",
    "Eskby",
    "Farrow",
    "Glenhurst",
    "Hallam",
    "Inverly",
    "Jutby",
    "Kilmar",
    "Larkfell",
    "Mossend",
    "Netherby",
    "Orrest",
    "Penbury",
    "Quarley",
    "Ravensund",
    "Selwick",
    "Thornby",
    "Ulverby",
    "Wendal",
    "Yoxford",
    "Alderney",
    "Braemoor",
    "Cotterdale",
    "Dunhaven",
    "Elmsrud",
    "Fossgate",
    "Grimsby",
]
EDITS = (
    ("told reporters", "told journalists"),
    ("were taken", "had been taken"),
    ("on Sunday night", "late on Sunday"),
    ("on Tuesday night", "late on Tuesday"),
    ("said.", "stated."),
    ("she added.", "she went on."),
    ("would be", "is to be"),
    ("three hundred", "300"),
    ("about ", "around "),
    ("nobody", "no one"),
)
# What an article of a story is made of, and what it stands on. `copy`, `abridged`,
# `edited` and `credited` are the wire's text; `retold` is its speaker's statement.
PLANS = (
    (("wire", "abridged", "copy"), 1),
    (("wire", "credited", "edited", "abridged", "copy"), 1),
    (("wire", "retold1", "abridged"), 1),
    (("retold1", "retold2", "wire"), 1),
    (("own", "relay", "wire", "abridged"), 2),
    (("own", "relay", "retold1", "retold2"), 2),
    (("wire", "own", "own2", "copy", "relay"), 3),
    (("retold1", "retold2", "own2"), 2),
    (("own", "own2", "relay"), 2),
    (("out", "out", "wire", "edited"), 2),
    (("wire", "copy", "retold2", "own", "relay", "out", "own2"), 4),
    (("own", "relay", "out"), 2),
    (("edited", "abridged", "wire", "retold1", "own", "own2", "relay", "copy"), 3),
)
COPIES = frozenset({"wire", "copy", "abridged", "edited", "credited"})
MARK = re.compile(r"\[\[(\d):(.*?)\]\]")


@dataclass
class Pack:
    """Hand-written pieces of one event, and the names in them."""

    name: str
    people: list[str]
    places: list[str]
    pieces: dict[str, list[str]] = field(default_factory=dict)


def read_packs(path: Path) -> list[Pack]:
    packs: list[Pack] = []
    piece: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("== "):
            name, people, places = (part.strip() for part in line[3:].split("|"))
            packs.append(Pack(name, people.split(", "), places.split(", ")))
        elif line.startswith("-- "):
            piece = packs[-1].pieces.setdefault(line[3:], [])
        elif line and not line.startswith("#"):
            piece.append(line)
    return packs


def renamed(pack: Pack, rng: random.Random) -> dict[str, str]:
    """Choose other names for the people and places of a pack."""
    names: dict[str, str] = {}
    surnames, given = rng.sample(SURNAMES, 8), rng.sample(GIVEN, 8)
    for person in pack.people:
        first, last = person.split(" ")
        names[last] = surnames.pop()
        names[first] = given.pop()
    names |= dict(zip(pack.places, rng.sample(PLACES, 4), strict=False))
    return names


def told(kind: str, pack: Pack, rng: random.Random, agency: str) -> list[str]:
    """Return the lines of an article, headline first, marks still in them."""
    source = "wire" if kind in COPIES else kind
    lines = list(pack.pieces[source])
    if kind in ("wire", "credited"):
        lines[1] = f"{pack.places[0].upper()} ({agency}) - {lines[1]}"
    if kind == "abridged":
        lines = [shorter(lines[0]), lines[1], rng.choice(lines[2:])]
    if kind == "copy":
        lines[0] = shorter(lines[0])
    if kind == "edited":
        lines = [shorter(lines[0])] + [edited(line) for line in lines[1:]]
    if kind == "out" and rng.choice((True, False)):
        lines = [lines[0], *reversed(lines[1:])]
    return lines


def shorter(headline: str) -> str:
    words = headline.split()
    return " ".join(words[: max(4, len(words) - 3)])


def edited(line: str) -> str:
    for old, new in EDITS:
        line = line.replace(old, new)
    return line


def marked(
    lines: Sequence[str], names: dict[str, str], roles: dict[str, str]
) -> tuple[str, list[list[int]]]:
    """Put in the names, take out the marks, and return where they stood."""
    text = "\n\n".join(lines)
    for name, other in {**names, **roles}.items():
        text = re.sub(rf"\b{name}\b" if name[0] != "@" else name, other, text)
        text = text.replace(name.upper(), other.upper())
    spans, parts, at, size = [], [], 0, 0
    for found in MARK.finditer(text):
        parts += [text[at : found.start()], found[2]]
        size += found.start() - at
        spans.append([int(found[1]), size, size + len(found[2])])
        size += len(found[2])
        at = found.end()
    return "".join([*parts, text[at:]]), spans


def make_story(
    number: int, pack: Pack, plan: Sequence[str], origins: int
) -> dict[str, Any]:
    rng = random.Random(number)
    names = {} if number % 3 == 0 else renamed(pack, rng)
    outlets = rng.sample(OUTLETS, len(plan) + 1)
    agency = rng.choice(AGENCIES)
    own = outlets[plan.index("own")] if "own" in plan else outlets[-1]
    roles = {
        "@OWN@": own.removeprefix("The "),
        "@OUT@": outlets[-1].removeprefix("The "),
    }
    articles, origin_of = [], []
    for place, (kind, outlet) in enumerate(zip(plan, outlets, strict=False)):
        text, spans = marked(told(kind, pack, rng, agency), names, roles)
        articles.append(
            {
                "id": f"{number}-{place}",
                "outlet": outlet,
                "published": f"2031-05-0{1 + (place + number) % 3}",
                "text": text,
                "made": kind,
                "utterances": spans,
            }
        )
        root = "wire" if kind in COPIES or kind.startswith("retold") else kind
        origin_of.append("own" if kind == "relay" else root)
    copies = [
        [a, b]
        for a, b in combinations(range(len(plan)), 2)
        if (plan[a] in COPIES and plan[b] in COPIES) or plan[a] == plan[b]
    ]
    chain = [[i, plan.index("own")] for i, kind in enumerate(plan) if kind == "relay"]
    return {
        "id": number,
        "pack": pack.name,
        "origins": origins,
        "origin_of": origin_of,
        "copies": copies,
        "relays": chain,
        "articles": articles,
    }


def main() -> None:
    packs = read_packs(FOLDER / "pieces.txt")
    stories = []
    for number in range(3 * len(packs)):
        plan, origins = PLANS[number % len(PLANS)]
        stories.append(make_story(number, packs[number % len(packs)], plan, origins))
    lines = (json.dumps(story, ensure_ascii=False) + "\n" for story in stories)
    (FOLDER / "stories.jsonl").write_text("".join(lines), "utf-8")
    print(
        len(stories), "stories,", sum(len(s["articles"]) for s in stories), "articles"
    )


if __name__ == "__main__":
    main()
