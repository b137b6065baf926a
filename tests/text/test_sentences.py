"""Our sentences are those of NLTK's tokenizer with the same parameters."""

import gzip
import json
import os
import random
from itertools import islice
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from scorer.text import sentences
from scorer.text.sentences import find_sentences
from scorer.text.tables import load_table
from scorer.text.words import straighten

_UPPER_FIRST, _UPPER_INSIDE, _LOWER_INSIDE = 1 << 1, 1 << 2, 1 << 5
_CORPORA = Path(os.environ.get("SCORER_CORPORA", "../shared/corpora"))
_PIECES = [
    *[
        "Mr.",
        "Mrs.",
        "Dr.",
        "U.S.",
        "U.N.",
        "a.m.",
        "p.m.",
        "Sen.",
        "Gov.",
        "Jan.",
        "No.",
        "J.",
        "K.",
        "A.",
        "vs.",
        "v.",
    ],
    *[
        "the",
        "The",
        "he",
        "He",
        "in",
        "it",
        "It",
        "yes",
        "Yes",
        "after",
        "After",
        "Ostwick",
        "Brandt",
        "harbour",
        "we",
    ],
    *[
        "3.5",
        "2,000",
        "2021.",
        "1.",
        "14",
        "$3.50",
        "50%",
        "No.1",
        "e.g.",
        "i.e.",
        "www.ost.example",
        "x@y",
    ],
    *[
        "...",
        "…",
        ".",
        "..",
        "?",
        "!",
        "?!",
        "!!!",
        ":",
        ";",
        ",",
        "--",
        "—",
        "–",
        "-",
        "&",
        "*",
        "#",
        "@",
        "`",
        "_",
    ],
    *"\"'()[]{}“”‘’«»„",
    *["\n", "\n\n", "\t", " ", "  ", "\u00a0", "\u2028", "\r\n", "\x0c", ". . ."],
    *["é", "É", "İ", "ß", "ſ", "\u0301", "\u200b", "1", "0", "Ω", "中"],
]


class _Abbreviations(set[str]):
    """The abbreviations of a table, and all that are single letters with stops."""

    def __contains__(self, word: object) -> bool:
        parts = str(word).split(".")
        letters = len(parts) > 1 and all(len(p) == 1 and p.isalpha() for p in parts)
        return letters or super().__contains__(word)


@pytest.fixture(scope="module")
def nltk_punkt() -> PunktSentenceTokenizer:
    """NLTK's tokenizer with the parameters of our table."""
    table = load_table("punkt")
    parameters = PunktParameters()
    parameters.abbrev_types = _Abbreviations(table["abbreviations"])
    parameters.sent_starters = set(table["starters"])
    parameters.collocations = {tuple(pair) for pair in table["collocations"]}
    for word in table["lower_unless_first"]:
        parameters.ortho_context[word] = _UPPER_FIRST | _LOWER_INSIDE
    for word in table["lower_or_upper"]:
        parameters.ortho_context[word] = _UPPER_FIRST | _UPPER_INSIDE | _LOWER_INSIDE
    return PunktSentenceTokenizer(parameters)


def _agree(punkt: PunktSentenceTokenizer, text: str) -> int:
    with patch.object(sentences, "goes_on", lambda *_: False):  # ours, not NLTK's
        ours = [tuple(span) for span in find_sentences(text)]
    theirs = list(punkt.span_tokenize(text))
    assert ours == theirs, text
    return len(ours)


def test_equals_nltk_on_thousands_of_sentences(
    nltk_punkt: PunktSentenceTokenizer,
) -> None:
    draw = random.Random(3)  # noqa: S311 no secret
    words = [
        "the",
        "harbour",
        "Brandt",
        "waited",
        "He",
        "after",
        "U.S.",
        "Q.T.Z.",
        "J.",
        "Dr.",
    ]
    seen = 0
    for _ in range(5000):
        pieces = draw.choices(words, k=12) + draw.choices(_PIECES, k=8)
        draw.shuffle(pieces)
        glue = draw.choice(["", " ", " ", " "])
        seen += _agree(nltk_punkt, glue.join(pieces))
    assert seen > 8000


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_equals_nltk_on_hostile_text(
    nltk_punkt: PunktSentenceTokenizer, text: str
) -> None:
    _agree(nltk_punkt, text)


@given(st.text(alphabet="ab AB.?!\"'()1\n,-’”", max_size=30))
def test_equals_nltk_on_noise(nltk_punkt: PunktSentenceTokenizer, text: str) -> None:
    _agree(nltk_punkt, text)


def test_equals_nltk_on_the_corpora(nltk_punkt: PunktSentenceTokenizer) -> None:
    path = _CORPORA / "articles.jsonl.gz"
    if not path.exists():
        pytest.skip("the corpora are not here")
    seen = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, 150):
            text = json.loads(line)["text"]
            seen += _agree(nltk_punkt, straighten(text))
    assert seen > 2000


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Ash met Dr. Brandt.| They spoke.",
        "J. K. Ash left the U.S. in May.| He is back.",
        "It cost 3.5 million.| Nobody paid.",
        '"It rained," he said.| "Then it stopped."| Nobody came.',
        "Why?| Because!| So there.",
        "(It rained.)| It stopped.",
        "He said: 'It is over.'| Then he left.",
        "At 7 p.m. the doors closed.",
        "Sen. Ada Lind (R-Ohio.) said no.| He left.",
        "Ada Lind (D-Mo.), who left, said no.",
        '"Why?" she asked.| "No!" he said.| He left.',
        '"Why?" Ada Lind asked.| "No!" Mr. Ash said.| He left.',
        '"Is it so?"| But Ada said that it was.',
        '"No!"| Ada Lind said the dam held.',
        "“Lock it up!” they chanted.",
        "E! says so.| Stop!| Nobody did.",
        "It was signed on Sept. 14 in Lund.| He left in Sept.| It rained.",
        "Prof. Ada Lind met Capt. Ash.| No. 3 won.| He said no.| They left.",
        "Ostal Corp. said so.| It moved to Lund Corp.| Nobody knew.",
        "They are . . . both lawful.| Yes.",
        "it rained.| it stopped.",
        "The Q.T.Z. said so.| The Q.T.Z. Council met the Q.T.Z. board.| It is late.",
    ],
)
def test_ends_sentences_where_a_reader_would(marked: str) -> None:
    text = marked.replace("|", "")
    found = [span.of(text) for span in find_sentences(text)]
    assert found == [part.strip() for part in marked.split("|")]


def test_a_stretch_of_a_text_is_read_like_a_text_of_its_own() -> None:
    text = "He left. It rained in the U.S. on Sunday. “Yes.” He said no."
    for start in range(0, len(text), 3):
        for end in range(start, len(text), 7):
            alone = [(a + start, b + start) for a, b in find_sentences(text[start:end])]
            assert [tuple(s) for s in find_sentences(text, start, end)] == alone
