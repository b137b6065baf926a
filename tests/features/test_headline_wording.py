"""What a headline's wording suggests by itself."""

from math import isnan

from scorer.document import Document
from scorer.features import NAMES, measure
from scorer.features.headline_wording import NAMES as TOLD
from scorer.features.headline_wording import masked_headline
from scorer.reading import Reading

BODY = "The council met on Monday. It will meet again."


def told(title: str | None) -> dict[str, float]:
    values = measure(Reading.of(Document.from_text(BODY, title=title)), ())
    return {n: v for n, v in zip(NAMES, values, strict=True) if n in TOLD}


def test_names_and_numbers_of_a_headline_are_masked() -> None:
    reading = Reading.of(
        Document.from_text(BODY, title="Why Velmar is not in 12 towns")
    )
    assert masked_headline(reading) == [
        ".",
        "why",
        "N",
        "is",
        "not",
        "in",
        "#",
        "_",
        ".",
    ]


def test_another_name_changes_nothing() -> None:
    assert told("This is why Velmar is so angry") == told(
        "This is why Orlen is so angry"
    )


def test_a_breathless_headline_suggests_more_than_a_plain_one() -> None:
    loud, plain = told("You won't believe this"), told("Court to hear case in May")
    assert all(loud[name] > plain[name] for name in TOLD)


def test_without_a_headline_nothing_is_suggested() -> None:
    reading = Reading.of(Document.from_text(BODY))
    assert masked_headline(reading) == []
    assert all(map(isnan, told(None).values()))
