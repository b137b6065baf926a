"""What `attributed_share` is worth, measured without sight of a fold's readings."""

import numpy as np

from scorer.learning.attributing import attributed_by_fold
from scorer.learning.frame import Array, Frame

ROWS = 200


def frame(attributed: Array) -> Frame:
    draw = np.random.default_rng(4)
    parts = ("wording_attributed", "wording_anonymous", "tied_sentences_share")
    numbers: dict[str, Array] = {name: draw.random(ROWS) for name in parts}
    numbers["loaded_weight_per_1000_words"] = draw.random(ROWS) * 30
    numbers["fold"] = np.arange(ROWS, dtype=float) % 5
    numbers["reading_attributed"] = attributed
    return Frame(("a",) * ROWS, ("s",) * ROWS, numbers, {})


def test_a_line_that_readers_follow_is_found() -> None:
    read = 4 * frame(np.zeros(ROWS))["tied_sentences_share"]
    np.testing.assert_allclose(attributed_by_fold(frame(read)), read / 4, atol=1e-9)


def test_readings_of_a_fold_say_nothing_of_its_own_articles() -> None:
    read = np.random.default_rng(5).random(ROWS) * 4
    other = np.where(np.arange(ROWS) % 5 == 2, 4 - read, read)
    before, after = (attributed_by_fold(frame(r)) for r in (read, other))
    same = before == after
    assert same[2::5].all()
    assert not same[1::5].any()
