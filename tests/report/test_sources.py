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
