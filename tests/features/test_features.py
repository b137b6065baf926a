"""What every feature promises, whatever it is measured on."""

import math
import re

import pytest
from hypothesis import given

from scorer.detectors import DETECTORS
from scorer.document import Document
from scorer.features import GROUPS, NAMES, SCHEMA, digest, measure, schema_digest
from scorer.features.feature import Feature
from scorer.reading import Reading
from scorer.types import Annotation, Span, Voice
from tests.strategies import documents

CSV_FEATURES = {
    "sources_distinct",
    "sources_named",
    "sources_anonymous",
    "sources_effective",
    "single_source",
    "relayed_share",
    "attributed_share",
    "hedges_per_1000_words",
    "loaded_per_1000_words",
    "headline_clickbait",
    "headline_overclaim",
    "cross_links",
    "cross_links_clickbait",
}
LABELS = {label for detector in DETECTORS for label, _ in detector.labels}


def measured(
    text: str, annotations: tuple[Annotation, ...] = (), title: str | None = None
) -> dict[str, float]:
    reading = Reading.of(Document.from_text(text, title=title))
    return dict(zip(NAMES, measure(reading, annotations), strict=True))


def whole(text: str, title: str | None = None) -> dict[str, float]:
    reading = Reading.of(Document.from_text(text, title=title))
    found = [a for detector in DETECTORS for a in detector.annotate(reading)]
    return dict(zip(NAMES, measure(reading, found), strict=True))


def statement(
    text: str, content: str, group: int, source: int, kind: str = "named"
) -> list[Annotation]:
    """Attribute a stretch of the text, its first word standing for the source."""
    at = text.index(content)
    head, inside = Span(at, at + 1), Span(at, at + len(content))
    return [
        Annotation("a", "attribution.source", head, group=group, source=source),
        Annotation("a", f"source.{kind}", head, group=group, source=source),
        Annotation("a", "attribution.content", inside, group=group),
    ]


@pytest.mark.parametrize("feature", SCHEMA, ids=lambda feature: feature.name)
def test_says_what_it_is(feature: Feature) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", feature.name)
    assert feature.unit
    assert feature.meaning[0].isupper()
    assert feature.meaning.endswith(".")
    assert feature.quality in (-1, 0, 1)
    assert feature.sensationalism in (-1, 0, 1)


def test_names_are_unique_and_hold_those_of_the_report() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert set(NAMES) >= CSV_FEATURES
    assert sum(len(features) for _, features in GROUPS) == len(SCHEMA)


def test_digests_tell_schema_and_detectors_apart() -> None:
    assert re.fullmatch("[0-9a-f]{12}", digest())
    assert digest() != schema_digest()


@given(document=documents())
def test_is_a_number_or_undefined_on_any_document(document: Document) -> None:
    reading = Reading.of(document)
    found = [a for detector in DETECTORS for a in detector.annotate(reading)]
    values = measure(reading, found)
    again = measure(reading, found)
    assert not any(math.isinf(value) for value in values)
    assert values == pytest.approx(again, rel=0, abs=0, nan_ok=True)
    for name, value in zip(NAMES, values, strict=True):
        if name.endswith(("_share", "_words", "distinct")):
            assert math.isnan(value) or value >= 0, name


def test_counts_sources_by_their_numbers_and_shares_by_their_words() -> None:
    text = "One two three four five six. Seven eight nine. Ten eleven."
    found = [
        *statement(text, "One two three four five six", 1, 7),
        *statement(text, "Seven eight nine", 2, 8, "official"),
        *statement(text, "Ten", 3, 7),
    ]
    values = measured(text, tuple(found))
    assert values["sources_distinct"] == 2
    assert values["sources_named"] == 2
    assert values["statements_share"] == pytest.approx(10 / 11)
    assert values["largest_source_share"] == pytest.approx(7 / 10)
    assert values["sources_effective"] == pytest.approx(100 / (49 + 9))
    assert values["official_share"] == pytest.approx(1 / 3)


def test_one_source_with_four_words_in_five_is_a_single_source() -> None:
    text = "One two three four five six seven eight. Nine ten."
    first = statement(text, "One two three four five six seven eight", 1, 1)
    assert measured(text, tuple(first))["single_source"] == 1
    both = (*first, *statement(text, "Nine ten", 2, 2))
    assert measured(text, both)["single_source"] == 1
    shorter = (*statement(text, "One two three", 1, 1), *both[3:])
    assert measured(text, shorter)["single_source"] == 0


def test_what_is_never_attributed_is_undefined_or_none() -> None:
    values = measured("It rained all day in the valley and nobody came to the fair.")
    assert values["sources_distinct"] == 0
    assert math.isnan(values["relayed_share"])
    assert values["first_source_position"] == 1


def test_leaves_a_loaded_word_to_the_speaker_who_said_it() -> None:
    text = "The mayor spoke of a shambles."
    span = Span(text.index("shambles"), len(text) - 1)
    mine = Annotation("l", "loaded.word", span)
    theirs = mine._replace(voice=Voice.QUOTED)
    assert measured(text, (mine,))["loaded_per_1000_words"] > 0
    assert measured(text, (theirs,))["loaded_per_1000_words"] == 0


def test_without_a_headline_what_concerns_it_is_undefined() -> None:
    values = measured("It rained all day in the valley and nobody came to the fair.")
    headed = measured("It rained.", title="Rain in the valley")
    for name in NAMES:
        if name.startswith("headline_"):
            assert math.isnan(values[name])
            assert not math.isnan(headed[name])


@pytest.mark.parametrize(
    ("body", "shouts"),
    [
        ("The makers of VELORA cut its price. A VELORA now costs less.", False),
        ("The makers of velora cut its price.", True),
        ("The makers of VELORA cut its price. A Velora costs less.", True),
        ("The makers of the car cut its price.", True),
    ],
)
def test_a_name_that_the_body_spells_in_capitals_is_not_shouted(
    *, body: str, shouts: bool
) -> None:
    values = measured(body, title="The VELORA is cheaper now")
    assert (values["headline_shouted_share"] > 0) is shouts


ARTICLE = (
    "{dateline}The bridge at Harrow Ferry will stay closed until spring, the county"
    " said on Tuesday, after divers found cracks in two of its piers.\n\n"
    "“We will not gamble with lives,” said Ilse Brandt, the county's engineer."
    " She put the cost of repairs at 1.3 million crowns.\n\n"
    "A report by the Institute of Bridges found in 2019 that one pier in nine was"
    " worn. Shopkeepers on the north bank say that they lost a third of their trade."
)


def test_does_not_see_outlet_author_or_byline() -> None:
    title = "Bridge at Harrow Ferry to stay closed until spring"
    plain = ARTICLE.format(dateline="")
    without = whole(f"{title}\n\n{plain}", title)
    for byline in ("By Jane Doe", "By John Smith, Chief Reporter"):
        signed = whole(f"{title}\n\n{byline}\n\n{plain}", title)
        assert signed == pytest.approx(without, nan_ok=True)


def test_a_dateline_moves_no_feature_far() -> None:
    bare = whole(ARTICLE.format(dateline=""))
    dated = whole(ARTICLE.format(dateline="HARROW FERRY (Newswire) - "))
    for name in ("sources_distinct", "sources_named", "relayed_share", "replies"):
        assert dated[name] == pytest.approx(bare[name], nan_ok=True), name
