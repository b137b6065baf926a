"""How far what is claimed is tied to a source."""

import pytest

from scorer.document import Document
from scorer.features import NAMES, measure
from scorer.features.tying import attributed_share
from scorer.reading import Reading
from scorer.types import Annotation, Span

TEXT = 'It rained. A man said it snowed. "So it did." It was cold. It was late.'


def said(content: str) -> list[Annotation]:
    at = TEXT.index(content)
    head, inside = Span(at, at + 1), Span(at, at + len(content))
    return [
        Annotation("a", "attribution.source", head, group=1, source=0),
        Annotation("a", "attribution.content", inside, group=1),
    ]


def measured(text: str, found: list[Annotation]) -> dict[str, float]:
    reading = Reading.of(Document.from_text(text))
    return dict(zip(NAMES, measure(reading, found), strict=True))


def test_sentences_after_the_first_source_count_half_and_those_before_nothing() -> None:
    values = measured(TEXT, said("it snowed"))
    assert values["tied_sentences_share"] == pytest.approx((2 + 2 / 2) / 5)
    assert values["statements_share"] == pytest.approx(2 / 16)


def test_a_text_in_which_nobody_speaks_is_tied_to_nobody() -> None:
    values = measured("It rained. It was cold.", [])
    assert values["tied_sentences_share"] == 0
    assert values["statements_share"] == 0


def test_more_ties_raise_the_share_and_loaded_words_lower_it() -> None:
    shares = [attributed_share(2.0, tied / 10, 5.0) for tied in range(11)]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]
    assert attributed_share(2.0, 0.5, 40.0) < attributed_share(2.0, 0.5, 0.0)


@pytest.mark.parametrize("values", [(4.5, 1.0, 0.0), (-1.0, 0.0, 200.0)])
def test_the_share_stays_a_share(values: tuple[float, float, float]) -> None:
    assert 0 <= attributed_share(*values) <= 1
