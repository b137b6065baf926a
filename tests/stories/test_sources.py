import pytest

from scorer.document import Document
from scorer.reading import Reading
from scorer.stories.credits import credit
from scorer.stories.names import name_of, same_medium, same_source
from scorer.stories.utterances import content_words, likeness


def words(text: str) -> dict[str, float]:
    reading = Reading.of(Document.from_text(text))
    return content_words(reading, [(0, len(reading.words))])


SAID = "No village on this coast will be left without light this winter"


@pytest.mark.parametrize(
    "other",
    [
        "not one village on the coast would be without light over winter",
        "every village along this coast has light for the winter",
        "No village on this coast",
    ],
)
def test_the_same_words_are_known_when_translated_or_trimmed(other: str) -> None:
    assert likeness(words(SAID), words(other)) > 0.5


def test_other_words_on_the_same_matter_are_not_the_same_utterance() -> None:
    other = "the grid in the villages was damaged by frost and must be replaced"
    assert likeness(words(SAID), words(other)) < 0.4


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("named", "Dr Lena Quist", "Quist", True),
        ("named", "Lena Quist, the harbour master", "harbour master Lena Quist", True),
        ("named", "Lena Quist", "Tor Quist", False),
        ("named", "Lena Quist", "Lena Holt", False),
        ("official", "the Tarvik coastguard", "a coastguard spokesman", True),
        ("official", "Tarvik police", "Morwen police", False),
        ("official", "officials", "officials", False),
        ("anonymous", "a neighbour", "a neighbour", False),
        ("organisation", "Straitline", "a statement by Straitline", True),
    ],
)
def test_names_tell_who_is_who_between_articles(
    kind: str, one: str, other: str, *, same: bool
) -> None:
    assert same_source(name_of(kind, [one]), name_of(kind, [other])) is same


def test_an_outlet_is_known_with_and_without_its_article() -> None:
    assert same_medium("The Tarvik Echo", "Tarvik Echo")
    assert not same_medium("Tarvik Echo", "Morwen Echo")
    assert not same_medium("", "Morwen Echo")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "TARVIK, May 3 (Norvik News Agency) - A ferry ran aground.",
            "Norvik News Agency",
        ),
        ("A ferry ran aground off Skarnholm.\n\nSource: Reuters", "Reuters"),
        ("A ferry ran aground off Skarnholm last night. (AFP)", "AFP"),
        ("A ferry ran aground.\n\nReporting by Norvik Newswire", "Norvik Newswire"),
        ("The party (PA) asked for a vote, and the ferry ran aground off Tarvik.", ""),
        ("He told Reuters that the ferry had been late all week. It sank.", ""),
    ],
)
def test_credits_name_the_agency_and_mentions_do_not(text: str, agency: str) -> None:
    document = Document.from_text(text)
    found = credit(document)
    assert (found.of(document.text) if found else "") == agency
