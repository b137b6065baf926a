"""How far a reader agrees with itself, measured on the articles read twice."""

from collections.abc import Mapping, Sequence

from scipy.stats import spearmanr

from scorer.learning.corpora import READINGS, Row


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Return the rank correlation of two equally long rows of numbers."""
    return round(float(spearmanr(a, b).statistic), 4)


def self_agreement(
    readings: Mapping[tuple[str, str], Sequence[Row]],
) -> dict[str, float]:
    """Return, for each part, the rank correlation of first and second readings."""
    twice = [rows for rows in readings.values() if len(rows) > 1]
    agreement = {}
    for name in READINGS:
        pairs = [
            (rows[0][name], rows[1][name])
            for rows in twice
            if rows[0][name] is not None and rows[1][name] is not None
        ]
        firsts, seconds = [a for a, _ in pairs], [b for _, b in pairs]
        if len(set(firsts)) > 1 and len(set(seconds)) > 1:
            agreement[name] = spearman(firsts, seconds)
    return agreement
