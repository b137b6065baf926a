"""Read the labelled articles; everything about their files is known here only."""

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from scorer.document import Document
from scorer.errors import TrainingError

READINGS: Final = (
    "attributed",
    "sources",
    "independent",
    "single_source",
    "anonymous",
    "relayed",
    "certainty_fit",
    "headline_fit",
    "headline_loaded",
    "loaded",
    "other_side",
    "page_noise",
    "quality",
    "sensational",
    "confidence",
)
OWN: Final = Path(__file__).parents[3] / "data" / "annotations" / "readings.csv.gz"
_SEEN_WORDS: Final = 850  # readers saw an article up to the line that passes these

Row = Mapping[str, Any]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a gzipped file of JSON lines.

    Raises:
        TrainingError: The file is not there.
    """
    if not path.exists():
        raise TrainingError(f"{path} is missing; name the folder of the corpora.")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_readings(corpora: Path, own: Path = OWN) -> dict[tuple[str, str], list[Row]]:
    """Return the readings of each article, by its id and set.

    Those made for this project come in where the corpora have none; what both have
    read serves to compare the readers and teaches nothing twice.
    """
    readings: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for rating in read_rows(corpora / "ratings.jsonl.gz"):
        readings[rating["id"], rating["set"]].append(rating)
    first = set(readings)
    for row in read_own(own):
        if (row["id"], row["set"]) not in first:
            readings[row["id"], row["set"]].append({**row, "own": True})
    return dict(readings)


def read_own(path: Path = OWN) -> Iterator[Row]:
    """Yield the readings made for this project; none where it has no such file."""
    if not path.exists():
        return
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            marks = {name: float(row[name]) if row[name] else None for name in READINGS}
            yield {"id": row["id"], "set": row["set"], "genre": row["genre"]} | marks


def mean_reading(rows: list[Row]) -> dict[str, float]:
    """Average the readings of one article; what nobody could rate is left out."""
    means = {}
    for name in READINGS:
        values = [row[name] for row in rows if row[name] is not None]
        if values:
            means[name] = sum(values) / len(values)
    return means


def seen_part(text: str) -> str:
    r"""Cut a text where the readers' copy ended.

    Example:
        >>> len(seen_part("word " * 900 + "\nThe rest.").split())
        900
    """
    lines, words = [], 0
    for line in text.split("\n"):
        lines.append(line)
        words += len(line.split())
        if words > _SEEN_WORDS:
            break
    return "\n".join(lines)


def to_document(row: Row, *, seen: bool) -> Document:
    """Parse an article, as the readers saw it or whole."""
    text = seen_part(row["text"]) if seen else row["text"]
    return Document.from_text(text, title=row.get("title") or None)
