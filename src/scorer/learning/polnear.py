"""PolNeAR's marked articles, read as documents and placed in their text."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scorer.document import Document
from scorer.reading import Reading
from scorer.types import Span

_PARTED = 120  # signs that a mended place may span
_AGREED = 6  # letters that must agree before the texts count as together
ROLES = ("source", "cue", "content")


class Marked(NamedTuple):
    """An article and its attributions: for each, the span of every role it has."""

    reading: Reading
    attributions: list[dict[str, Span]]


def read_marked(corpora: Path, part: str) -> Iterator[Marked]:
    """Yield the articles of a part, `train` or `dev`."""
    path = corpora / "attributions" / f"polnear_{part}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _marked(json.loads(line))


def _marked(row: dict[str, Any]) -> Marked:
    document = Document.from_text(row["text"])
    place = _places(row["text"], document.text)
    found = []
    for attribution in row["attributions"]:
        roles = {}
        for role in ROLES:
            pieces = attribution.get(role)
            if pieces:
                start = place[min(a for a, _ in pieces)]
                end = place[max(b for _, b in pieces) - 1] + 1
                roles[role] = Span(start, max(start + 1, end))
        found.append(roles)
    return Marked(Reading.of(document), found)


def _places(given: str, parsed: str) -> list[int]:
    """Return, for each character given, where it stands in the parsed text.

    Parsing changes blanks and mends or drops single signs, so walking through both
    side by side, and skipping a few letters where they part, keeps them together.
    """
    here = [i for i, c in enumerate(given) if not c.isspace()]
    there = [i for i, c in enumerate(parsed) if not c.isspace()]
    old = "".join(given[i] for i in here)
    new = "".join(parsed[i] for i in there)
    places, i, j = [0] * len(given), 0, 0
    while i < len(old):
        if old[i] != new[j : j + 1]:
            skip, jump = _meeting(old, new, i, j)
            for k in range(i, i + skip):
                places[here[k]] = there[min(j, len(there) - 1)]
            i, j = i + skip, j + jump
            continue
        places[here[i]] = there[j]
        i, j = i + 1, j + 1
    return places


def _meeting(old: str, new: str, i: int, j: int) -> tuple[int, int]:
    """Return how many letters to skip on either side until the texts agree again."""
    for total in range(1, 2 * _PARTED):
        for skip in range(total + 1):
            a, b = i + skip, j + total - skip
            if old[a : a + _AGREED] == new[b : b + _AGREED]:
                return skip, total - skip
    return len(old) - i, 0
