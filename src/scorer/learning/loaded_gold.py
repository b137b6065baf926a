"""Texts in which loaded words are marked, read as documents."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scorer.document import Document
from scorer.reading import Reading
from scorer.types import Span

DATA = Path(__file__).parents[3] / "data"


class Marked(NamedTuple):
    """A text, where it is loaded, and which others it must be split with.

    Attributes:
        corpus: `spans`, `own`, `babe` or `basil`.
        group: Outlet or event: never on both sides of a split.
        loaded: What is marked.
        topic: What it is about, where that is known.
    """

    corpus: str
    group: str
    reading: Reading
    loaded: tuple[Span, ...]
    topic: str = ""


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_articles(corpora: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the articles by id and set."""
    rows = read_rows(corpora / "articles.jsonl.gz")
    return {(row["id"], row["set"]): row for row in rows}


def read_spans(corpora: Path) -> Iterator[Marked]:
    """Yield the articles whose loaded words were marked by hand."""
    articles = read_articles(corpora)
    for row in read_rows(corpora / "spans.jsonl.gz"):
        article = articles[row["id"], row["set"]]
        reading = _read(article["text"], article["title"] or None)
        spans = tuple(_places(reading.document.text, row["loaded"]))
        yield Marked("spans", article["outlet"], reading, spans)


def read_own(corpora: Path, data: Path = DATA) -> Iterator[Marked]:
    """Yield the articles marked for this project, which names only their places.

    A place counts the characters of the title, a line break and the text.
    """
    articles = read_articles(corpora)
    path = data / "annotations" / "loaded.jsonl"
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        article = articles.get((row["id"], row["set"]))
        if article is None:
            continue
        whole = f"{article['title'] or ''}\n{article['text']}"
        reading = _read(article["text"], article["title"] or None)
        strings = [whole[start:end] for start, end in row["loaded"]]
        spans = tuple(_places(reading.document.text, strings))
        yield Marked("own", article["outlet"], reading, spans)


def read_babe(corpora: Path) -> Iterator[Marked]:
    """Yield BABE's sentences, split by a hash of the sentence."""
    path = corpora / "loaded" / "babe.jsonl.gz"
    for n, row in enumerate(read_rows(path)):
        reading = _read(row["text"], None)
        spans = [
            Span(*match.span())
            for words in row["biased_words"]
            for match in _pattern(words).finditer(reading.document.text)
        ]
        topic = str(row["topic"])
        yield Marked("babe", str(n), reading, tuple(spans), topic)


def read_basil(corpora: Path) -> Iterator[Marked]:
    """Yield BASIL's articles, put together from their sentences."""
    articles: dict[str, list[dict[str, Any]]] = {}
    for row in read_rows(corpora / "loaded" / "basil_sentences.jsonl.gz"):
        articles.setdefault(row["article"], []).append(row)
    for name, rows in articles.items():
        title = next((r["text"] for r in rows if r["sid"] == "title"), None)
        body = "\n".join(r["text"] for r in rows if r["sid"] != "title")
        reading = _read(body, title)
        marks = [s["txt"] for r in rows for s in r["spans"] if s["bias"] == "lex"]
        spans = tuple(_places(reading.document.text, marks))
        yield Marked("basil", name.rsplit("_", 1)[0], reading, spans)


def _read(text: str, title: str | None) -> Reading:
    return Reading.of(Document.from_text(text, title=title))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def _places(text: str, strings: list[str]) -> Iterator[Span]:
    """Yield where the strings stand: the nth of a kind at its nth occurrence."""
    last: Counter[str] = Counter()
    for string in strings:
        match = re.compile(rf"(?<!\w){re.escape(string)}(?!\w)").search(
            text, last[string]
        )
        if match:
            last[string] = match.start() + 1
            yield Span(*match.span())
