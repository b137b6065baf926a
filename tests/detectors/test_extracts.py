"""What a page takes over under the name of a medium is that medium's."""

import pytest

import scorer
from scorer.document import Document
from scorer.types import Annotation


def marks(text: str) -> list[Annotation]:
    return list(scorer.annotate(Document.from_text(text)))


def credited(text: str) -> dict[str, str]:
    return {a.label: a.span.of(text) for a in marks(text)}


@pytest.mark.parametrize(
    "text",
    [
        "It is a scandal. From the Tarvik Herald: The mayor sold the bridge in May.",
        "It is a scandal.\nVia Tarvik News:\nThe mayor sold the bridge in May.",
    ],
)
def test_a_line_that_names_where_the_next_words_are_from_credits_them(
    text: str,
) -> None:
    found = credited(text)
    assert "Tarvik" in found["attribution.source"]
    assert "source.media" in found
    assert found["attribution.content"].startswith("The mayor sold")


@pytest.mark.parametrize(
    "text",
    [
        "From Tarvik: it took him two hours to reach the bridge.",
        "From Ada Lind: thanks for all the letters that you sent us.",
        "From Tarvik Herald readers came many letters about the bridge.",
        "From the start: nobody knew where the bridge would lead.",
    ],
)
def test_other_words_after_from_credit_nothing(text: str) -> None:
    assert "attribution.source" not in credited(text)
