"""Who is said to have said what: spans, kinds, who is who, and relays."""

import pytest

from scorer.detectors.attributions import DETECTOR
from scorer.document import Document
from scorer.reading import Reading
from scorer.types import Annotation, Voice


def marks(text: str, label: str) -> list[tuple[str, Annotation]]:
    document = Document.from_text(text)
    return [
        (a.span.of(document.text), a)
        for a in DETECTOR.annotate(Reading.of(document))
        if a.label == label and a.weight >= 0.5
    ]


def sources(text: str) -> dict[str, int | None]:
    return {words: a.source for words, a in marks(text, "attribution.source")}


def spans(text: str, label: str) -> list[str]:
    return [words for words, _ in marks(text, label)]


def test_a_source_may_follow_its_cue() -> None:
    text = '"The ferry sank within minutes," said Oda Brenn, a dock worker.'
    assert spans(text, "attribution.cue") == ["said"]
    assert spans(text, "attribution.content") == ['"The ferry sank within minutes,"']
    assert spans(text, "attribution.source")[0].startswith("Oda Brenn")


def test_a_content_before_according_to_is_found() -> None:
    text = "The dam held through the night, according to the Vesterholm council."
    assert spans(text, "attribution.source") == ["the Vesterholm council"]
    assert spans(text, "attribution.content") == ["The dam held through the night"]


def test_a_short_name_is_the_person_named_in_full_before() -> None:
    found = sources(
        "Oda Brenn said the ferry was late. Mr Pell said it was not. "
        "Brenn said the crew had slept."
    )
    assert found["Oda Brenn"] == found["Brenn"] != found["Mr Pell"]


def test_a_pronoun_is_the_last_speaker() -> None:
    found = sources("Oda Brenn said the ferry was late. She said the crew slept.")
    assert found["She"] == found["Oda Brenn"]


def test_a_pronoun_is_the_person_who_opened_the_sentence_before() -> None:
    text = (
        "Oda Brenn, a fishmonger from Lund, has friends aboard. "
        'He said: "The crew slept." Brenn said the captain knew.'
    )
    found = sources(text)
    assert found["He"] == found["Brenn"]


def test_an_abbreviation_in_brackets_is_the_body_it_stands_for() -> None:
    found = sources(
        "The Institute for Harbour Safety (IHS) said the ferry was old. "
        "The crew was tired, according to IHS."
    )
    assert len(found) == 2
    assert len(set(found.values())) == 1


def test_a_body_and_its_spokesman_are_one_source() -> None:
    found = sources(
        "Vesterholm Council said the dam was safe. "
        "A spokesman for Vesterholm Council said the mayor was away."
    )
    assert len(found) == 2
    assert len(set(found.values())) == 1


def test_the_report_is_the_document_last_cited() -> None:
    found = sources(
        "A new study found that the dam was weak. The study said repairs were due."
    )
    assert len(set(found.values())) == 1


def test_researchers_and_their_study_are_one_source() -> None:
    found = sources(
        "A new study found that the dam was weak. Researchers said repairs were due."
    )
    assert len(found) == 2
    assert len(set(found.values())) == 1


def test_a_source_who_is_quoted_again_is_the_same() -> None:
    found = marks(
        "A source said the dam was weak. The council met. "
        "A source told Radio Ostal that repairs were due.",
        "attribution.source",
    )
    assert len(found) == 2
    assert len({a.source for _, a in found}) == 1


def test_what_people_think_is_no_source_without_a_survey() -> None:
    assert sources("People say the dam is weak.") == {"People": None}


def test_the_paper_is_the_paper_last_named_unless_a_document_was_cited() -> None:
    found = sources(
        "The dam was weak, the Ostal Post reported. Repairs were due, the paper said."
    )
    assert len(found) == 2
    assert len(set(found.values())) == 1
    found = sources(
        "A study found that eels sleep, the Ostal Post reported."
        " The paper said that they dream."
    )
    assert found["A study"] == found["The paper"] != found["the Ostal Post"]


def test_two_officials_are_two_sources() -> None:
    found = sources(
        "One resident said the dam was weak. Another resident said it was strong."
    )
    assert len(set(found.values())) == 2


def test_a_medium_that_was_told_relays_its_speaker() -> None:
    text = "Oda Brenn told Radio Ostal that the ferry was late."
    ((_, source),) = marks(text, "attribution.source")
    ((medium, relay),) = marks(text, "source.media")
    assert medium == "Radio Ostal"
    assert source.via == relay.source
    assert source.source != relay.source


