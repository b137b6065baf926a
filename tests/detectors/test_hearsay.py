"""Nouns that bring in what nobody is named for: rumours that, allegations that."""

import pytest

import scorer
from scorer.document import Document
from tests.detectors.spans import marked


def unspecified(text: str) -> list[str]:
    return marked(text, "source.unspecified")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (
            "There is no truth to rumors that Brenn and Lind parted.",
            "rumors",
        ),
        ("The drills have fed rumours that it might launch a raft.", "rumours"),
        ("There were suggestions they are set on hijacking the move.", "suggestions"),
        ("The plan was dropped amid reports that the bank had failed.", "reports"),
        ("Lind denied allegations that he had taken money.", "allegations"),
    ],
)
def test_talk_that_a_clause_follows_names_nobody(text: str, noun: str) -> None:
    assert noun in unspecified(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's allegations that he had taken money were false.",
        "He repeated his suggestions that the gate be shut.",
        "The bank confirmed rumours that first surfaced in November.",
        "The Echo reports that the gate was shut.",
        "She claims that the gate was shut.",
        "Allegations that surfaced in May were dropped.",
    ],
)
def test_talk_with_an_owner_or_of_its_own_is_left_alone(text: str) -> None:
    assert unspecified(text) == []


def test_news_reports_are_at_least_a_kind_of_source() -> None:
    text = "He responded to news reports that Ostal had obtained the file."
    labels = {
        a.span.of(text): a.label
        for a in scorer.annotate(Document.from_text(text))
        if a.label.startswith("source.")
    }
    assert labels == {"news reports": "source.media"}
