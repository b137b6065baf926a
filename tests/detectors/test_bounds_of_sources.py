"""What is cut off a source, and which words are part of the cue beside it."""

import pytest

from tests.detectors.spans import marked


def sources(text: str) -> list[str]:
    return marked(text, "attribution.source")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Lind screened a video that said the gate was shut.", "a video"),
        ("The port on Monday said that the gate was shut.", "The port"),
        ("Ada Lind last week said that the gate was shut.", "Ada Lind"),
        ("He either says that the gate is shut or he leaves.", "He"),
        ("USA Today said that the gate was shut.", "USA Today"),
        (
            "Entertainment Tonight reports that the pair have met.",
            "Entertainment Tonight",
        ),
        ("Ada Lind has met both sides, saying that the gate was shut.", "Ada Lind"),
    ],
)
def test_a_source_ends_where_it_ends(text: str, source: str) -> None:
    assert source in sources(text)


def test_a_clause_before_the_cue_gives_its_subject() -> None:
    text = (
        "Last month, two members of the harbour board turned to the bank of Ostal to"
        " ask for a loan and to sell two of its older ships, citing the rotten pier."
    )
    assert sources(text) == ["two members of the harbour board"]


def test_what_follows_a_source_at_the_head_of_a_sentence_is_said() -> None:
    text = (
        "According to data from the port of Brenn, Ostal saw around 4,800 boats across"
        " more than 1,000 quays from May to June."
    )
    assert sources(text) == ["data from the port of Brenn"]
    (content,) = marked(text, "attribution.content")
    assert content.startswith("Ostal saw")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The principal said it was closed.", "The principal"),
        ("“It was closed,” attorneys for the family said.", "attorneys for the family"),
        ("“It was closed,” the assembly said.", "the assembly"),
    ],
)
def test_who_speaks_is_no_part_of_the_cue(text: str, source: str) -> None:
    assert sources(text) == [source]
    assert marked(text, "attribution.cue") == ["said"]


def test_an_adverb_or_auxiliary_is_part_of_the_cue() -> None:
    assert marked("Ada Lind has also said that it rained.", "attribution.cue") == [
        "has also said"
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Sen. Ada Lind (R-Ohio.) said she did not agree.", "Sen. Ada Lind (R-Ohio"),
        ("“It fell,” Rep. Ada Lind (D-Mo.) said on Friday.", "Rep. Ada Lind (D-Mo"),
    ],
)
def test_a_party_in_brackets_ends_no_sentence(text: str, source: str) -> None:
    (found,) = sources(text)
    assert found.startswith(source)


@pytest.mark.parametrize(
    "text",
    [
        "Orlen requested more information about the dam from the port.",
        "Orlen did not say anything about the dam before the show.",
    ],
)
def test_who_only_asks_or_keeps_silent_is_no_source(text: str) -> None:
    assert sources(text) == []


def test_who_asks_in_their_own_words_is_a_source() -> None:
    assert sources("“Why was the gate shut?” Orlen asked.") == ["Orlen"]


def test_who_did_one_thing_said_the_next() -> None:
    text = "He sent her photos of himself, called her “baby,” and said that he left."
    assert sources(text) == ["He", "He"]


def test_no_one_is_no_source() -> None:
    assert sources("No one is saying that they should be quiet.") == []
    assert sources("It could go wrong. And that says nothing of what it costs.") == []


def test_that_report_keeps_its_determiner() -> None:
    assert sources("That report said the gate was shut.") == ["That report"]


def test_who_is_cited_by_a_source_is_one_with_it() -> None:
    text = "According to industry sources cited by the Ostal Tides, the boat is new."
    assert sources(text) == ["industry sources cited by the Ostal Tides"]
