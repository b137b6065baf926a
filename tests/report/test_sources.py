import pytest

from scorer.document import Document
from scorer.reading import Reading
from scorer.report.sources import Sources, sources_of
from scorer.types import Annotation, Span


def found(text: str, *parts: tuple[str, str, int]) -> Sources:
    """Gather sources from what is said to stand in a text: source, content, number."""
    document = Document.from_text(text)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    marks = [
        Annotation("a", label, span(words), 1.0, group=group, source=number)
        for group, (source, content, number) in enumerate(parts)
        for label, words in (
            ("attribution.source", source),
            ("source.named", source),
            ("attribution.content", content),
        )
    ]
    return sources_of(Reading.of(document), marks)


def test_a_source_with_much_beside_its_name_keeps_the_name() -> None:
    who = "The Tarvik Relief Fund, which looks after all who fish beyond the long reef"
    told = found(f"{who}, said nobody was hurt.", (who, "nobody was hurt", 0))
    assert [row.name for row in told.rows] == ["The Tarvik Relief Fund"]
    assert not told.doubled


def test_words_credited_to_two_are_noticed() -> None:
    text = "Mr Orlen wrote that Ms Brokk said nobody on the ferry was hurt."
    told = found(
        text,
        ("Mr Orlen", "that Ms Brokk said nobody on the ferry was hurt", 0),
        ("Ms Brokk", "nobody on the ferry was hurt", 1),
    )
    assert told.doubled


@pytest.mark.parametrize(
    ("others", "name"),
    [
        # A name goes before a longer mention without one, and before a longer one
        # that only holds one.
        (["A long report by the harbour office"], "the Lund Port"),
        (["A report that was written for Lund Port"], "the Lund Port (LP)"),
        (["A report by the office", "The old harbour office of the town"], "Lund Port"),
    ],
)
def test_a_source_is_called_by_a_name_where_it_has_one(
    others: list[str], name: str
) -> None:
    who = [*others, name]
    said = [f"boat {number} was late" for number in range(len(who))]
    text = " ".join(
        f"{one} said {what}." if one in others else f"Later {one} said {what}."
        for one, what in zip(who, said, strict=True)
    )
    told = found(text, *((one, what, 0) for one, what in zip(who, said, strict=True)))
    assert [row.name for row in told.rows] == [name]


def test_a_medium_that_only_relays_is_named() -> None:
    text = "The pier was safe, Ada Lind told Radio Tarvik."
    reading = Reading.of(Document.from_text(text))
    marks = [
        Annotation(
            "a",
            label,
            Span(text.index(words), text.index(words) + len(words)),
            1.0,
            group=0,
            source=number,
            via=via,
        )
        for label, words, number, via in (
            ("attribution.source", "Ada Lind", 0, 1),
            ("source.named", "Ada Lind", 0, 1),
            ("attribution.content", "The pier was safe", None, None),
            ("source.media", "Radio Tarvik", 1, None),
        )
    ]
    assert [row.via for row in sources_of(reading, marks).rows] == [("2 Radio Tarvik",)]


def test_a_clause_that_only_begins_is_no_part_of_a_name() -> None:
    text = "Ada Lind, who looks after the pier, said it was safe."
    told = found(text, ("Ada Lind, who", "it was safe", 0))
    assert [row.name for row in told.rows] == ["Ada Lind"]
