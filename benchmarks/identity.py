"""Compare who two readings of an article take its sources for.

Each reading is a list of mentions with the number of the source that each names.
Mentions are matched by overlap, one to one, the longest first. B-cubed looks at
every matched mention: how many of the mentions that share its source in one reading
share it in the other (Bagga and Baldwin 1998).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from scorer.types import Span

_PRONOUN = re.compile(
    r"(?i)(he|she|they|it|we|i|you|who|him|her|them|his|their|its|us)"
)
_ROLE = re.compile(
    r"(?:the|an?|one|this|that|another|some|many|several)\b", re.IGNORECASE
)
_HANDLE = re.compile(r" ?\(?@\w")
_PARTICIPLE = re.compile(r" (\w+ ){0,2}\w+ing\b")
# What stands around a mention, the most telling first: before it, after it.
_SETTINGS = (
    ("signature of a post", re.compile(r"[—–-] ?$"), _HANDLE),
    ("speaker before a colon", re.compile(r"(^|\n)$"), re.compile(r"[^\n.]{0,40}:")),
    ("joined by and", re.compile(r"\band (Sen\. |the )?$"), re.compile("")),
    ("joined by and", re.compile(""), re.compile(r" and \w")),
    ("name far from its verb", re.compile(""), re.compile(r",? \(|, \w|—\w")),
    ("noun for a cue", re.compile(""), re.compile(r"['’]s ")),
    ("noun for a cue", re.compile(r"\b(by|from|with) (the )?$"), re.compile("")),
    ("participle for a cue", re.compile(""), _PARTICIPLE),
)
_SEEN_AROUND = 60


class Mention(NamedTuple):
    """A place where something is credited to a source.

    Attributes:
        source: Number of the source, in the reading that the mention belongs to.
        ignored: Whether it names one who only relays, whom no reading must mark.
    """

    span: Span
    source: int
    kind: str
    via: int | None = None
    ignored: bool = False


class Match(NamedTuple):
    gold: Mention
    found: Mention


class Compared(NamedTuple):
    """One article: what both readings have, and what only one has."""

    text: str
    matches: list[Match]
    missed: list[Mention]
    extra: list[Mention]
    sources: tuple[int, int]
    why: tuple[tuple[Span, str], ...] = ()  # what else is known of places, for mistakes


class HasSpan(Protocol):
    """Anything that stands somewhere."""

    @property
    def span(self) -> Span: ...


def is_pronoun(text: str, mention: HasSpan) -> bool:
    return _PRONOUN.fullmatch(mention.span.of(text).strip("\"“”'‘’ ")) is not None


def shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def match(
    text: str,
    gold: Sequence[Mention],
    found: Sequence[Mention],
    sources: tuple[int, int],
) -> Compared:
    """Match the mentions of two readings."""
    pairs = [
        (shared(g.span, f.span), -i, -j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.span.overlaps(f.span)
    ]
    of_gold: dict[int, int] = {}
    of_found: dict[int, int] = {}
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in of_gold and -j not in of_found:
            of_gold[-i], of_found[-j] = -j, -i
    matches = [Match(gold[i], found[j]) for i, j in sorted(of_gold.items())]
    missed = [g for i, g in enumerate(gold) if i not in of_gold and not g.ignored]
    extra = [
        f
        for j, f in enumerate(found)
        if j not in of_found and not any(f.span.overlaps(g.span) for g in gold)
    ]
    kept = [m for m in matches if not m.gold.ignored]
    return Compared(text, kept, missed, extra, sources)


def b_cubed(
    articles: Sequence[Compared], *, whole: bool = False
) -> tuple[float, float, float]:
    """Return precision, recall and F1 over mentions.

    Args:
        articles: Compared readings.
        whole: Count mentions that only one reading has as wholly wrong, too.
    """
    precision = recall = 0.0
    found = gold = 0
    for article in articles:
        both = Counter((m.gold.source, m.found.source) for m in article.matches)
        of_gold = Counter(m.gold.source for m in article.matches)
        of_found = Counter(m.found.source for m in article.matches)
        for (g, f), n in both.items():
            precision += n * n / of_found[f]
            recall += n * n / of_gold[g]
        found += len(article.matches) + whole * len(article.extra)
        gold += len(article.matches) + whole * len(article.missed)
    p, r = precision / max(1, found), recall / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def form(text: str, mention: Mention) -> str:
    """Say in what form a mention names its source."""
    words = mention.span.of(text)
    if is_pronoun(text, mention):
        return "pronoun"
    capitals = re.findall(r"\b[A-Z][\w’'-]+", words)
    if re.search(r"(?i)spokes(man|woman|person)|representative", words):
        return "spokesman"
    if re.search(r"\b[A-Z]{2,6}\b", words) and len(words) <= len("the NATO’s"):
        return "abbreviation"
    if not capitals or (_ROLE.match(words) and len(capitals) <= 1):
        return "common noun"
    return "short name" if len(words.split()) == 1 else "full name"


def setting(text: str, mention: Mention) -> str:
    """Say what about the place of a mention may have hidden it."""
    start, end = mention.span
    before, after = text[max(0, start - _SEEN_AROUND) : start], text[end:]
    after = after[:_SEEN_AROUND]
    if mention.kind in {"unspecified", "document"}:
        return mention.kind
    for name, left, right in _SETTINGS:
        if left.search(before) and right.match(after):
            return name
    return form(text, mention)


def mistakes(article: Compared) -> Iterator[tuple[str, str]]:
    """Yield each mention that stands with the wrong source, as kind and words.

    In each source, the mentions that most share their source are taken as right.
    """
    text = article.text
    yield from _splits(text, article.matches)
    yield from _merges(text, article.matches)
    for mention in article.missed:
        why = [w for span, w in article.why if span.overlaps(mention.span)]
        reason = why[0] if why else "no mark"
        end = mention.span.end
        words = f"{mention.span.of(text)} … {text[end : end + 20].split(chr(10))[0]}"
        yield f"missed, {reason}: {setting(text, mention)}", words
    for mention in article.extra:
        yield f"marked in vain: {form(text, mention)}", mention.span.of(text)


def _splits(text: str, matches: Sequence[Match]) -> Iterator[tuple[str, str]]:
    for source in {m.gold.source for m in matches}:
        own = [m for m in matches if m.gold.source == source]
        usual = Counter(m.found.source for m in own).most_common(1)[0][0]
        right = [m for m in own if m.found.source == usual]
        kept = right[0].gold.span.of(text)
        for m in own:
            if m.found.source == usual:
                continue
            others = any(
                o.found.source == m.found.source and o.gold.source != source
                for o in matches
            )
            where = "given to another" if others else "taken for a new source"
            forms = f"{form(text, m.gold)} of a {form(text, right[0].gold)}"
            yield f"split: {forms}, {where}", f"{m.gold.span.of(text)} | {kept}"


def _merges(text: str, matches: Sequence[Match]) -> Iterator[tuple[str, str]]:
    for source in {m.found.source for m in matches}:
        own = [m for m in matches if m.found.source == source]
        usual = Counter(m.gold.source for m in own).most_common(1)[0][0]
        right = next(m for m in own if m.gold.source == usual)
        for m in own:
            if m.gold.source != usual:
                forms = f"{form(text, m.gold)} with a {form(text, right.gold)}"
                words = f"{m.gold.span.of(text)} | {right.gold.span.of(text)}"
                yield f"merged: {forms}", words
