"""Measure the features of labelled articles, in several processes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

import numpy as np

from scorer.detectors import DETECTORS
from scorer.features import NAMES, headline_wording, measure, telling, tying
from scorer.features.masking import count_terms, masked_body, spelled
from scorer.features.wording_table import wording
from scorer.learning import headline_wording as headlines
from scorer.learning.corpora import Row, to_document
from scorer.learning.folding import FOLDS, map_fresh, tables_without_folds
from scorer.learning.frame import Array
from scorer.learning.wording import Texts, held_out, to_readings
from scorer.reading import Reading
from scorer.text.tables import load_table

_CHUNK: Final = 64  # articles given to a process at once
# What is learned from the table's own articles: each fold has its own columns of it.
LEARNED: Final = (*telling.NAMES, *headline_wording.NAMES, "attributed_share")
Measured = tuple[tuple[float, ...], Counter[str], Counter[str]]


def measure_all(
    articles: list[Row],
    readings: Mapping[tuple[str, str], Any],
    corpora: Path,
    jobs: int,
) -> list[dict[str, float]]:
    """Measure every article; what is learned from text comes out of fold."""
    read = [readings.get((a["id"], a["set"])) for a in articles]
    measured: list[Measured] = [((), Counter(), Counter())] * len(articles)
    with tables_without_folds(corpora, jobs) as folders:
        for k, tables in zip(FOLDS, folders, strict=True):
            at = [i for i, article in enumerate(articles) if article["fold"] == k]
            pairs = [(articles[i], bool(read[i])) for i in at]
            chunks = [pairs[i : i + _CHUNK] for i in range(0, len(pairs), _CHUNK)]
            done = chain(*map_fresh(tables, measure_some, chunks, jobs))
            for i, item in zip(at, done, strict=True):
                measured[i] = item
    outlets = [a["outlet"] for a in articles]
    folds = np.array([a["fold"] for a in articles], float)
    bodies = [body for _, body, _ in measured]
    lines = [line for _, _, line in measured]
    told = _held_out(Texts(bodies, to_readings(read), outlets, folds), "wording")
    loud = to_readings(read, headlines.TARGETS)
    heads = _held_out(Texts(lines, loud, outlets, folds), headline_wording.TABLE)
    rows = [dict(zip(NAMES, values, strict=True)) for values, _, _ in measured]
    for outer, values in told.items():
        tail = "" if outer is None else f"_without_{outer}"
        for row, said, headline in zip(rows, values, heads[outer], strict=True):
            learned = map(float, _derive(row, said, headline))
            names = [f"{name}{tail}" for name in LEARNED]
            row |= dict(zip(names, learned, strict=True))
    return rows


def _derive(
    row: Mapping[str, float], said: Sequence[float], headline: Sequence[float]
) -> tuple[float, ...]:
    """Return the value of every feature that rests on learned wording."""
    tied, loaded = row["tied_sentences_share"], row["loaded_weight_per_1000_words"]
    return (
        *telling.derive(said, row["secondhand_share"]),
        *headline,
        tying.attributed_share(said, tied, loaded),
    )


def measure_some(pairs: Iterable[tuple[Row, bool]]) -> list[Measured]:
    """Measure articles, and count the masked terms of body and headline of each."""
    rows = []
    for article, seen in pairs:
        reading = Reading.of(to_document(article, seen=seen))
        found = [a for detector in DETECTORS for a in detector.annotate(reading)]
        terms = spelled(count_terms(masked_body(reading, wording().words)))
        line = headlines.headline_terms(reading)
        rows.append((measure(reading, found), terms, line))
    return rows


def _held_out(texts: Texts, table: str) -> dict[int | None, Array]:
    """Say what terms suggest, by weights that saw nothing of an article's fold."""
    known = load_table(table)["weights"]
    return held_out(texts, {term: numbers[0] for term, numbers in known.items()})
