"""Why a document scored as it did, in one plain sentence.

Many features push a score a little each. A reader is told the parts of the
article that they belong to, largest first, each with the fact that shows it best
and the very words where there are some. What stands beside the article comes last.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from math import isnan
from typing import Final

from scorer.features import GROUPS
from scorer.features.facts import FINDING
from scorer.types import Annotation, Score, Span, Voice

QUALITY: Final = "evidential_quality"
_LEAST_PUSH: Final = 1.0  # points; less is not worth a reader's time
_REASONS: Final = 3
_QUOTED: Final = 3  # words shown as examples
_LONGEST: Final = 60  # characters of a name; longer ones are no names
_MUCH: Final = 0.25
_MOST: Final = 0.6
_LARGE: Final = 0.4
_FEW: Final = 0.2
_SHORT: Final = 250  # words
_WEAK_BANDS: Final = frozenset({"mixed", "thin", "very thin"})
_GROUP_OF: Final = {f.name: group for group, fs in GROUPS for f in fs}


class _Facts:
    """What a sentence can be made of: values, and the words behind them."""

    def __init__(self, score: Score, features: Mapping[str, float], text: str) -> None:
        self._features = features
        self._text = text
        self.found = {
            (a.label, a.span): a
            for item in score.evidence
            if item.score == QUALITY
            for a in item.annotations
        }

    def value(self, name: str) -> float:
        """Return a feature's value, 0 where it is undefined."""
        value = self._features.get(name, 0.0)
        return 0.0 if isnan(value) else value

    def examples(self, *prefixes: str) -> str:
        """Quote a few of the words found, those most often found first."""
        words = Counter(
            self._shown(a.span).lower()
            for a in self.found.values()
            if a.label.startswith(prefixes) and a.voice is Voice.OUTLET
        )
        chosen = [word for word, _ in words.most_common() if len(word) <= _LONGEST]
        quoted = ", ".join(f"“{word}”" for word in chosen[:_QUOTED])
        return f" ({quoted})" if quoted else ""

    def main_source(self) -> str | None:
        """Name whose words are most: empty if without a name, None if nobody."""
        source_of = {
            a.group: a.source
            for a in self.found.values()
            if a.label == "attribution.source"
        }
        carried: Counter[int | None] = Counter()
        for group, said in self._carried().items():
            carried[source_of.get(group)] += said
        mentions = self._mentions()
        if not carried:  # nothing tells how much each of them carries
            carried.update({source: len(named) for source, named in mentions.items()})
        main = max(carried, key=lambda source: carried[source], default=-1)
        if main is None:
            return None
        name = self._name(mentions.get(main, []))
        return f" ({name})" if name else ""

    def relays(self) -> str:
        """Name the media through which statements came, those that carry most first.

        A medium that speaks for itself is named before the network that it posts on.
        """
        carried = self._carried()
        told: Counter[int] = Counter()
        for a in self.found.values():
            if a.label.startswith("source."):
                medium = a.source if a.label == "source.media" else a.via
                if medium is not None:
                    told[medium] += carried.get(a.group, 1)
        mentions = self._mentions()
        names = [
            self._name(mentions.get(medium, [])) for medium, _ in told.most_common()
        ]
        known = [name for name in names if name != name.lower()]  # not "the article"
        return f" from {', '.join(known[:_QUOTED])}" if known else " from other media"

    def _carried(self) -> Counter[int | None]:
        """Return how many characters each statement says, by its number."""
        said: Counter[int | None] = Counter()
        for a in self.found.values():
            if a.label == "attribution.content":
                said[a.group] += a.span.end - a.span.start
        return said

    def _mentions(self) -> dict[int, list[Annotation]]:
        mentions: dict[int, list[Annotation]] = {}
        for a in self.found.values():
            if a.source is not None and a.label != "attribution.cue":
                mentions.setdefault(a.source, []).append(a)
        return mentions

    def _name(self, mentions: list[Annotation]) -> str:
        names = [self._shown(a.span) for a in mentions]
        short = [name for name in names if len(name) <= _LONGEST]
        return max(short, key=len, default="")

    def _shown(self, span: Span) -> str:
        return " ".join(span.of(self._text).strip("'\"‘’“” ").split())


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _count(number: float, noun: str) -> str:
    return f"{number:.0f} {noun}{'' if round(number) == 1 else 's'}"


