"""Every model of the attributions asks the same, learning and marking."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from scorer.detectors.attributions import (
    content_weights,
    contents,
    cue_weights,
    cues,
    source_weights,
    sources,
)
from scorer.detectors.attributions.acceptance import accept_values, accepted
from scorer.detectors.attributions.find import assemble
from scorer.detectors.attributions.parts import Statement
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import APART
from scorer.document import Document
from scorer.learning.templates import Fitted, Row
from scorer.reading import Reading
from scorer.text.tables import load_table

ARTICLES = sorted((Path(__file__).parents[2] / "data" / "articles").glob("*-*.txt"))


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.stem)
def around(request: pytest.FixtureRequest) -> Surroundings:
    text = request.param.read_text("utf-8")
    return Surroundings(Reading.of(Document.from_text(text)))


@pytest.fixture(scope="module")
def statements(around: Surroundings) -> list[Statement]:
    return list(assemble(around, cues.find_cues(around)))


def sums(part: str, name: str, rows: Sequence[Row]) -> list[float]:
    table = load_table(f"attribution_{part}")[name]
    model = Fitted(table["templates"], table["bias"])
    return [100 * model.score(row) for row in rows]


def test_the_articles_have_statements() -> None:
    texts = [path.read_text("utf-8") for path in ARTICLES]
    arounds = [Surroundings(Reading.of(Document.from_text(text))) for text in texts]
    assert sum(any(cues.find_cues(around)) for around in arounds) > len(ARTICLES) / 2


def test_of_a_head(around: Surroundings) -> None:
    heads = load_table("attribution_cues")["heads"]
    places = around.reading.where(heads)
    rows = [cue_weights.head_values(around, i, heads[around.words[i]]) for i in places]
    scores = cue_weights.head_scores(around, places, heads)
    assert scores == pytest.approx(sums("cues", "head", rows))


def test_of_the_words_beside_a_head(
    around: Surroundings, statements: list[Statement]
) -> None:
    for head in (s.head for s in statements):
        rows = [cue_weights.left_values(around, head, head)]
        assert [cue_weights.left_score(around, head, head)] == pytest.approx(
            sums("cues", "left", rows)
        )
        rows = [cue_weights.right_values(around, head, head + 1)]
        assert [cue_weights.right_score(around, head, head + 1)] == pytest.approx(
            sums("cues", "right", rows)
        )


def test_of_a_statement(around: Surroundings, statements: list[Statement]) -> None:
    table = load_table("attribution_cues")["accept"]
    model = Fitted(table["templates"], table["bias"])
    for statement in statements:
        row = accept_values(around, statement)
        assert accepted(around, statement) == pytest.approx(model.probability(row))


def test_of_where_a_source_stands(
    around: Surroundings, statements: list[Statement]
) -> None:
    for head, cue, *_ in statements:
        places = sources.anchors(around, cue)
        rows = [source_weights.anchor_values(around, head, cue, a) for a in places]
        scores = source_weights.anchor_scores(around, head, cue, places)
        assert scores == pytest.approx(sums("sources", "anchor", rows))


def test_of_where_a_source_starts_and_ends(
    around: Surroundings, statements: list[Statement]
) -> None:
    for source in (s.source for s in statements if s.source is not None):
        places = sources.starts(around, source.last - 1)
        rows = source_weights.start_values(around, source.last - 1, places)
        scores = source_weights.start_scores(around, source.last - 1, places)
        assert scores == pytest.approx(sums("sources", "start", rows))
        places = sources.ends(around, source.first)
        rows = source_weights.end_values(around, source.first, places)
        scores = source_weights.end_scores(around, source.first, places)
        assert scores == pytest.approx(sums("sources", "end", rows))


def test_of_the_side_of_a_content(
    around: Surroundings, statements: list[Statement]
) -> None:
    sides = content_weights.SIDES
    for head, cue, source, *_ in statements:
        unit = sources.hull(cue, source or cue)
        values = content_weights.side_values(around, head, unit)
        rows = [tuple(APART.join((side, v)) for v in values) for side in sides]
        scores = sums("contents", "side", rows)
        best = content_weights.best_side(around, head, unit)
        assert scores[sides.index(best)] == pytest.approx(max(scores))


def test_of_where_a_content_starts_and_ends(
    around: Surroundings, statements: list[Statement]
) -> None:
    for head, cue, source, *_ in statements:
        unit = sources.hull(cue, source or cue)
        if unit.last < len(around.reading.words):
            places = contents.right_starts(around, unit)
            rows = content_weights.right_start_values(around, unit, places)
            scores = content_weights.right_start_scores(around, unit, places)
            assert scores == pytest.approx(sums("contents", "right_start", rows))
            ends = contents.right_ends(around, unit.last)
            rows = content_weights.right_end_values(around, head, unit.last, ends)
            scores = content_weights.right_end_scores(around, head, unit.last, ends)
            assert scores == pytest.approx(sums("contents", "right_end", rows))
        if unit.first > 0:
            lefts = contents.left_starts(around, unit.first)
            rows = content_weights.left_start_values(around, unit, lefts)
            scores = content_weights.left_start_scores(around, unit, lefts)
            assert scores == pytest.approx(sums("contents", "left_start", rows))
