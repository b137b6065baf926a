"""The attributions marked for this project stand where they say."""

import gzip
import json
import os
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest

from scorer.detectors.attributions import DETECTOR
from scorer.learning.credited import CREDITED, read_credited
from scorer.learning.places import places

CORPORA = Path(os.environ.get("SCORER_CORPORA", "../shared/corpora"))
KINDS = {
    label.removeprefix("source.")
    for label, _ in DETECTOR.labels
    if label.startswith("source.")
}
needs_corpora = pytest.mark.skipif(
    not CORPORA.exists(), reason="the corpora are not here"
)


def rows() -> list[dict[str, Any]]:
    with gzip.open(CREDITED, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def test_every_mark_has_a_number_a_kind_and_a_place() -> None:
    assert len({(row["id"], row["set"]) for row in rows()}) == len(rows()) > 600
    for mark in (mark for row in rows() for mark in row["marks"]):
        assert set(mark) <= {"number", "kind", "source", "cue"}
        assert mark["number"] > 0
        assert mark["kind"] in KINDS
        assert ("source" in mark) == (mark["kind"] != "unspecified")
        for role in {"source", "cue"} & set(mark):
            start, end = mark[role]
            assert 0 <= start < end


def test_no_text_stands_among_the_marks() -> None:
    words = {key for row in rows() for key in row}
    assert words == {"id", "set", "sitting", "marks"}


@pytest.mark.parametrize(
    ("given", "parsed"),
    [("a  b c", "a b c"), ("one -- two", "one – two"), ("x\u200by z", "xy z")],
)
def test_characters_are_found_where_parsing_mended_a_text(
    given: str, parsed: str
) -> None:
    found = places(given, parsed)
    assert parsed[found[-1]] == given[-1]
    assert parsed[found[0]] == given[0]


@needs_corpora
def test_marks_are_whole_words_of_their_articles() -> None:
    some = list(islice(read_credited(CORPORA), 5))
    assert any(marked.attributions for marked in some)
    for marked in some:
        text = marked.reading.document.text
        for span in chain.from_iterable(r.values() for r in marked.attributions):
            assert span.of(text) == span.of(text).strip()
            begun = span.start and text[span.start - 1 : span.start + 1].isalnum()
            assert not begun
