"""Embedded posts: words that are signed, with no word that says who said them."""

import pytest

from scorer.detectors.attributions import DETECTOR
from scorer.document import Document
from scorer.reading import Reading
from scorer.types import Annotation

ABOVE = "The ferry left Lund at noon with forty people aboard."


def marks(*lines: str) -> list[tuple[str, str, Annotation]]:
    """Return label, words and annotation of what is found in some lines."""
    document = Document.from_text("\n\n".join((ABOVE, *lines)))
    return [
        (a.label, a.span.of(document.text), a)
        for a in DETECTOR.annotate(Reading.of(document))
        if a.weight >= 0.5
    ]


def statements(*lines: str) -> list[tuple[str, str]]:
    """Return who posted what."""
    found = marks(*lines)
    said = {a.group: words for label, words, a in found if label.endswith("content")}
    return [
        (words, said[a.group])
        for label, words, a in found
        if label == "attribution.source"
    ]


POST = "We closed the dam. Nobody was hurt"


@pytest.mark.parametrize(
    "line",
    [
        f"{POST}. — Oda Brenn (@odab) June 12, 2018",
        f"{POST} – Oda Brenn (@odab) June 12, 2018",
        f"{POST}! -- Oda Brenn (@odab) June 12, 2018",
        f"{POST}. — Oda Brenn (@odab)",
        f"{POST}.\n\n— Oda Brenn (@odab) June 12, 2018",
        f"{POST}.\n\nOda Brenn (@odab) June 12, 2018",
        f"{POST} A post shared by Oda Brenn (@odab) on Jun 12, 2018 at 4:34pm PDT",
    ],
)
def test_who_signs_a_post_said_what_it_says(line: str) -> None:
    assert statements(line, "The road is open.") == [("Oda Brenn", POST)]


@pytest.mark.parametrize(
    "line",
    [
        "Write to our reporter Oda Brenn (@odab) about the dam and the ferry.",
        "The mayor — Oda Brenn (@odab) to her followers — closed the dam.",
        "Thanks go to the diver Oda Brenn (@odab)",
        "Oda Brenn (@odab)",
        "A photo posted by Oda Brenn (@odab) on Jun 12, 2018 at 4:34pm PDT",
        "An open bracket — Oda Brenn (@odab",
    ],
)
def test_a_handle_alone_signs_no_post(line: str) -> None:
    assert statements(line) == []


def test_several_posts_in_one_line_end_where_the_next_begins() -> None:
    line = (
        "The dam held. — Oda Brenn (@odab) May 3, 2019 "
        "No, it broke. — Ilse Orlen (@ilse) May 4, 2019 The mayor slept."
    )
    assert statements(line) == [
        ("Oda Brenn", "The dam held"),
        ("Ilse Orlen", "No, it broke"),
    ]


def test_two_signatures_in_a_row_sign_one_post() -> None:
    found = statements(
        "The dam held. — Oda Brenn (@odab) May 3, 2019",
        "— Ilse Orlen (@ilse) May 4, 2019",
    )
    assert found == [("Oda Brenn", "The dam held")]


def test_a_post_takes_no_more_of_a_long_line_than_one_may_hold() -> None:
    line = (
        f"{'The crew slept all night. ' * 40}It sank. — Oda Brenn (@odab) May 3, 2019"
    )
    ((_, said),) = statements(line)
    assert said.endswith("It sank")
    assert len(said) <= 330


def test_who_posts_is_whoever_bears_the_name_elsewhere() -> None:
    found = marks(
        "Oda Brenn said the ferry was late.",
        "The dam held. — Oda Brenn (@odab) May 3, 2019",
        "Brenn said the crew slept.",
    )
    sources = [a for label, _, a in found if label == "attribution.source"]
    assert len({a.source for a in sources}) == 1
    # Only the post came through a network.
    assert [a.via is None for a in sources] == [True, False, True]


def test_a_post_has_no_cue_and_names_its_kind_by_the_name() -> None:
    found = marks(
        "The dam held. — Oda Brenn (@odab) May 3, 2019",
        "The road is shut. — Lund Port Authority (@lpa) May 3, 2019",
        "lol the ferry. — ferry fan (@fan) May 3, 2019",
        "The dam broke at nine. — Good Morning Lund (@gmlTV) May 3, 2019",
        "I am on at nine. — Anna Orlen (@annaTV) May 3, 2019",
    )
    kinds = [label for label, _, _ in found if label.startswith("source.")]
    assert kinds == [
        "source.named",
        "source.official",
        "source.social_media",
        "source.media",
        "source.named",
    ]
    assert not any(label == "attribution.cue" for label, _, _ in found)


def test_a_pronoun_after_a_post_means_who_spoke_before_it() -> None:
    found = marks(
        "Oda Brenn said the ferry was late.",
        "The dam held. — Jon Pell (@pell) May 3, 2019",
        "She added that the crew slept.",
    )
    sources = {
        words: a.source for label, words, a in found if label == "attribution.source"
    }
    assert sources["She"] == sources["Oda Brenn"] != sources["Jon Pell"]
