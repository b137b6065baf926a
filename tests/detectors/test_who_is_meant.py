"""Whom a source's words mean, where they are not the name by which it was met."""

import pytest

import scorer
from scorer.document import Document
from scorer.types import Annotation


def sources(text: str, title: str | None = None) -> list[Annotation]:
    marks = scorer.annotate(Document.from_text(text, title=title))
    return [a for a in marks if a.label == "attribution.source"]


def count(text: str, title: str | None = None) -> int:
    return len({a.source for a in sources(text, title)} - {None})


def words(text: str) -> list[str]:
    return [a.span.of(text) for a in sources(text)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Few liked the plan of Senator Ada Lind. Lind said it was short. Paul"
            " Orlen was away. The lawmaker said that it would pass."
        ),
        (
            "Paul Orlen said the plan was sound. The Brennish lawmaker said that it"
            " would pass."
        ),
        (
            "According to the Ostal Times, two men left the bank at noon. The report"
            " said that they had keys."
        ),
        (
            "An article in the Ostal Times said two men left the bank at noon. The"
            " Ostal Times said that they had keys."
        ),
        (
            "The Department of Boats and Lake Keys said the pier was shut. The BLK"
            " said that it would open."
        ),
        (
            "Rosa Caputo-Lind said the shop was dark. Caputo-Lind said that it was"
            " cold as well."
        ),
        (
            "Brian Orlen of the Lund County Office said the pier was shut. Orlen said"
            " that it would open."
        ),
        (
            "A spokesman for the patrol, Sgt. Mark Orlen, said the pier was shut. Orlen"
            " said that it would open."
        ),
        (
            "Orlen's brother, Eric, said the shop was dark. Eric said that it was cold"
            " as well."
        ),
        (
            "A survey found that the town is split. Older drivers (47%) said that the"
            " plan would fail."
        ),
        "One aide said the talks had failed. The same aide said that all had left.",
    ],
)
def test_other_words_for_a_source_make_no_other_source(text: str) -> None:
    assert count(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "The study's lead author Dr. Ada Lind, a surgeon, said that tea helps. The"
            " researchers said that more work was needed."
        ),
        (
            "The Harbour Board said the pier was shut. It was rainy. Nobody came. The"
            " boats lay still. Deputies from ten towns signed a public statement."
            ' The statement reads: "The pier must open."'
        ),
        "Vice President Ada Lind said no. Later the president said that he agreed.",
    ],
)
def test_who_is_somebody_else_is_another_source(text: str) -> None:
    assert count(text) == 2


def test_a_headline_means_whom_the_text_names() -> None:
    text = "Harbour Chief Ada Lind said the port would close. Lind said why."
    assert count(text, "Former Harbour Chief Ada Lind Reportedly Says Why") == 1
    assert count(text, "Harbour Chief Says Port To Close") == 1


def test_a_headline_alone_makes_nobody_a_source() -> None:
    text = "Ada Lind said the port would close. Lind said that 300 ships had left."
    assert count(text, "Harbour Terrified Rose Orlen Says Boats Will Go") == 1


def test_rumours_without_an_owner_are_no_source() -> None:
    assert count("Reports indicated that the port would close on Monday.") == 0


def test_a_pronoun_means_who_was_met_and_opens_the_sentence_before() -> None:
    text = (
        "Ada Lind said the port would close. Paul Orlen said that it would not. It"
        " rained. Lind went home on Friday. She said that all had been told."
    )
    found = sources(text)
    assert found[-1].source == found[0].source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was Ada Lind, who said that the port would close.", "Ada Lind, who"),
        ("Orlen has in three weeks claimed that it held.", "Orlen"),
        ("Troops made “large gains”, according to OST, although few saw it.", "OST"),
        (
            "“It held all night” says harbour professor Paul Orlen. It rained.",
            "harbour professor Paul Orlen",
        ),
    ],
)
def test_the_words_of_a_source_are_those_that_name_it(text: str, source: str) -> None:
    assert words(text) == [source]


def test_a_readout_that_something_is_according_to_is_a_source() -> None:
    assert count("The two men spoke for an hour, according to a readout.") == 1


def test_what_goes_according_to_plan_is_told_by_nobody() -> None:
    assert count("The bridge will open in May, if all goes according to plan.") == 0
