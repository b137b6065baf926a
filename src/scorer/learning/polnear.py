"""PolNeAR's marked articles, read as documents and placed in their text."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scorer.document import Document
from scorer.learning.places import places
from scorer.reading import Reading
from scorer.types import Span

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
    place = places(row["text"], document.text)
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
