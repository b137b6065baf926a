"""An outlet's reliability: the mean of its articles, shrunken to the middle.

Two things make that mean unsure: the articles are a handful of all that the outlet
publishes, and the model errs, partly in the same direction for all articles of an
outlet. For the first the mean is drawn to that of all outlets. For the second it is
not: a score is the reading to expect, drawn to the middle already, and to draw it
again would put good outlets too low. The interval is made of both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import fmean, variance
from typing import Final

from scorer.outlets.rows import SIGNALS, Article, Outlet
from scorer.text.tables import load_table
from scorer.types import Estimate

_TABLE = load_table("outlets")
MEAN: Final = float(_TABLE["mean"])
SPREAD: Final = float(_TABLE["spread"])  # of outlets' true means of scores
WITHIN: Final = float(_TABLE["within"])  # between scores of an outlet
SHARED: Final = float(_TABLE["shared_error"])  # of the model, for a whole outlet
NORMAL: Final = 1.645  # of a 90 % interval
TYPICAL: Final = float(_TABLE["interval_error"])  # that the model's intervals imply
_FEW: Final = 10  # articles below which the reason says that they are few
_MANY_OUTLETS: Final = 20  # whose own mean is used instead of the shipped one
_HALF: Final = 5  # dated articles of each half for a change to be told
_BOUNDS: Final = (0.0, 100.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the articles of an outlet say of it.

    Attributes:
        rows: Its rows in the report; `articles` of them have a score.
        plain: The plain mean of the scores.
        reliability: The shrunken mean and its 90 % interval; None without scores.
        reason: Why the mean was moved, in a sentence.
        best: The best place that its interval allows among all outlets, `worst` the
            worst: two outlets whose intervals overlap are not ranked.
        change: Later half minus earlier half of the dated articles, with its 90 %
            interval; None where too few have a day.
    """

    outlet: str
    rows: int
    articles: int
    plain: float | None
    reliability: Estimate | None
    reason: str
    sensationalism: float | None
    signals: tuple[float | None, ...]
    single_source: float | None
    copied: float | None
    change: Estimate | None
    best: int | None = None
    worst: int | None = None


def find_standings(outlets: Sequence[Outlet]) -> tuple[Standing, ...]:
    """Judge every outlet, the most reliable first, those without scores last."""
    middle = _middle(outlets)
    found = [_standing(outlet, middle) for outlet in outlets]
    placed = [_placed(one, found) for one in found]
    return tuple(
        sorted(
            placed,
            key=lambda s: (-(s.reliability.value if s.reliability else -1), s.outlet),
        )
    )


def _middle(outlets: Sequence[Outlet]) -> float:
    means = [fmean(a.quality for a in o.articles) for o in outlets if o.articles]
    return fmean(means) if len(means) >= _MANY_OUTLETS else MEAN


def shrunken(articles: Sequence[Article], middle: float) -> Estimate:
    """Return the mean drawn to the middle as far as its articles are few."""
    plain = fmean(a.quality for a in articles)
    noise = WITHIN**2 / len(articles)
    weight = SPREAD**2 / (SPREAD**2 + noise)
    value = middle + weight * (plain - middle)
    # Where the model is less sure than usual, so is it of what it errs by as a whole.
    unsure = fmean((a.high - a.low) / (2 * NORMAL) for a in articles) / TYPICAL
    reach = NORMAL * sqrt(weight * noise + (SHARED * unsure) ** 2)
    low, high = _BOUNDS
    return Estimate(value, max(low, value - reach), min(high, value + reach))


def _standing(outlet: Outlet, middle: float) -> Standing:
    articles = outlet.articles
    plain = fmean(a.quality for a in articles) if articles else None
    reliability = shrunken(articles, middle) if articles else None
    return Standing(
        outlet=outlet.name,
        rows=outlet.rows,
        articles=len(articles),
        plain=plain,
        reliability=reliability,
        reason=_reason(len(articles), plain, reliability),
        sensationalism=_mean(a.sensationalism for a in articles),
        signals=tuple(
            _mean(a.signals[i] for a in articles) for i in range(len(SIGNALS))
        ),
        single_source=_mean(a.single_source for a in articles),
        copied=_mean(a.copied for a in articles),
        change=_change(articles),
    )


def _reason(count: int, plain: float | None, reliability: Estimate | None) -> str:
    if plain is None or reliability is None:
        return "None of its articles has a score."
    moved = reliability.value - plain
    few = "only " if count < _FEW else ""
    plural = "article" if count == 1 else "articles"
    way = "up" if moved > 0 else "down"
    return (
        f"Moved {abs(moved):.1f} points {way} to the mean of all outlets, since"
        f" {few}{count} {plural} tell of it."
    )


def _mean(values: Iterable[float | None]) -> float | None:
    known = [v for v in values if v is not None]
    return fmean(known) if known else None


def _change(articles: Sequence[Article]) -> Estimate | None:
    dated = sorted((a for a in articles if a.day is not None), key=_by_day)
    half = len(dated) // 2
    if half < _HALF or dated[0].day == dated[-1].day:
        return None
    early = [a.quality for a in dated[:half]]
    late = [a.quality for a in dated[-half:]]
    moved = fmean(late) - fmean(early)
    reach = NORMAL * sqrt((variance(early) + variance(late)) / half)
    return Estimate(moved, moved - reach, moved + reach)


def _by_day(article: Article) -> int:
    return article.day or 0


def _placed(one: Standing, others: Sequence[Standing]) -> Standing:
    """Say which places an outlet may have: it passes only those clear of it."""
    mine = one.reliability
    if mine is None:
        return one
    theirs = [o.reliability for o in others if o is not one and o.reliability]
    best = 1 + sum(other.low > mine.high for other in theirs)
    worst = 1 + sum(not other.high < mine.low for other in theirs)
    return replace(one, best=best, worst=worst)
