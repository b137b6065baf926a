"""The articles whose attributions were marked for this project.

`data/annotations/attributions.jsonl.gz` names only places: offsets into the title, a
line break and the text as they came. Each mark is a source and the cue that credits
something to it, the shortest words of either; what was said is not marked.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from scorer.document import Document
from scorer.learning.corpora import read_rows, seen_part
from scorer.learning.places import places
from scorer.learning.polnear import Marked
from scorer.reading import Reading
from scorer.types import Span

CREDITED: Final = (
    Path(__file__).parents[3] / "data" / "annotations" / "attributions.jsonl.gz"
)


def read_credited(corpora: Path, path: Path = CREDITED) -> Iterator[Marked]:
    """Yield the marked articles that the hand-marked `spans` do not have.

    Those are measured on. A mark that nobody is named for is a cue without a source.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = {(row["id"], row["set"]): row["marks"] for row in map(json.loads, lines)}
    measured = {(r["id"], r["set"]) for r in read_rows(corpora / "spans.jsonl.gz")}
    for article in read_rows(corpora / "articles.jsonl.gz"):
        key = article["id"], article["set"]
        if key in rows and key not in measured:
            yield _marked(article, rows[key])


def _marked(article: dict[str, Any], marks: list[dict[str, Any]]) -> Marked:
    title, text = article["title"] or "", seen_part(article["text"])
    document = Document.from_text(text, title=title or None)
    given = f"{title}\n{text}"
    added = bool(title) and not text.lstrip().startswith(title)
    skipped = 0 if added else len(title) + 1
    place = places(given[skipped:], document.text)
    found: list[dict[str, Span]] = []
    for mark in marks:
        roles: dict[str, Span] = {
            role: Span(place[start - skipped], place[end - 1 - skipped] + 1)
            for role in ("source", "cue")
            if role in mark and (start := mark[role][0]) >= skipped
            for end in mark[role][1:]
        }
        if "cue" in roles:
            found.append(roles)
    return Marked(Reading.of(document), found)
