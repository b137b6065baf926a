"""How far an article tells what others have published."""

import pytest

from scorer.document import Document
from scorer.features import NAMES, measure
from scorer.features.telling import derive
from scorer.reading import Reading
from scorer.types import Annotation, Span

TEXT = "One two three four. Five six seven eight."


def said(content: str, group: int, source: int, via: int | None) -> list[Annotation]:
    at = TEXT.index(content)
    head, inside = Span(at, at + 1), Span(at, at + len(content))
    return [
        Annotation(
            "a", "attribution.source", head, group=group, source=source, via=via
        ),
        Annotation("a", "source.named", head, group=group, source=source, via=via),
        Annotation("a", "attribution.content", inside, group=group),
    ]


def measured(*found: list[Annotation]) -> dict[str, float]:
    reading = Reading.of(Document.from_text(TEXT))
    whole = [annotation for part in found for annotation in part]
    return dict(zip(NAMES, measure(reading, whole), strict=True))


def test_the_share_at_second_hand_is_that_of_the_whole_body() -> None:
    own = said("One two three four", 1, 0, None)
    values = measured(own, said("Five six", 2, 1, 2))
    assert values["relayed_share"] == pytest.approx(2 / 6)
    assert values["secondhand_share"] == pytest.approx(2 / 8)
    assert measured(own)["secondhand_share"] == 0
    assert measured()["secondhand_share"] == 0


def test_only_a_text_told_like_a_report_can_be_a_retold_one() -> None:
    quality, relayed = 7.0, 1.5
    told = (quality, 0.0, 0.0, 0.0, relayed, 0.0)
    assert derive(told, 0.6) == (*told, 1.0)
    assert derive(told, 0.0)[-1] == 0
    assert derive((3.0, *told[1:]), 0.6)[-1] == 0
    assert derive((*told[:4], 0.1, 0.0), 0.6)[-1] == 0


def test_more_at_second_hand_is_never_less_retold() -> None:
    told = (5.2, 0.0, 0.0, 0.0, 0.6, 0.0)
    degrees = [derive(told, share / 20)[-1] for share in range(21)]
    assert degrees == sorted(degrees)
    assert 0 < degrees[-1] < 1
