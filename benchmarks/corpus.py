"""Compose articles about invented places, as many and as long as are wanted.

Usage: python benchmarks/corpus.py NUMBER [--words 1000] [--seed 1] [--broken 0.01]
           [--out FILE.jsonl]

Writes JSON lines to a file or to stdout; the same numbers give the same bytes. With
--broken a share of the lines is no JSON, has no text, or is cut short.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import count
from pathlib import Path
from random import Random

_PLACES = (
    "Haldon",
    "Ferrow",
    "Ostmere",
    "Brindle",
    "Caswick",
    "Tarn",
    "Velling",
    "Marrowby",
    "Quell",
)
_PEOPLE = [
    f"{first} {last}"
    for first in ("Anna", "Piet", "Jonas", "Mara", "Ilse", "Tom", "Rhea", "Olaf")
    for last in ("Kessler", "Moran", "Brandt", "Lund", "Ashby", "Verrin", "Stoll")
]
_ROLES = (
    "chief engineer",
    "council leader",
    "spokeswoman for the harbour board",
    "head of the teachers' union",
    "professor of hydrology at the university of Ostmere",
)
_THINGS = (
    "bridge",
    "harbour",
    "school",
    "dam",
    "tramline",
    "hospital",
    "library",
    "market",
    "reservoir",
)
_BODIES = (
    "the town council",
    "the Ministry of Transport",
    "the water board",
    "the regional court",
    "the haulage association",
)
_HEADLINES = (
    "{place} council votes to repair the {thing}",
    "{person} 'humiliated' as {thing} plan COLLAPSES",
    "What happened at the {thing} will leave you speechless",
    "{thing} in {place} to close for {number} months, survey says",
    "Fury in {place} as {thing} costs soar to {number} million",
)
_SENTENCES = (
    "{person}, {role}, said the {thing} would be closed for {number} weeks.",
    '"We have no choice but to mend the {thing}," {person} told the meeting.',
    "According to {body}, {number} people use the {thing} in {place} each day.",
    "It is understood that the work may cost more than {number} million crowns.",
    "A report published in {year} found cracks in {number} of its piers.",
    "Residents of {place} were reportedly told to keep away from the {thing}.",
    "{person} denied that the {thing} had been neglected.",
    "The shocking decision sparked fury across {place}.",
    "Sources close to {body} claimed that {person} could resign within days.",
    "The {thing} was built in {year} and last repaired {number} years ago.",
    '"It is a disgrace," said {person}, who has lived beside it since {year}.',
    "{body} said in a statement that it would pay {number} per cent of the cost.",
    "In {place}, the price of a season ticket rose by {number} crowns in {year}.",
    "{person} wrote to {body} in March but, it is claimed, had no answer.",
    "The vote was {number} to 3, with {person} among those against.",
    "Engineers are expected to begin on the first Monday of the month.",
    "Nobody was hurt, and the road was open again by the evening.",
    "Critics warn that {place} might be cut off for the whole winter.",
)
_CHROME = (
    "Read more: {person} spotted near the {thing}",
    "Most read in {place}",
    "Sign up for our newsletter",
)


def lines(number: int, words: int, seed: int, broken: float) -> Iterator[str]:
    """Compose lines of JSON, each from its own seed, so that any can be made alone."""
    for i in range(number):
        chance = Random(f"{seed} {i}")
        line = json.dumps(article(chance, i, words))
        yield _spoilt(line, chance) if chance.random() < broken else line


def article(chance: Random, number: int, words: int) -> dict[str, str]:
    """Compose one article of about so many words."""
    place = chance.choice(_PLACES)
    title = _filled(chance.choice(_HEADLINES), chance, place)
    paragraphs = list(_paragraphs(chance, place, words))
    return {
        "id": f"a{number}",
        "title": title[0].upper() + title[1:],
        "url": f"https://{place.lower()}-post.example/{number}",
        "outlet": f"{place} Post",
        "published": f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
        "text": "\n\n".join(paragraphs),
    }


def _paragraphs(chance: Random, place: str, words: int) -> Iterator[str]:
    written = 0
    for paragraph in count(1):
        if written >= words:
            return
        patterns = chance.sample(_SENTENCES, chance.randint(2, 4))
        text = " ".join(_filled(pattern, chance, place) for pattern in patterns)
        written += text.count(" ") + 1
        yield text
        if paragraph % 6 == 0:
            yield _filled(chance.choice(_CHROME), chance, place)


def _filled(pattern: str, chance: Random, place: str) -> str:
    text = pattern.format(
        place=place,
        person=chance.choice(_PEOPLE),
        role=chance.choice(_ROLES),
        thing=chance.choice(_THINGS),
        body=chance.choice(_BODIES),
        number=chance.randint(2, 90),
        year=chance.randint(1950, 2024),
    )
    return text[0].upper() + text[1:]


def _spoilt(line: str, chance: Random) -> str:
    return chance.choice(("{no JSON", json.dumps({"title": "No text"}), line[:-9]))


def write(path: Path, number: int, words: int, broken: float = 0.0) -> Path:
    """Write a corpus for another benchmark."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines(number, words, 1, broken))
    return path


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("number", type=int)
    options.add_argument("--words", type=int, default=1000, help="about so many each")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--broken", type=float, default=0.0, help="share of bad lines")
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    to_file = given.out and given.out.open("w", encoding="utf-8")
    with to_file or nullcontext(sys.stdout) as stream:
        for line in lines(given.number, given.words, given.seed, given.broken):
            stream.write(f"{line}\n")


if __name__ == "__main__":
    main()
