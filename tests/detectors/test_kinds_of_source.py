"""What kind of source somebody is, by name, noun, title and spelling."""

import pytest

from scorer.detectors.attributions import DETECTOR
from scorer.document import Document
from scorer.reading import Reading


def kinds(text: str) -> dict[str, str]:
    document = Document.from_text(text)
    return {
        a.span.of(document.text): a.label.removeprefix("source.")
        for a in DETECTOR.annotate(Reading.of(document))
        if a.label.startswith("source.") and a.weight >= 0.5
    }


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        # How a name is written.
        ("The dam held, according to OstalEcho.com.", "OstalEcho.com", "media"),
        (
            "The dam held, according to OstalRivers.org.",
            "OstalRivers.org",
            "organisation",
        ),
        ("The dam held, Vox7 reported.", "Vox7", "media"),
        ("The dam held, according to WKQX.", "WKQX", "media"),
        ("The dam held, according to The Ostal.", "The Ostal", "media"),
        ("The dam held, according to the Ostal.", "the Ostal", "organisation"),
        ("LundHealth says the dam held.", "LundHealth", "organisation"),
        ("McLund says the dam held.", "McLund", "named"),
        ("The dam held, according to the F.B.I.", "the F.B.I", "official"),
        ("The U.S. said the dam held.", "The U.S", "official"),
        ("At present, WHO has said it hopes for rain.", "WHO", "official"),
        # A medium's word tells a medium where the name turns on it.
        (
            "The Observer Mission for the Sound said the ships had left.",
            "The Observer Mission for the Sound",
            "official",
        ),
        (
            "The Herald Institute said the dam held.",
            "The Herald Institute",
            "organisation",
        ),
        ("The Herald of Lund said the dam held.", "The Herald of Lund", "media"),
        ("The Herald Online said the dam held.", "The Herald Online", "media"),
        ("Herald News Agency said the dam held.", "Herald News Agency", "media"),
        # What stands before it.
        ("Actress Oda Union said the dam held.", "Actress Oda Union", "named"),
        ("Club Manager Oda Brenn said it held.", "Club Manager Oda Brenn", "named"),
        (
            "The club account creator, Oda Brenn, said the dam held.",
            "The club account creator, Oda Brenn",
            "named",
        ),
        (
            "Radio Ostal reporter Oda Brenn said the dam held.",
            "Radio Ostal reporter Oda Brenn",
            "media",
        ),
        (
            "The magazine writer Oda Brenn said it.",
            "The magazine writer Oda Brenn",
            "named",
        ),
        ("But many Ostalers said the dam held.", "many Ostalers", "anonymous"),
        # What it is called by.
        ("The prince said the dam held.", "The prince", "official"),
        ("The dam held, according to EU rules.", "EU rules", "document"),
        (
            "A Radio Ostal spokeswoman said it held.",
            "A Radio Ostal spokeswoman",
            "organisation",
        ),
        ("Others on Twitter said the dam held.", "Others on Twitter", "social_media"),
        (
            "The dam held, according to her Facebook page.",
            "her Facebook page",
            "social_media",
        ),
        ("Brenns’ aides said the dam held.", "Brenns’ aides", "anonymous"),
        # What only tells more of it.
        (
            "A study released this week found the dam was safe.",
            "A study released this week",
            "document",
        ),
        (
            "Officials familiar with the matter said the dam held.",
            "Officials familiar with the matter",
            "official",
        ),
    ],
)
def test_a_source_has_its_kind(text: str, source: str, kind: str) -> None:
    assert kinds(text)[source] == kind


def test_a_study_is_not_the_person_who_led_it() -> None:
    text = (
        "Oda Brenn, who led the study, said the dam was safe. "
        "The study found that it had been safe for years."
    )
    assert kinds(text)["The study"] == "document"


def test_many_researchers_are_not_the_researcher_named_before() -> None:
    text = (
        "Lund researcher Oda Brenn said it was safe. Other researchers said it was not."
    )
    assert kinds(text)["Other researchers"] == "anonymous"


def test_who_told_a_paper_that_keeps_its_article_was_heard_through_it() -> None:
    document = Document.from_text("Oda Brenn told The Ostal that the dam was safe.")
    (brenn,) = (
        a
        for a in DETECTOR.annotate(Reading.of(document))
        if a.label == "attribution.source"
    )
    assert brenn.via is not None
