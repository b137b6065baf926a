"""Why a document scored as it did, in one plain sentence.

Many features push a score a little each. A reader is told the parts of the
article that they belong to, largest first, each with the fact that shows it best
and the very words where there are some. What stands beside the article comes last.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from scorer.features import GROUPS
from scorer.features.facts import FINDING
from scorer.report.grounds import Grounds
from scorer.types import Annotation, Evidence, Score

QUALITY: Final = "evidential_quality"
_LEAST_PUSH: Final = 1.0  # points; less is not worth a reader's time
_REASONS: Final = 3
_MUCH: Final = 0.25
_MOST: Final = 0.6
_NEARLY_ALL: Final = 0.85
_ALL: Final = 0.995  # from here on it would be rounded to 100 %
_LARGE: Final = 0.4
_FEW: Final = 0.2
_SHORT: Final = 250  # words
_WEAK_BANDS: Final = frozenset({"mixed", "thin", "very thin"})
_GROUP_OF: Final = {f.name: group for group, fs in GROUPS for f in fs}


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _part(share: float) -> str:
    return "all" if share >= _ALL else _percent(share)


def _count(number: float, noun: str) -> str:
    return f"{number:.0f} {noun}{'' if round(number) == 1 else 's'}"


def _hangs_on_few(grounds: Grounds, band: str | None) -> Iterable[str]:
    if not grounds.value("sources_distinct"):
        return  # that no source is given is another reason
    largest, alone = grounds.value("largest_source_share"), _hangs_on_one(grounds)
    if alone or (largest >= _LARGE and band in _WEAK_BANDS):
        source = grounds.main_source()
        whose = "has no named source" if source is None else f"is one source's{source}"
        hangs = alone and source is not None
        if hangs and (largest >= _NEARLY_ALL or grounds.value("sources_distinct") == 1):
            yield f"it hangs on one source{source}"
        else:
            yield f"{_part(largest)} of what is attributed {whose}"
    if (relayed := grounds.value("relayed_share")) >= _MUCH:
        yield f"{_part(relayed)} of what is attributed {grounds.relays()}"


def _hangs_on_one(grounds: Grounds) -> bool:
    largest = grounds.value("largest_source_share")
    return bool(grounds.value("single_source")) or largest >= _MOST


def _weak_sourcing(grounds: Grounds) -> Iterable[str]:
    distinct = grounds.value("sources_distinct")
    anonymous = grounds.value("sources_anonymous")
    attributed = grounds.value("attributed_share")
    if not distinct:
        yield "no source is given"
    elif anonymous and anonymous >= _MUCH * distinct:
        yield _told_anonymous(anonymous, distinct)
    elif attributed < _FEW:
        yield f"only {_percent(attributed)} of the text is attributed to anyone"
    elif not grounds.value("single_source"):
        effective = grounds.value("sources_effective")
        yield f"few independent sources ({effective:.1f} in effect)"


def _told_anonymous(anonymous: float, distinct: float) -> str:
    if distinct == 1:
        return "its only source is anonymous"
    if anonymous >= distinct:
        return f"all of its {_count(distinct, 'source')} are anonymous"
    verb = "is" if anonymous == 1 else "are"
    return f"{anonymous:.0f} of {_count(distinct, 'source')} {verb} anonymous"


def _good_sourcing(grounds: Grounds) -> Iterable[str]:
    if not _hangs_on_one(grounds):  # else their number is no merit
        count = _count(grounds.value("sources_distinct"), "source")
        yield f"{count} ({grounds.value('sources_named'):.0f} named)"
    elif grounds.value("attributed_share") >= _LARGE:
        yield "much of it is tied to a source"


def _weak_headline(grounds: Grounds) -> Iterable[str]:
    if not grounds.value("headline_words"):
        return  # there is none, and what it might be is no fault of it
    if grounds.value("headline_overclaim") >= FINDING:
        yield "the headline states flatly what the text only attributes"
    elif grounds.value("headline_clickbait") >= FINDING:
        yield "the headline baits"
    else:
        yield "the headline is loud"


def _plain_headline(grounds: Grounds) -> Iterable[str]:
    faults = map(grounds.value, ("headline_overclaim", "headline_clickbait"))
    plain = max(faults) < FINDING and not grounds.value("headline_loaded")
    if plain and grounds.value("headline_words"):
        yield "a plain headline"


_HEDGES: Final = ("hedge.evidential", "hedge.weasel", "hedge.attributed", "hedge.modal")
_Clauses = Callable[[Grounds], Iterable[str]]

_AGAINST: Final[dict[str, _Clauses]] = {
    "sourcing": _weak_sourcing,
    "hedging": lambda grounds: [
        f"claims are hedged rather than shown{grounds.examples(*_HEDGES[:3])}"
    ],
    "wording": lambda grounds: [f"the wording is loaded{grounds.examples('loaded.')}"],
    "headline": _weak_headline,
    "details": lambda _: ["few dates or figures"],
    "shape": lambda grounds: ["it is short"] if grounds.value("words") < _SHORT else [],
}
_FOR: Final[dict[str, _Clauses]] = {
    "sourcing": _good_sourcing,
    "hedging": lambda _: ["little hedging"],
    "wording": lambda _: ["sober wording"],
    "headline": _plain_headline,
    "details": lambda _: ["dates and figures"],
    "shape": lambda _: [],
}


def top_reasons(score: Score, features: Mapping[str, float], text: str) -> str:
    """Say what moved the quality most, as one sentence."""
    pushes, findings = _added_up(score.evidence)
    grounds = Grounds(findings, features, text)
    down = list(_hangs_on_few(grounds, score.band))
    up: list[str] = []
    for group, push in sorted(pushes.items(), key=lambda item: -abs(item[1])):
        if push <= -_LEAST_PUSH:
            down += _AGAINST[group](grounds)
        elif push >= _LEAST_PUSH:
            up += _FOR[group](grounds)
    parts = [", ".join(down[:_REASONS])] if down else []
    if up:
        parts.append(f"in its favour: {', '.join(up[:_REASONS])}")
    if baits := grounds.value("cross_links_clickbait"):
        parts.append(f"{_count(baits, 'bait teaser')} beside it")
    sentence = "; ".join(parts) or "nothing stands out"
    return f"{sentence[0].upper()}{sentence[1:]}."


def _added_up(
    evidence: Iterable[Evidence],
) -> tuple[dict[str, float], Collection[tuple[Annotation, ...]]]:
    """Go over the evidence on the quality once: every article has hundreds of items.

    Returns:
        The pushes, added up by the part of the article that they belong to, and the
        findings behind them: features that rest on the same share one tuple.
    """
    pushes: defaultdict[str | None, float] = defaultdict(float)
    findings: dict[int, tuple[Annotation, ...]] = {}
    for score, feature, _, push, annotations in evidence:
        if score == QUALITY:
            pushes[_GROUP_OF.get(feature)] += push
            if annotations:
                findings[id(annotations)] = annotations
    return {group: pushes[group] for group in _AGAINST}, findings.values()
