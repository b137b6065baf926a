"""Outlets of a batch compared, each with an interval.

An outlet of few articles is drawn towards the mean of all: two lucky articles make
no reputation. The interval is that of its mean, not of its articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt
from statistics import fmean, variance
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from scorer.report.rows import Row
from scorer.types import Estimate

_NINETY: Final = 1.645  # standard deviations on either side
_SPREAD: Final = 225.0  # points squared, where there is too little to tell it from


class Outlet(NamedTuple):
    """One outlet and its mean over the articles that were scored."""

    name: str
    articles: int
    quality: Estimate
    sensationalism: float
    band: str


def outlet_of(row: Row) -> str:
    """Name who published an article: as the row says, else by its address."""
    if row["outlet"]:
        return str(row["outlet"])
    try:
        host = urlsplit(str(row["url"] or "")).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def compare(rows: Iterable[Row]) -> list[Outlet]:
    """Compare the outlets of scored rows, the best first."""
    values: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for row in rows:
        quality, sensation = row["evidential_quality"], row["sensationalism"]
        name = outlet_of(row)
        if name and isinstance(quality, float | int):
            values[name].append((quality, float(sensation or 0), str(row["band"])))
    within, between, mean = _variances([[q for q, *_ in v] for v in values.values()])
    found = [_outlet(name, own, within, between, mean) for name, own in values.items()]
    return sorted(found, key=lambda o: (-o.quality.value, o.name))


def _outlet(
    name: str,
    own: Sequence[tuple[float, float, str]],
    within: float,
    between: float,
    mean: float,
) -> Outlet:
    precision = len(own) / within
    prior = 1 / between
    value = (precision * fmean(q for q, *_ in own) + prior * mean) / (precision + prior)
    half = _NINETY / sqrt(precision + prior)
    estimate = Estimate(value, max(0.0, value - half), min(100.0, value + half))
    band = Counter(band for *_, band in own).most_common(1)[0][0]
    return Outlet(name, len(own), estimate, fmean(s for _, s, _ in own), band)


def _variances(groups: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    """Return the variance within outlets, that between them, and the mean of all."""
    if not groups:
        return _SPREAD, _SPREAD, 0.0
    many = [group for group in groups if len(group) > 1]
    degrees = sum(len(group) - 1 for group in many)
    squares = sum(variance(group) * (len(group) - 1) for group in many)
    within = max(squares / degrees, 1.0) if degrees else _SPREAD
    means = [fmean(group) for group in groups]
    noise = fmean(within / len(group) for group in groups)
    between = variance(means) - noise if len(means) > 1 else _SPREAD
    return within, max(between, 1.0), fmean(means)