def _hangs_on_few(facts: _Facts, band: str | None) -> Iterable[str]:
    if not facts.value("sources_distinct"):
        return  # that no source is given is another reason
    largest = facts.value("largest_source_share")
    share, source = _percent(largest), facts.main_source()
    if facts.value("single_source") or largest >= _MOST:
        if source is None:
            yield f"{share} of what is attributed has no named source"
        else:
            yield f"it hangs on one source{source}"
    elif largest >= _LARGE and band in _WEAK_BANDS:
        whose = "has no named source" if source is None else f"is one source's{source}"
        yield f"{share} of what is attributed {whose}"
    if (relayed := facts.value("relayed_share")) >= _MUCH:
        share = _percent(relayed)
        yield f"{share} of what is attributed is relayed{facts.relays()}"


def _weak_sourcing(facts: _Facts) -> Iterable[str]:
    distinct = facts.value("sources_distinct")
    anonymous = facts.value("sources_anonymous")
    attributed = facts.value("attributed_share")
    if not distinct:
        yield "no source is given"
    elif anonymous and anonymous >= _MUCH * distinct:
        of = _count(distinct, "source")
        yield f"{anonymous:.0f} of {of} {'is' if anonymous == 1 else 'are'} anonymous"
    elif attributed < _FEW:
        yield f"only {_percent(attributed)} of the text is attributed to anyone"
    elif not facts.value("single_source"):
        effective = facts.value("sources_effective")
        yield f"few independent sources ({effective:.1f} in effect)"


def _good_sourcing(facts: _Facts) -> Iterable[str]:
    count = _count(facts.value("sources_distinct"), "source")
    yield f"{count} ({facts.value('sources_named'):.0f} named)"


def _weak_headline(facts: _Facts) -> Iterable[str]:
    if facts.value("headline_overclaim") >= FINDING:
        yield "the headline states flatly what the text only attributes"
    elif facts.value("headline_clickbait") >= FINDING:
        yield "the headline baits"
    else:
        yield "the headline is loud"


_HEDGES: Final = ("hedge.evidential", "hedge.weasel", "hedge.attributed", "hedge.modal")
_Clauses = Callable[[_Facts], Iterable[str]]

_AGAINST: Final[dict[str, _Clauses]] = {
    "sourcing": _weak_sourcing,
    "hedging": lambda facts: [
        f"claims are hedged rather than shown{facts.examples(*_HEDGES[:3])}"
    ],
    "wording": lambda facts: [f"the wording is loaded{facts.examples('loaded.')}"],
    "headline": _weak_headline,
    "details": lambda _: ["few dates or figures"],
    "shape": lambda facts: ["it is short"] if facts.value("words") < _SHORT else [],
}
_FOR: Final[dict[str, _Clauses]] = {
    "sourcing": _good_sourcing,
    "hedging": lambda _: ["little hedging"],
    "wording": lambda _: ["sober wording"],
    "headline": lambda _: ["a plain headline"],
    "details": lambda _: ["dates and figures"],
    "shape": lambda _: [],
}


def top_reasons(score: Score, features: Mapping[str, float], text: str) -> str:
    """Say what moved the quality most, as one sentence."""
    facts = _Facts(score, features, text)
    pushes = _pushes(score)
    down = list(_hangs_on_few(facts, score.band))
    up: list[str] = []
    for group, push in sorted(pushes.items(), key=lambda item: -abs(item[1])):
        if push <= -_LEAST_PUSH:
            down += _AGAINST[group](facts)
        elif push >= _LEAST_PUSH:
            up += _FOR[group](facts)
    parts = [", ".join(down[:_REASONS])] if down else []
    if up:
        parts.append(f"in its favour: {', '.join(up[:_REASONS])}")
    if baits := facts.value("cross_links_clickbait"):
        parts.append(f"{_count(baits, 'bait teaser')} beside it")
    sentence = "; ".join(parts) or "nothing stands out"
    return f"{sentence[0].upper()}{sentence[1:]}."


def _pushes(score: Score) -> dict[str, float]:
    """Add up the pushes on the quality by the part of the article they belong to."""
    pushes: dict[str, float] = dict.fromkeys(_AGAINST, 0.0)
    for item in score.evidence:
        group = _GROUP_OF.get(item.feature)
        if item.score == QUALITY and group in pushes:
            pushes[group] += item.contribution
    return pushes
