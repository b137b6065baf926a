"""How far what is claimed is tied to a source."""

import pytest

from scorer.document import Document
from scorer.features import NAMES, measure
from scorer.features.tying import attributed_share
from scorer.reading import Reading
from scorer.text.tables import load_table
from scorer.types import Annotation, Span

TEXT = 'It rained. A man said it snowed. "So it did." It was cold. It was late.'


def said(content: str, kind: str = "named") -> list[Annotation]:
    at = TEXT.index(content)
    head, inside = Span(at, at + 1), Span(at, at + len(content))
    return [
        Annotation("a", "attribution.source", head, group=1, source=0),
        Annotation("a", f"source.{kind}", head, group=1, source=0),
        Annotation("a", "attribution.content", inside, group=1),
    ]


def measured(text: str, found: list[Annotation]) -> dict[str, float]:
    reading = Reading.of(Document.from_text(text))
    return dict(zip(NAMES, measure(reading, found), strict=True))


def test_sentences_after_the_first_source_count_half_and_those_before_nothing() -> None:
    values = measured(TEXT, said("it snowed"))
    assert values["tied_sentences_share"] == pytest.approx((5 + 3 + 6 / 2) / 16)
    assert values["statements_share"] == pytest.approx(2 / 16)


def test_what_nobody_is_named_for_counts_half() -> None:
    values = measured(TEXT, said("it snowed", "anonymous"))
    assert values["tied_sentences_share"] == pytest.approx((5 / 2 + 3 + 6 / 2) / 16)


def test_a_study_that_is_cited_stands_for_its_sentence() -> None:
    text = "It rained. A study of ponds found less ice. It was cold."
    assert measured(text, [])["tied_sentences_share"] == pytest.approx(8.5 / 12)


def test_a_text_in_which_nobody_speaks_is_tied_to_nobody() -> None:
    values = measured("It rained. It was cold.", [])
    assert values["tied_sentences_share"] == 0
    assert values["statements_share"] == 0


def test_the_estimate_hears_how_attributed_and_how_unnamed_the_wording_sounds() -> None:
    targets = load_table("wording")["targets"]
    raised = [
        target
        for number, target in enumerate(targets)
        if attributed_share([float(n == number) for n in range(7)], 0.5, 0.0)
        != attributed_share([0.0] * 7, 0.5, 0.0)
    ]
    assert raised == ["attributed", "anonymous"]


def told(attributed: float, unnamed: float) -> list[float]:
    return [5.0, 5.0, attributed, 2.0, 0.5, 0.5, unnamed]


def test_more_ties_raise_the_share_and_loaded_or_unnamed_words_lower_it() -> None:
    shares = [attributed_share(told(2, 0.5), tied / 10, 5.0) for tied in range(11)]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]
    calm = attributed_share(told(2, 0.5), 0.5, 0.0)
    assert attributed_share(told(2, 0.5), 0.5, 40.0) < calm
    assert attributed_share(told(2, 1.5), 0.5, 0.0) < calm


@pytest.mark.parametrize("values", [(4.5, 1.0, 0.0), (-1.0, 0.0, 200.0)])
def test_the_share_stays_a_share(values: tuple[float, float, float]) -> None:
    attributed, tied, loaded = values
    assert 0 <= attributed_share(told(attributed, 0.5), tied, loaded) <= 1
