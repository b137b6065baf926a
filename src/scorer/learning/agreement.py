"""How far a reader agrees with itself, and ours with it, where both have read."""

from collections.abc import Iterable, Mapping, Sequence

from scipy.stats import spearmanr

from scorer.learning.corpora import READINGS, Row


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Return the rank correlation of two equally long rows of numbers."""
    return round(float(spearmanr(a, b).statistic), 4)


def self_agreement(
    readings: Mapping[tuple[str, str], Sequence[Row]],
) -> dict[str, float]:
    """Return, for each part, the rank correlation of first and second readings."""
    return _agreement([rows for rows in readings.values() if len(rows) > 1])


def agreement_of_own(
    readings: Mapping[tuple[str, str], Sequence[Row]], own: Iterable[Row]
) -> dict[str, float]:
    """Return how this project's readings rank articles that the corpora's rank too."""
    known = ((readings.get((row["id"], row["set"])), row) for row in own)
    return _agreement(
        [(rows[0], row) for rows, row in known if rows and "own" not in rows[0]]
    )


def _agreement(twice: Sequence[Sequence[Row]]) -> dict[str, float]:
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
