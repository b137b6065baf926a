"""Pages whose lines are labelled, by hand or by what extractors left of them."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scorer.text.normalise import normalise


class Page(NamedTuple):
    """The lines of one article, and the kind of each that is not blank.

    In a page labelled by machine the kind is body, chrome or mixed, and `inside`
    holds the lines that stand within the article.
    """

    id: str
    title: str | None
    lines: list[str]
    kinds: dict[int, str]
    inside: frozenset[int] = frozenset()


def read_all(corpora: Path, data: Path) -> list[Page]:
    """Return every page labelled by hand."""
    return [
        *read_labelled(corpora, corpora / "segments" / "lines.jsonl.gz"),
        *read_labelled(corpora, data / "annotations" / "lines.jsonl"),
        *read_invented(data / "pages_invented.txt"),
    ]


def read_labelled(corpora: Path, labels: Path) -> list[Page]:
    """Return the articles of the corpora whose lines a file labels."""
    named = {(row["id"], row["set"]): row["labels"] for row in _rows(labels)}
    return [
        _page(row, named[row["id"], row["set"]])
        for row in _rows(corpora / "articles.jsonl.gz")
        if (row["id"], row["set"]) in named
    ]


def read_invented(path: Path) -> list[Page]:
    """Return the pages of a text file that gives each line's kind before a tab."""
    pages: list[Page] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("=== "):
            pages.append(Page(line, None, [], {}))
        elif pages and "\t" in line:
            kind, _, text = line.partition("\t")
            if text:
                pages[-1].kinds[len(pages[-1].lines)] = kind
            pages[-1].lines.append(text)
    return pages


def read_extracted(corpora: Path) -> list[Page]:
    """Return what extractors left of saved pages, labelled by overlap with the body."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in _rows(corpora / "pages" / "extractor_lines.jsonl.gz"):
        found.setdefault((row["page"], row["extractor"]), []).append(row)
    return [_extracted(name, rows) for (name, _), rows in found.items()]


def _extracted(name: str, rows: list[dict[str, Any]]) -> Page:
    lines = [_plain(row["text"]) for row in rows]
    places = [i for i, line in enumerate(lines) if line]
    return Page(
        name,
        None,
        lines,
        {i: rows[i]["label"] for i in places},
        frozenset(i for i in places if rows[i]["pos"] == "inside"),
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _page(row: dict[str, Any], labels: dict[str, list[int]]) -> Page:
    lines = [_plain(line) for line in row["text"].split("\n")]
    kinds = {i: "body" for i, line in enumerate(lines) if line}
    for kind, numbers in labels.items():
        kinds.update(dict.fromkeys([number - 1 for number in numbers], kind))
    return Page(row["id"], row["title"], lines, kinds)


def _plain(line: str) -> str:
    return " ".join(normalise(line).text.split())
