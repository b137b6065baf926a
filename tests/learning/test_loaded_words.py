"""What is lent from word to word, and what a sentence's tone does to its words."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from scorer.document import Document
from scorer.learning.loaded_company import Company
from scorer.learning.loaded_gold import Marked
from scorer.learning.loaded_guesses import guess
from scorer.reading import Reading
from scorer.types import Span

NOUNS = ["barge", "ferry", "tram", "mill", "dam", "kiln", "quay", "weir", "lock"]


def _write_articles(folder: Path, lines: list[str]) -> None:
    with gzip.open(folder / "articles.jsonl.gz", "wt", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps({"title": "", "text": line}) + "\n")


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    folder = tmp_path_factory.mktemp("corpora")
    lines = []
    for noun in NOUNS:
        lines += [f"what a {word} {noun} they built" for word in ("vile", "foul")]
        lines += [f"{word} of them saw the {noun}" for word in ("seven", "eight")]
    _write_articles(folder, lines)
    return Company(folder)


def test_words_in_the_same_company_are_alike(company: Company) -> None:
    def alike(a: str, b: str) -> float:
        return float(np.dot(company.of(a), company.of(b)))

    assert alike("vile", "foul") > alike("vile", "seven")
    assert alike("seven", "eight") > alike("seven", "foul")


def test_a_rare_word_keeps_no_company(company: Company) -> None:
    assert not company.of("orchid").any()
    assert "orchid" not in company.places


def test_the_same_articles_give_the_same_vectors(tmp_path: Path) -> None:
    _write_articles(tmp_path, ["the ferry left the quay at noon"] * 9)
    first, second = Company(tmp_path), Company(tmp_path)
    assert first.places == second.places
    assert np.array_equal(first.vectors, second.vectors)


def _marked(text: str, loaded: str) -> Marked:
    reading = Reading.of(Document.from_text(text))
    at = text.find(loaded) if loaded else -1
    spans = (Span(at, at + len(loaded)),) if at >= 0 else ()
    return Marked("babe", "0", reading, spans)


def test_a_word_that_nobody_marked_is_guessed_from_those_like_it(
    company: Company,
) -> None:
    texts = [_marked(f"What a vile {noun} it was.", "vile") for noun in NOUNS]
    texts += [_marked(f"Then seven saw the {noun}.", "") for noun in NOUNS]
    wanted = sorted(company.places)
    guesses = guess(texts, company, {}, wanted)
    assert guesses["foul"] > guesses["eight"]
