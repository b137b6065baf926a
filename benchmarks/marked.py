"""The articles marked by hand, for the benchmarks that measure against them.

A place is a field of the article, `title` or `text` as it came, and the offsets of
its first character and of the one after its last.
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from scorer.types import Span

ROOT = Path(__file__).resolve().parent.parent
ANNOTATIONS = ROOT / "data" / "annotations"
FIELDS = ("title", "text")

Key = tuple[str, str]


class Place(NamedTuple):
    field: str
    start: int
    end: int

    def overlaps(self, other: "Place") -> bool:
        same = self.field == other.field
        return same and self.start < other.end and other.start < self.end


def rows(path: Path) -> list[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def by_key(path: Path) -> dict[Key, dict[str, Any]]:
    return {(row["id"], row["set"]): row for row in rows(path)}


def locate(article: dict[str, Any], marks: Iterable[str]) -> list[Place | None]:
    """Return the places of strings listed in reading order, headline first.

    The same string listed twice means its first place and its next.
    """
    found: list[Place | None] = []
    after: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for mark in marks:
        pattern = re.compile(rf"(?<!\w){re.escape(mark)}(?!\w)")
        field, at = after[mark]
        place = None
        for number in range(field, len(FIELDS)):
            match = pattern.search(article[FIELDS[number]] or "", at)
            if match:
                place = Place(FIELDS[number], *match.span())
                after[mark] = number, match.end()
                break
            at = 0
        found.append(place)
    return found


def spans_in(
    text: str, article: dict[str, Any], places: Iterable[Sequence[Any]]
) -> list[Span | None]:
    """Return where the places of an article stand in its document's text.

    Parsing may put the headline in front and mend blanks and odd characters, so a
    place is found by the letters before it; where those were mended too, it is the
    nearest place with the same words.
    """
    solid = [i for i, c in enumerate(text) if not c.isspace()]
    body = [c for c in article["text"] if not c.isspace()]
    before = {"title": 0, "text": len(solid) - len(body)}
    found: list[Span | None] = []
    for field, start, end, *_ in places:
        words = article[field][start:end]
        number = sum(not c.isspace() for c in article[field][:start]) + before[field]
        at = solid[min(max(number, 0), len(solid) - 1)]
        if not text.startswith(words, at):
            same = [s.start for s in occurrences(text, words)]
            at = min(same, key=lambda place, at=at: abs(place - at), default=-1)  # type: ignore[misc]
        found.append(Span(at, at + len(words)) if at >= 0 else None)
    return found


def occurrences(text: str, string: str) -> list[Span]:
    pattern = rf"(?<!\w){re.escape(string)}(?!\w)"
    return [Span(*m.span()) for m in re.finditer(pattern, text)]
