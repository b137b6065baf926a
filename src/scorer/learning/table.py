"""The feature table: what the model is fitted from, numbers only.

One row for each article that was read, or that carries another label that the
model is measured by, and a sample of every other outlet's articles. Outlets are
numbers; no text is in it.
"""

import csv
import gzip
import io
import json
import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from scorer.features import NAMES, SCHEMA, digest, schema_digest
from scorer.learning import reference
from scorer.learning.agreement import agreement_of_own, self_agreement
from scorer.learning.corpora import (
    READINGS,
    Row,
    mean_reading,
    read_own,
    read_readings,
    read_rows,
)
from scorer.learning.measuring import LEARNED, measure_all
from scorer.learning.selection import choose_articles
from scorer.learning.wording import FOLDS

GENRES: Final = (
    "news",
    "brief",
    "analysis",
    "opinion",
    "advice",
    "interview",
    "press_release",
    "celebrity",
    "satire",
    "other",
)
LABELS: Final = (
    "outlet_quality",
    "leaning",
    "health_criteria_met",
    "hyperpartisan",
    "uk_quality_paper",
    "year",
)
KEYS: Final = (
    "id",
    "set",
    "outlet",
    "fold",
    "weight",
    "genre",
    "own_reading",
    "whole_words",
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_LEANINGS: Final = {"left": -1, "centre": 0, "right": 1}
_PAPERS: Final = {"tabloid": 0, "broadsheet": 1}


def build(corpora: Path, out: Path, jobs: int = 2) -> dict[str, Any]:
    """Measure the labelled articles and write the table and a note beside it.

    Args:
        corpora: Folder with the articles, their readings and their outlets.
        out: The table, `.csv.gz`; the note gets its name with `.json`.
        jobs: Processes to measure in.
    """
    readings = read_readings(corpora)
    leanings = {
        r["outlet"]: r.get("leaning") for r in read_rows(corpora / "outlets.jsonl.gz")
    }
    articles = choose_articles(list(read_rows(corpora / "articles.jsonl.gz")), readings)
    numbers = {o: i for i, o in enumerate(sorted({a["outlet"] for a in articles}))}
    measured = measure_all(articles, readings, corpora, jobs)
    counts = Counter(a["outlet"] for a in articles)
    beside = reference.tfidf_columns(articles, readings)
    rows = []
    for n, (article, values) in enumerate(zip(articles, measured, strict=True)):
        key = (article["id"], article["set"])
        row = {
            "id": article["id"],
            "set": article["set"],
            "outlet": numbers[article["outlet"]],
            "fold": article["fold"],
            "weight": counts[article["outlet"]] ** -0.5,
            "whole_words": len(article["text"].split()),
        }
        row |= _labels(article, leanings)
        row |= _reading(readings.get(key))
        row |= values
        row |= {name: float(column[n]) for name, column in beside.items()}
        rows.append(row)
    _write(rows, out)
    note = _note(corpora, readings, rows)
    out.with_name(out.name.split(".")[0] + ".json").write_text(
        json.dumps(note, indent=1) + "\n", "utf-8"
    )
    return note


def columns() -> tuple[str, ...]:
    """Return the table's columns, in order."""
    without = (f"{name}_without_{k}" for k in FOLDS for name in LEARNED)
    parts = (f"reading_{name}" for name in READINGS)
    return (*KEYS, *LABELS, *parts, *reference.NAMES, *NAMES, *without)


def _labels(article: Row, leanings: Mapping[str, str | None]) -> dict[str, Any]:
    leaning = leanings.get(article["outlet"])
    hyper = article.get("hyperpartisan")
    return {
        "outlet_quality": article.get("quality"),
        "leaning": _LEANINGS.get(leaning) if leaning else None,
        "health_criteria_met": article.get("health_criteria_met"),
        "hyperpartisan": None if hyper is None else int(str(hyper).lower() == "true"),
        "uk_quality_paper": _PAPERS.get(article.get("paper", "")),
        "year": _year(article.get("date") or ""),
    }


def _year(date: str) -> str | None:
    found = _YEAR.search(date)
    return found[0] if found else None


def _reading(rows: list[Row] | None) -> dict[str, Any]:
    if not rows or rows[0]["confidence"] == 0:
        return {}
    means = {f"reading_{name}": value for name, value in mean_reading(rows).items()}
    own = int("own" in rows[0])
    return means | {"genre": GENRES.index(rows[0]["genre"]), "own_reading": own}


def _cell(value: Any) -> str:  # noqa: ANN401 - a cell holds a number or a name
    if value is None or value != value:  # noqa: PLR0124 - NaN differs from itself
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _write(rows: list[dict[str, Any]], out: Path) -> None:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    names = columns()
    table.writerow(names)
    for row in rows:
        table.writerow([_cell(row.get(name)) for name in names])
    out.parent.mkdir(parents=True, exist_ok=True)
    # Without a time stamp the same rows are the same bytes.
    out.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def _note(
    corpora: Path,
    readings: Mapping[tuple[str, str], list[Row]],
    rows: list[dict[str, Any]],
) -> dict[str, Any]:
    return {
        "about": "Written by `scorer features`; numbers only, one row an article.",
        "schema": schema_digest(),
        "features_digest": digest(),
        "features": {f.name: f"{f.meaning} [{f.unit}]" for f in SCHEMA},
        "genres": GENRES,
        "rows": len(rows),
        "rows_read": sum("reading_quality" in row for row in rows),
        "rows_read_own": sum(row.get("own_reading", 0) for row in rows),
        "outlets": len({row["outlet"] for row in rows}),
        "self_agreement": self_agreement(readings),
        "agreement_of_own": agreement_of_own(readings, read_own()),
        "corpora": {
            name: sha256((corpora / name).read_bytes()).hexdigest()
            for name in ("articles.jsonl.gz", "ratings.jsonl.gz", "outlets.jsonl.gz")
        },
    }
