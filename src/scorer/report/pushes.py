"""What pushed a score up and down: part by part as a picture, then every feature."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import ceil, floor
from typing import Final, NamedTuple

from scorer.features import GROUPS
from scorer.report import numbers, plain
from scorer.types import Annotation, Estimate, Score, Span

SCORES: Final = ("evidential_quality", "sensationalism")
_SHOWN: Final = 12  # features shown at once, the others on demand
_STEP: Final = 10  # the picture's ends are multiples of this
_WORDS: Final = 8
_CLAUSES: Final = 2  # features named where it is said why a mark counts
_GROUP_OF: Final = {f.name: group for group, fs in GROUPS for f in fs}


class Step(NamedTuple):
    """One bar of the picture: from where to where it moved the sum, in per cent."""

    name: str
    points: float
    left: float
    width: float


class Waterfall(NamedTuple):
    """How the parts of an article add up to a score."""

    score: str
    low: float
    high: float
    base: float
    base_at: float
    steps: tuple[Step, ...]
    total: float
    total_at: float
    estimate: Estimate | None

    @property
    def up_is_good(self) -> bool:
        """Whether a push to the right speaks for the article."""
        return self.score == SCORES[0]


def waterfall(score: Score, name: str) -> Waterfall:
    """Add up the pushes on one score by the part of the article they belong to."""
    parts = dict.fromkeys(plain.PARTS, 0.0)
    for item in score.evidence:
        if item.score == name:
            parts[_GROUP_OF.get(item.feature, "shape")] += item.contribution
    base = score.base.get(name, 0.0)
    order = sorted(parts, key=lambda part: -abs(parts[part]))
    sums = [base]
    for part in order:
        sums.append(sums[-1] + parts[part])
    low = floor(min(sums) / _STEP) * _STEP
    high = max(ceil(max(sums) / _STEP) * _STEP, low + _STEP)

    def at(value: float) -> float:
        return 100 * (value - low) / (high - low)

    steps = tuple(
        Step(
            plain.PARTS[part],
            parts[part],
            at(min(before, after)),
            at(max(before, after)) - at(min(before, after)),
        )
        for part, before, after in zip(order, sums, sums[1:], strict=False)
    )
    estimate = getattr(score, name)
    total = sums[-1]
    return Waterfall(name, low, high, base, at(base), steps, total, at(total), estimate)


class Measured(NamedTuple):
    """A feature: its value, what it is, its push on each score."""

    name: str
    value: str
    unit: str
    meaning: str
    pushes: tuple[float, ...]
    examples: tuple[str, ...]


class Table(NamedTuple):
    """Every feature by the size of its push; the smaller ones apart.

    Attributes:
        top: The largest push, by which bars are drawn.
        rest: What the smaller ones add up to.
    """

    shown: tuple[Measured, ...]
    small: tuple[Measured, ...]
    rest: tuple[float, ...]
    top: float


def table(score: Score, text: str) -> Table:
    """List the features that were measured."""
    pushes: dict[str, dict[str, float]] = defaultdict(dict)
    values: dict[str, float] = {}
    told: dict[str, tuple[Annotation, ...]] = {}
    for item in score.evidence:
        pushes[item.feature][item.score] = item.contribution
        values[item.feature] = item.value
        told[item.feature] = item.annotations
    rows = [
        _measured(name, values[name], by_score, _words(name, values, told, text))
        for name, by_score in pushes.items()
    ]
    large, small = rows[:_SHOWN], rows[_SHOWN:]
    rest = tuple(sum(row.pushes[i] for row in small) for i in range(len(SCORES)))
    top = max((abs(p) for row in rows for p in row.pushes), default=0.0)
    return Table(tuple(large), tuple(small), rest, top or 1.0)


def _measured(
    name: str, value: float, pushes: Mapping[str, float], words: tuple[str, ...]
) -> Measured:
    feature = plain.feature_of(name)
    number = numbers.feature(name, value)
    return Measured(
        name,
        "–" if number is None else f"{number:,g}",
        feature.unit if feature else "",
        feature.meaning if feature else "",
        tuple(pushes.get(score, 0.0) for score in SCORES),
        words,
    )


def _words(
    name: str,
    values: Mapping[str, float],
    told: Mapping[str, Iterable[Annotation]],
    text: str,
) -> tuple[str, ...]:
    """Quote what was counted, each word once, a few at most."""
    if not values[name] or name.startswith("headline_"):
        return ()
    spans = dict.fromkeys(
        _quoted(a.span, text)
        for a in told[name]
        if not a.label.startswith(("attribution.", "headline.", "cross_link."))
    )
    return tuple(spans)[:_WORDS]


def _quoted(span: Span, text: str) -> str:
    words = " ".join(span.of(text).strip("'\"‘’“” ").split())
    longest = 40
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def why_they_count(score: Score, labels: Iterable[str]) -> dict[str, str]:
    """Say of each label in which features it is counted and what they did."""
    pushes: dict[str, dict[str, float]] = defaultdict(dict)
    values: dict[str, float] = {}
    for item in score.evidence:
        pushes[item.feature][item.score] = item.contribution
        values[item.feature] = item.value
    order = sorted(pushes, key=lambda name: -max(map(abs, pushes[name].values())))
    found: dict[str, list[str]] = {label: [] for label in labels}
    for name in order:
        feature = plain.feature_of(name)
        for label in feature.labels if feature else ():
            if label in found and len(found[label]) < _CLAUSES:
                found[label].append(_clause(name, values[name], pushes[name]))
    return {
        label: f"Counted in {' and in '.join(clauses)}." if clauses else ""
        for label, clauses in found.items()
    }


def _clause(name: str, value: float, pushes: Mapping[str, float]) -> str:
    number = numbers.as_text(numbers.feature(name, value)) or "undefined"
    moves = ", ".join(
        f"{short} {plain.signed(pushes.get(name, 0.0))}"
        for name, short in _SHORT.items()
    )
    return f"“{plain.feature_name(name)}” ({number}): {moves}"


_SHORT: Final = {"evidential_quality": "quality", "sensationalism": "sensationalism"}
