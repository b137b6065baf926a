"""Outlets of a batch compared, each with the interval that `scorer outlets` gives."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from scorer.outlets.estimates import find_standings
from scorer.outlets.rows import gather, outlet_of
from scorer.report.rows import Row
from scorer.types import Estimate


class Outlet(NamedTuple):
    """One outlet and its mean over the articles that were scored."""

    name: str
    articles: int
    quality: Estimate
    sensationalism: float
    band: str


def compare(rows: Sequence[Row]) -> list[Outlet]:
    """Compare the outlets of scored rows, the best first."""
    bands: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        bands[outlet_of(row)][str(row["band"])] += 1
    return [
        Outlet(
            one.outlet,
            one.articles,
            one.reliability,
            one.sensationalism or 0.0,
            bands[one.outlet].most_common(1)[0][0],
        )
        for one in find_standings(gather(rows))
        if one.reliability is not None
    ]
