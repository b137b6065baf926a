"""Which words are the source, where others stand nearer to the cue."""

import pytest

import scorer
from scorer.document import Document
from tests.detectors.spans import marked


def sources(text: str) -> list[str]:
    return marked(text, "attribution.source")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The number of cases rose by 58, said a health ministry spokesman.",
            "a health ministry spokesman",
        ),
        (
            "The pier is likely to be shut, said a senior official of the port.",
            "a senior official of the port",
        ),
        (
            "“We see a fine year,” David Orlen, the bank’s chief analyst, wrote.",
            "David Orlen, the bank’s chief analyst",
        ),
        (
            "“We see a fine year,” David Orlen, the bank’s chief analyst wrote to us.",
            "David Orlen, the bank’s chief analyst",
        ),
        (
            "David Orlen, head of the League for a Drier Lund, told the Echo so.",
            "David Orlen, head of the League for a Drier Lund",
        ),
        ("Orlen himself said that he was well.", "Orlen himself"),
    ],
)
def test_a_source_is_named_whole(text: str, source: str) -> None:
    assert sources(text) == [source]


def test_whom_a_report_is_about_is_not_its_source() -> None:
    text = "David Orlen, 45, was held on Monday, the Echo, a local paper, reported."
    assert sources(text) == ["the Echo, a local paper"]


def test_whoever_is_cut_off_from_what_follows_is_no_source_of_it() -> None:
    text = "David Orlen, a baker, left early, police in Lund said on Monday."
    assert sources(text) == ["police in Lund"]


def test_a_subject_before_the_cue_stays_the_source() -> None:
    text = "Orlen, a baker, said a friend had burst in with the news."
    assert sources(text) == ["Orlen, a baker"]


def test_who_goes_on_speaking_is_who_spoke() -> None:
    text = (
        "The number of cases rose by 58, said a ministry spokesman, adding that 105"
        " patients had gone home."
    )
    assert set(sources(text)) == {"a ministry spokesman"}


def test_an_adverb_before_a_verb_of_saying_leaves_its_speaker() -> None:
    text = "“He never thinks of what it does to us,” an insider reportedly said."
    (source,) = sources(text)
    assert source.startswith("an insider")


def test_a_name_in_a_phrase_is_whom_who_means() -> None:
    text = (
        "The bill goes to the desk of Gov. Gavin Orlen, who said that he would sign"
        " it on Monday."
    )
    assert sources(text) == ["Gov. Gavin Orlen, who"]
    assert sources("Guests from Lund, who said that it rained, went home.") == ["who"]


def test_a_headline_ends_with_who_says_it() -> None:
    document = Document.from_text(
        "The forum met in Lund for the third time this year.",
        title="Long drought likely after the fires, says World Lake Forum report",
    )
    parts = {a.label: a.span.of(document.text) for a in scorer.annotate(document)}
    assert parts["attribution.source"] == "World Lake Forum report"
    assert parts["attribution.content"] == "Long drought likely after the fires"


def test_what_merely_seems_so_is_said_by_nobody() -> None:
    assert not sources("The win of Lund seems assured after the late goal of Orlen.")


def test_whoever_is_accused_or_told_is_no_source() -> None:
    told = "The girls were told to leave the pool. Orlen was called out by the mayor."
    assert "The girls" not in sources(told)
    assert "Orlen" not in sources(told)


def test_whoever_accuses_is_the_source() -> None:
    text = "Orlen was criticized by Ada Lind on Monday for the plan."
    assert sources(text) == ["Ada Lind"]
