"""Through whom words came, who is the same, and which cues make a source."""

import pytest

from scorer.detectors.attributions import DETECTOR
from scorer.document import Document
from scorer.reading import Reading
from scorer.types import Annotation


def found(text: str, label: str = "attribution.source") -> dict[str, Annotation]:
    document = Document.from_text(text)
    return {
        a.span.of(document.text): a
        for a in DETECTOR.annotate(Reading.of(document))
        if a.label == label and a.weight >= 0.5
    }


def via_of(text: str, **known: str) -> int | None:
    """Return through whom Oda Brenn speaks."""
    document = Document.from_text(text, **known)
    return next(
        a.via
        for a in DETECTOR.annotate(Reading.of(document))
        if a.label == "attribution.source" and a.span.of(document.text) == "Oda Brenn"
    )


@pytest.mark.parametrize(
    ("text", "speaker", "medium"),
    [
        ("Oda Brenn told the Lund Herald the ferry was late.", "Oda Brenn", "Herald"),
        ("Oda Brenn told OstalNow that the ferry was late.", "Oda Brenn", "OstalNow"),
        (
            "In an interview with Radio Ostal, Oda Brenn said the ferry was late.",
            "Oda Brenn",
            "Radio Ostal",
        ),
        ("Oda Brenn said on Twitter that the ferry was late.", "Oda Brenn", "Twitter"),
    ],
)
def test_words_that_came_through_a_medium_name_it(
    text: str, speaker: str, medium: str
) -> None:
    via = found(text)[speaker].via
    kinds = found(text, "source.media") | found(text, "source.social_media")
    relays = {words: a.source for words, a in kinds.items() if medium in words}
    assert via is not None
    assert set(relays.values()) == {via}


def test_a_body_with_a_word_of_media_in_its_name_relays_nothing() -> None:
    text = "Oda Brenn told the Observer Mission that the ferry was late."
    assert via_of(text) is None
    assert via_of(text.replace("Observer Mission", "Lund Observer")) is not None


def test_who_was_heard_through_a_medium_once_was_so_throughout() -> None:
    text = (
        "Oda Brenn said the ferry was late.\n\n"
        "Brenn told the Lund Herald that the crew had slept.\n\n"
        "Mr Pell said the captain knew."
    )
    sources = found(text)
    assert sources["Oda Brenn"].via == sources["Brenn"].via is not None
    assert sources["Mr Pell"].via is None


def test_a_medium_that_everybody_talks_to_is_the_outlet_itself() -> None:
    text = "\n\n".join(
        f"{name} told the Lund Herald that the ferry was late."
        for name in ("Oda Brenn", "Maya Orlen", "Ada Lind")
    )
    assert [a.via for a in found(text).values()] == [None, None, None]


def test_the_article_is_the_medium_that_it_stood_in() -> None:
    text = (
        "The Lund Herald reported that the ferry was late.\n\n"
        "According to the article, the crew had slept."
    )
    sources = found(text)
    assert sources["The Lund Herald"].source == sources["the article"].source


def test_a_name_that_the_text_calls_an_outlet_is_a_medium() -> None:
    text = (
        "The news outlet Vesterholm Now covers the port.\n\n"
        "Vesterholm Now wrote that the ferry was late."
    )
    assert "Vesterholm Now" in found(text, "source.media")


def test_who_adds_something_is_who_spoke_and_not_who_was_told() -> None:
    text = "Oda Brenn told the Lund Herald the ferry was late, adding that it rained."
    assert {a.source for a in found(text).values()} == {found(text)["Oda Brenn"].source}


def test_letters_that_are_no_initials_are_known() -> None:
    text = (
        "The Defence Intelligence service said the pier was closed.\n\n"
        "The HUR said the ferry was late."
    )
    assert len({a.source for a in found(text).values()}) == 1


def test_who_wants_something_is_no_source_for_it() -> None:
    text = (
        "Oda Brenn said the ferry was late.\n\n"
        "Lunder villagers called for a new bridge."
    )
    numbers = {words: a.source for words, a in found(text).items()}
    assert numbers["Oda Brenn"] is not None
    assert numbers.get("Lunder villagers") is None


@pytest.mark.parametrize(
    "known",
    [
        {"outlet": "The Ostal Post"},
        {"outlet": "ostalpost.com"},
        {"url": "https://www.ostalpost.com/ferry"},
    ],
)
def test_the_outlet_itself_relays_nothing(known: dict[str, str]) -> None:
    text = "Oda Brenn told the Ostal Post that the ferry was late."
    assert via_of(text) is not None
    assert via_of(text, **known) is None
    assert via_of(text, outlet="The Echo") is not None
    assert via_of(text, url="https://[not-an-address") is not None


def test_a_byline_tells_whose_article_it_is() -> None:
    text = "Oda Brenn told the Ostal Post that the ferry was late. She was tired."
    assert via_of(f"Late ferry\n\nBy Ada Lind, Ostal Post\n\n{text}") is None
    assert via_of(f"Late ferry\n\nBy Ada Lind, Echo\n\n{text}") is not None


def test_a_short_name_with_its_article_is_the_medium_that_was_met() -> None:
    text = (
        "The Tidewater Herald reported on Monday that the dam fell. A shaken resident"
        " told the Herald: “They looked at us like ghosts.”"
    )
    marks = DETECTOR.annotate(Reading.of(Document.from_text(text)))
    media = {a.source for a in marks if a.label == "source.media"}
    assert len(media) == 1
    assert {a.via for a in marks if a.label == "source.anonymous"} == media
