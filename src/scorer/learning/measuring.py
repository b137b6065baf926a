"""Measure the features of labelled articles, in several processes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final

import numpy as np

from scorer.detectors import DETECTORS
from scorer.features import NAMES, measure, telling
from scorer.features.masking import count_terms, masked_body, spelled
from scorer.features.wording_table import wording
from scorer.learning.corpora import Row, to_document
from scorer.learning.folding import FOLDS, map_fresh, tables_without_folds
from scorer.learning.wording import Texts, held_out, to_readings
from scorer.reading import Reading
from scorer.text.tables import load_table

_CHUNK: Final = 64  # articles given to a process at once
Measured = tuple[tuple[float, ...], Counter[str]]


def measure_all(
    articles: list[Row],
    readings: Mapping[tuple[str, str], Any],
    corpora: Path,
    jobs: int,
) -> list[dict[str, float]]:
    """Measure every article; what is learned from text comes out of fold."""
    read = [readings.get((a["id"], a["set"])) for a in articles]
    measured: list[Measured] = [((), Counter())] * len(articles)
    with tables_without_folds(corpora, jobs) as folders:
        for k, tables in zip(FOLDS, folders, strict=True):
            at = [i for i, article in enumerate(articles) if article["fold"] == k]
            pairs = [(articles[i], bool(read[i])) for i in at]
            chunks = [pairs[i : i + _CHUNK] for i in range(0, len(pairs), _CHUNK)]
            done = chain(*map_fresh(tables, measure_some, chunks, jobs))
            for i, item in zip(at, done, strict=True):
                measured[i] = item
    texts = Texts(
        [terms for _, terms in measured],
        to_readings(read),
        [a["outlet"] for a in articles],
        np.array([a["fold"] for a in articles], float),
    )
    place = NAMES.index("secondhand_share")
    told = _out_of_fold(texts, [values[place] for values, _ in measured])
    return [
        dict(zip(NAMES, values, strict=True)) | out_of_fold
        for (values, _), out_of_fold in zip(measured, told, strict=True)
    ]


def measure_some(pairs: Iterable[tuple[Row, bool]]) -> list[Measured]:
    """Measure articles, and count the masked terms of each."""
    rows = []
    for article, seen in pairs:
        reading = Reading.of(to_document(article, seen=seen))
        found = [a for detector in DETECTORS for a in detector.annotate(reading)]
        terms = spelled(count_terms(masked_body(reading, wording().words)))
        rows.append((measure(reading, found), terms))
    return rows


def _out_of_fold(texts: Texts, secondhand: list[float]) -> list[dict[str, float]]:
    """Say what wording suggests, by weights that saw nothing of an article's fold."""
    known = load_table("wording")["weights"]
    said = held_out(texts, {term: numbers[0] for term, numbers in known.items()})
    columns = {
        f"{name}{'' if outer is None else f'_without_{outer}'}": column
        for outer, values in said.items()
        for name, column in zip(
            telling.NAMES,
            zip(*map(telling.derive, values, secondhand), strict=True),
            strict=True,
        )
    }
    return [
        {name: float(column[row]) for name, column in columns.items()}
        for row in range(len(texts.terms))
    ]
