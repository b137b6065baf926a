"""Who is counted once, however many words name them."""

import pytest

import scorer
from scorer.document import Document


def count(text: str) -> int:
    marks = scorer.annotate(Document.from_text(text))
    return len({a.source for a in marks if a.label == "attribution.source"} - {None})


@pytest.mark.parametrize(
    "text",
    [
        (
            "The United Nations said the camp was full. The UN said tents would come."
            " According to the UN, 300 people arrived."
        ),
        (
            "Lind family attorney Daryl Washington said the report was late. Washington"
            " said the family would sue."
        ),
        (
            "Ostal Law Society Special Counsel Egon Ferran said the order was void."
            " Ferran said an appeal would follow."
        ),
        (
            "Senate Majority Leader Mitch Ostrow said all would vote. Ostrow said"
            " no more."
        ),
        "Maya O'Keefe ran the shop. \"I saw it,\" O'Keefe said. She said it was dark.",
        (
            'A source said the couple had split. "They are done," an insider said. Our'
            " source said more would come."
        ),
        (
            "Study: Tea lowers stress\n\nA new study found tea lowers stress. Results"
            " showed a drop of 4 percent. The researchers said more work was needed."
        ),
        (
            "Nearly half of Lind voters said they would vote. About 72% of voters said"
            " the town was safe. A third said they did not know."
        ),
    ],
)
def test_one_source_under_many_words_is_one(text: str) -> None:
    assert count(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A source said the couple had split. Another source said they had not.",
        "A new study found that tea helps. Another study found that it does not.",
        "Washington said talks would go on. Daryl Linden said they had failed.",
        "Police said the road was shut. A third witness said it was open.",
    ],
)
def test_two_sources_stay_two(text: str) -> None:
    assert count(text) == 2


def test_a_disease_says_nothing() -> None:
    assert count("COVID-19 said goodbye to the town.") == 0


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ada Lind said the road was shut. A group of people in Lund who asked for"
            " a vote face a ban."
        ),
        "Ada Lind said the road was shut. A report that found no fault was read out.",
    ],
)
def test_who_is_not_simply_who_spoke_last(text: str) -> None:
    marks = scorer.annotate(Document.from_text(text))
    spoken = {a.span.of(text): a.source for a in marks if a.source is not None}
    lind = spoken.pop("Ada Lind")
    assert lind is not None
    assert lind not in spoken.values()


@pytest.mark.parametrize(
    "line",
    [
        "Mayor's ally rounds on clerk says ‘What did you think?’",
        "Watch harbour pilot claims the pier is sinking",
    ],
)
def test_the_title_of_a_film_among_the_lines_counts_no_source(line: str) -> None:
    first = "Councillors are leaving the town, Ada Lind said on Monday."
    last = "The vote is on Friday, according to the council."
    assert count(f"{first}\n\n{line}\n\n{last}") == count(f"{first}\n\n{last}") == 2


def test_a_line_with_its_full_stop_counts() -> None:
    assert count("Ada Lind said the pier was sinking.") == 1
    assert count("“What did you think?”\n\nAda Lind said it was sinking.") == 1
