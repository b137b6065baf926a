from operator import attrgetter

import pytest

from scorer.detectors.hedges import DETECTOR
from scorer.detectors.hedges.cues import candidates
from scorer.detectors.hedges.doubt import describe, grade, weigh
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


def weights(text: str) -> dict[str, float]:
    reading = Reading.of(Document.from_text(text))
    return {a.span.of(text): a.weight for a in DETECTOR.annotate(reading)}


def test_a_cue_weighs_more_among_other_doubts_than_among_names_and_numbers() -> None:
    vague = weights("She said that many ghosts possibly sing there and are well known.")
    plain = weights(
        "She said that Orlo Bank has many boats in Vell Bay and 40 in Lanner."
    )
    assert vague["many"] > plain["many"] + 0.05


def test_marks_a_word_of_vague_number_weakly_where_somebody_is_cited() -> None:
    weight = weights("Some of the boats had many owners, said Ms Orlo.")["many"]
    assert 0.05 < weight < 0.5


def test_a_plain_modal_is_a_finding_but_less_sure_than_hearsay() -> None:
    modal = weights("The pier could close, Ms Orlo said.")["could"]
    hearsay = weights("The pier is said to be haunted, Ms Orlo said.")["is said to"]
    assert 0.5 <= modal < hearsay


@pytest.mark.parametrize("doubt", [0.0, 0.3, 1.0])
def test_a_sentence_never_makes_or_unmakes_a_finding(doubt: float) -> None:
    assert grade(0.4999, doubt) < 0.5 <= grade(0.5, doubt) <= grade(1.0, doubt) <= 1.0


def test_a_sentence_of_names_and_numbers_is_surer() -> None:
    vague = described("Some people may have seen the boats in the bay near the mill.")
    plain = described("Some 40 of Orlo Mill may have 12 in Vell Bay and 3 in Lanner.")
    assert weigh(vague) > weigh(plain)


def described(text: str) -> list[str]:
    reading = Reading.of(Document.from_text(text))
    return describe(reading, 0, list(candidates(reading)))
