"""What the weights of wording may and may not learn from."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from scorer.learning.wording import Texts, choose_terms, fit, held_out, to_matrix

WORDS = ("reportedly", "perhaps", "said", "confirmed", "huge", "total")


@pytest.fixture
def texts() -> Texts:
    draw = np.random.default_rng(3)
    counts = draw.poisson(1.5, (60, len(WORDS)))
    terms = [Counter(dict(zip(WORDS, map(int, row), strict=True))) for row in counts]
    readings = counts[:, 2:4].sum(axis=1) - counts[:, 4:].sum(axis=1)
    return Texts(
        [Counter({word: n for word, n in c.items() if n}) for c in terms],
        readings[:, None].astype(float),
        [f"o{i % 20}" for i in range(60)],
        np.array([i % 5 for i in range(60)], float),
    )


def test_words_that_go_with_high_readings_get_the_higher_weights(texts: Texts) -> None:
    rarity = choose_terms(texts.terms, texts.outlets, 2)
    [row] = fit(to_matrix(texts.terms, rarity), texts, set()).rows
    weights = dict(zip(rarity, row, strict=True))
    assert min(weights["said"], weights["confirmed"]) > max(
        weights["huge"], weights["total"]
    )


def test_nothing_of_a_fold_left_out_reaches_the_weights(texts: Texts) -> None:
    rarity = choose_terms(texts.terms, texts.outlets, 2)
    out = texts.folds == 2
    other = replace(
        texts,
        terms=[
            Counter({"total": 9}) if k else terms
            for k, terms in zip(out, texts.terms, strict=True)
        ],
        readings=np.where(out[:, None], 99.0, texts.readings),
    )
    fits = [fit(to_matrix(t.terms, rarity), t, {2}) for t in (texts, other)]
    assert np.array_equal(fits[0].rows, fits[1].rows)
    assert np.array_equal(fits[0].start, fits[1].start)


def test_articles_that_nobody_read_still_show_which_words_go_together(
    texts: Texts,
) -> None:
    rarity = choose_terms(texts.terms, texts.outlets, 2)
    x = to_matrix(texts.terms, rarity)
    unread = np.where(np.arange(60)[:, None] < 40, texts.readings, np.nan)
    whole = fit(x, replace(texts, readings=unread), set())
    few = replace(
        texts,
        terms=texts.terms[:40],
        readings=unread[:40],
        outlets=texts.outlets[:40],
        folds=texts.folds[:40],
    )
    alone = fit(x[:40], few, set())
    assert not np.allclose(whole.rows, alone.rows)


def test_what_is_said_of_a_fold_comes_from_the_others(texts: Texts) -> None:
    rarity = choose_terms(texts.terms, texts.outlets, 2)
    said = held_out(texts, rarity)
    lone = fit(to_matrix(texts.terms, rarity), texts, {1, 3})
    rows = texts.folds == 1
    told = lone.tell(to_matrix(texts.terms, rarity)[rows])
    assert np.allclose(said[3][rows], told)