def test_readers_who_were_told_relay_nothing() -> None:
    ((_, source),) = marks(
        "Oda Brenn told passengers that the ferry was late.", "attribution.source"
    )
    assert source.via is None


def test_hearsay_has_no_number() -> None:
    text = "The captain has reportedly left the island."
    ((words, source),) = marks(text, "source.unspecified")
    assert words == "reportedly"
    assert source.source is None


def test_plain_narrative_holds_no_attribution() -> None:
    text = (
        "The ferry left the harbour at noon. It carried forty people and two horses. "
        "The weather was calm, and the crossing took an hour."
    )
    assert not DETECTOR.annotate(Reading.of(Document.from_text(text)))


def test_the_parts_of_one_attribution_share_a_group() -> None:
    text = "Oda Brenn said the ferry was late. Mr Pell said it was not."
    groups: dict[int | None, set[str]] = {}
    for a in DETECTOR.annotate(Reading.of(Document.from_text(text))):
        if a.weight >= 0.5 and a.label.startswith("attribution."):
            groups.setdefault(a.group, set()).add(a.label)
    parts = {"attribution.source", "attribution.cue", "attribution.content"}
    assert list(groups.values()) == [parts, parts]


def test_an_attribution_within_a_quotation_is_the_speakers() -> None:
    text = 'Oda Brenn said: "The mayor said the dam was safe, and we believed it."'
    voices = {words: a.voice for words, a in marks(text, "attribution.source")}
    assert voices["Oda Brenn"] is Voice.OUTLET
    assert voices.get("The mayor", Voice.QUOTED) is Voice.QUOTED


def test_who_speaks_after_the_cue_is_found_behind_a_long_content() -> None:
    text = (
        "And his boldness pleased voters, says Ada B. Lind, author of a book on it. "
        'They were "very thin" people, says Dr. Orlen. It held.'
    )
    found = spans(text, "attribution.source")
    assert found[0].startswith("Ada B. Lind")
    assert found[1] == "Dr. Orlen"


def test_a_body_of_single_letters_is_named_whole() -> None:
    text = "The Q.T.I. said on Monday that the dam held."
    assert spans(text, "attribution.source") == ["The Q.T.I"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The crew fled the ship, reported Oda Brenn.", "Oda Brenn"),
        ("The crew fled the ship, reported CNN.", "CNN"),
        ("The port was shut, reports the Lund Herald.", "the Lund Herald"),
        ("The port was shut, The Lund Herald reports.", "The Lund Herald"),
        ("The dam was unsafe, claims Brenn.", "Brenn"),
    ],
)
def test_a_verb_of_saying_and_a_name_close_a_statement(text: str, source: str) -> None:
    text = f"The ferry left Lund at noon with forty people.\n\n{text}"
    assert spans(text, "attribution.source") == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The crew fled the ship, wrecked and claimed by the sea.",
        "The port, insists nobody, was shut.",
        "In the office, old reports.",
    ],
)
def test_a_verb_of_saying_without_a_name_closes_none(text: str) -> None:
    text = f"The ferry left Lund at noon with forty people.\n\n{text}"
    assert not spans(text, "attribution.source")


def test_whom_a_statement_is_about_does_not_make_it() -> None:
    text = "Ada Lind, the mayor, said Brenn was wrong about the dam."
    assert spans(text, "attribution.source") == ["Ada Lind, the mayor"]


def test_small_words_are_no_source() -> None:
    text = (
        "Here's hoping that the dam will hold. We've discovered that it leaks. "
        "His declared aim was a new one."
    )
    assert spans(text, "attribution.source") == []


def test_the_it_of_it_seems_is_nobody() -> None:
    text = "A report said so. It seems that it was shut."
    assert spans(text, "source.document") == ["A report"]


def test_views_that_are_ones_own_are_no_statement() -> None:
    text = "Oda Brenn writes for the Echo. The views expressed are her own."
    assert spans(text, "attribution.cue") != ["expressed"]
    assert "The views" not in spans(text, "attribution.source")


def test_a_short_form_of_one_long_word_is_the_same_body() -> None:
    text = (
        "The dam held, Ostalwerken said. It was old, OW added. "
        "Nobody knew, said OW. The town was told, according to Ostalwerken."
    )
    numbers = {a.source for _, a in marks(text, "attribution.source")}
    assert len(numbers) == 1
