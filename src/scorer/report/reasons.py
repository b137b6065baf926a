"""Why a document scored as it did, in one plain sentence."""

from collections.abc import Callable, Mapping
from typing import Final

from scorer.types import Evidence, Score

QUALITY: Final = "evidential_quality"
_LEAST_PUSH: Final = 0.5  # points; less is not worth a reader's time
_REASONS: Final = 3


def _percent(value: float) -> str:
    return f"{100 * value:.0f} %"


def _of(noun: str, plural: str | None = None) -> Callable[[float], str]:
    def count(value: float) -> str:
        number = round(value)
        word = noun if number == 1 else plural or f"{noun}s"
        return f"{number or 'no'} {word}"

    return count


# What a feature says at a value that lowers the quality.
_AGAINST: Final[dict[str, Callable[[float], str]]] = {
    "sources_distinct": _of("distinct source"),
    "sources_named": _of("named source"),
    "sources_anonymous": _of("anonymous source"),
    "sources_effective": lambda value: f"in effect {value:.1f} sources carry it",
    "single_source": lambda _: "the story hangs on one source",
    "relayed_share": lambda value: f"{_percent(value)} relayed from other media",
    "attributed_share": lambda value: f"{_percent(value)} of the text attributed",
    "hedges_per_1000_words": lambda value: f"{value:.0f} hedges in 1,000 words",
    "loaded_per_1000_words": lambda value: f"{value:.0f} loaded words in 1,000",
    "headline_clickbait": lambda _: "a headline that baits",
    "headline_overclaim": lambda _: "a headline that says more than the text",
    "cross_links": _of("link elsewhere among the text", "links elsewhere in the text"),
    "cross_links_clickbait": _of("bait teaser on the page"),
}


def describe(item: Evidence) -> str:
    """Say in a few words what one feature shows."""
    words = _AGAINST.get(item.feature)
    if words is None or item.value != item.value:
        return f"{item.feature.replace('_', ' ')} {item.value:.3g}"
    return words(item.value)


def top_reasons(score: Score, features: Mapping[str, float]) -> str:
    """Name what moved the quality most, as one sentence."""
    del features
    pushes = [
        item
        for item in score.evidence
        if item.score == QUALITY and abs(item.contribution) >= _LEAST_PUSH
    ]
    if not pushes:
        return "Nothing stands out."
    down = [describe(item) for item in pushes if item.contribution < 0][:_REASONS]
    up = [describe(item) for item in pushes if item.contribution > 0][:_REASONS]
    parts = []
    if down:
        parts.append(f"lowered by {_listed(down)}")
    if up:
        parts.append(f"raised by {_listed(up)}")
    sentence = "; ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _listed(items: list[str]) -> str:
    if len(items) == 1:
        return items[0]
    return f"{', '.join(items[:-1])} and {items[-1]}"
