from operator import attrgetter

import pytest

from scorer.detectors.hedges import DETECTOR
from scorer.document import Document
from scorer.reading import Reading
from scorer.types import Annotation, Voice


def findings(text: str) -> list[Annotation]:
    reading = Reading.of(Document.from_text(text))
    return [a for a in DETECTOR.annotate(reading) if a.weight >= 0.5]


def marked(text: str) -> list[tuple[str, str]]:
    return [(a.label.removeprefix("hedge."), a.span.of(text)) for a in findings(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier may have to close.", [("modal", "may have")]),
        ("It is claimed that the pier closed.", [("evidential", "It is claimed")]),
        ("The twins are said to be in Lower Vell.", [("evidential", "are said to")]),
        ("He is believed to own the mill.", [("evidential", "is believed to")]),
        ("Some experts say the dam leaks.", [("weasel", "Some experts say")]),
        ("Nearly 300 homes lost power.", [("approximator", "Nearly")]),
        ("Some 200 homes lost power.", [("approximator", "Some")]),
        ("Mrs Oduvar alleged that he stole it.", [("attributed", "alleged that")]),
    ],
)
def test_marks_a_cue_of_several_words_once(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The vote is on 3 May.",
        "The book is about bees.",
        "She looked around the room.",
        "The council said the road was closed.",
    ],
)
def test_leaves_words_that_only_look_like_hedges(text: str) -> None:
    assert marked(text) == []


def test_gives_a_hedge_in_a_quotation_to_its_speaker() -> None:
    found = findings('"It may rain," said Ms Orlo, who reportedly left.')
    voices = [a.voice for a in sorted(found, key=attrgetter("span"))]
    assert voices == [Voice.QUOTED, Voice.OUTLET]


def test_reads_may_in_a_headline_as_the_verb() -> None:
    document = Document.from_text(
        "The council said that it had no money.\n\nIt meets again on 4 May.",
        title="Lanner Pier May Close This Winter",
    )
    found = [
        a for a in DETECTOR.annotate(Reading.of(document)) if a.label == "hedge.modal"
    ]
    assert [a.span.of(document.text) for a in found if a.weight >= 0.5] == ["May"]
    assert found[0].span.start < len("Lanner Pier May")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mr Orlo has alleged that the mill was sold, she said.", "attributed"),
        ("The alleged thief lives in Vell, police said.", "evidential"),
        ("Some 40 boats sank, she said.", "approximator"),
        ("Some believe that the dam leaks, she said.", "weasel"),
    ],
)
def test_settles_the_kind_by_what_stands_around(text: str, kind: str) -> None:
    assert [k for k, _ in marked(text)] == [kind]


def test_never_joins_words_across_the_end_of_a_sentence() -> None:
    assert ("evidential", "said to") not in marked("So she said. To be fair, he left.")
