import gzip
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "data" / "annotations"
ARTICLES = (
    Path(os.environ.get("SCORER_CORPORA", "../shared/corpora")) / "articles.jsonl.gz"
)
KINDS = {
    "named",
    "official",
    "organisation",
    "anonymous",
    "document",
    "media",
    "social_media",
    "unspecified",
}
SOURCES = [p.name for p in sorted(FOLDER.glob("sources*.jsonl"))]
AGAIN = [
    "loaded_second.jsonl",
    "spans_second.jsonl",
]  # of articles of the corpora's own
MARKED = [*AGAIN, *SOURCES]

needs_corpora = pytest.mark.skipif(
    not ARTICLES.exists(), reason="the shared corpora are not here"
)


def read(name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def marks(row: dict[str, Any]) -> list[list[Any]]:
    of_sources = [m for s in row.get("sources", ()) for m in s["mentions"]]
    return [*row.get("marks", ()), *of_sources]


@cache
def articles() -> dict[tuple[str, str], dict[str, Any]]:
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {(row["id"], row["set"]): row for row in rows}


@pytest.mark.parametrize("name", MARKED)
def test_each_article_stands_once_in_a_file_of_annotations(name: str) -> None:
    keys = [(row["id"], row["set"]) for row in read(name)]
    assert keys
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", MARKED)
def test_marks_are_places_in_the_headline_or_the_text(name: str) -> None:
    for row in read(name):
        for field, start, end, *pronoun in marks(row):
            assert field in {"title", "text"}
            assert 0 <= start < end
            assert pronoun in ([], [True])


@pytest.mark.parametrize("name", ["spans_second.jsonl", *SOURCES])
def test_sources_have_a_kind_mentions_in_order_and_a_relay_that_exists(
    name: str,
) -> None:
    for row in read(name):
        for number, source in enumerate(row["sources"]):
            assert set(source) <= {"kind", "via", "mentions", "only_relays"}
            assert source["kind"] in KINDS
            assert source["via"] in {None, *range(len(row["sources"]))} - {number}
            order = [(m[0] != "title", *m[1:3]) for m in source["mentions"]]
            assert order
            assert order == sorted(set(order))


@needs_corpora
@pytest.mark.parametrize("name", [*MARKED, "hedges.jsonl"])
def test_annotations_lie_inside_the_text_and_hold_whole_words(name: str) -> None:
    for row in read(name):
        article = articles()[row["id"], row["set"]]
        single = [[row["part"], row["start"], row["end"]]] if "part" in row else []
        for field, start, end, *_ in single or marks(row):
            text = article[field]
            assert end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert not text[start - 1 : start + 1].isalnum() or not start


@needs_corpora
def test_first_passes_are_of_new_articles_and_second_ones_of_known_ones() -> None:
    with gzip.open(
        ARTICLES.with_name("spans.jsonl.gz"), "rt", encoding="utf-8"
    ) as lines:
        known = {(row["id"], row["set"]) for row in map(json.loads, lines)}
    for name in SOURCES:
        assert not {(row["id"], row["set"]) for row in read(name)} & known
    for name in AGAIN:
        assert {(row["id"], row["set"]) for row in read(name)} <= known
    first = {(row["id"], row["set"]) for row in read("sources.jsonl")}
    assert {(row["id"], row["set"]) for row in read("sources_second.jsonl")} <= first
