"""The words that name a source: found on one side of the cue, then drawn out.

Candidates come from the structure of the sentence (the subject before the cue or,
inverted, after it; a name further off; nobody) and linear models rank them.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import load_choice, load_model

_TABLE: Final = "attribution_sources"
_FAR: Final = 40  # words between a source and its cue
_REACH: Final = 30  # words of a source
_MOST: Final = 6  # candidates on the left
_AGENT: Final = 4  # words after a cue in which "by" may lead in the source
_AGENTS: Final = frozenset({"by", "from", "of", "among", "to", "with", "in", "for"})
_SUBJECTS: Final = frozenset({"he", "she", "they", "it", "we", "i", "you", "who"})
_VERBAL: Final = frozenset({"have", "be", "modal", "wh", "do"})
LINKS: Final = frozenset(
    {"prep", "that", "and", "but", "conj", "sub", "wh", "to"}
    | {"have", "be", "modal", "do", "adv", "day", "not"}
)
_OPENERS: Final = frozenset({"det", "pron", "title"})
_STEPS: Final = (0, 1, 2, 3, 4, 5, 7, 10, 14, 20)
_TOP: Final = _STEPS[-1]
_NAMES: Final = [str(max(s for s in _STEPS if s <= n)) for n in range(_TOP + 1)]
SIDES: Final = "lLrR-"
_SHARED: Final = 3  # values of an anchor that all on its side share


Row = tuple[str, ...]  # what a model asks of one candidate, a value a template


class Anchor(NamedTuple):
    """Where a source may stand: its last word on the left, its first on the right.

    Attributes:
        side: `l` or `r` beside the cue, `L` or `R` further off, `-` nobody.
    """

    side: str
    word: int


def bucket(n: int) -> str:
    """Name a number by the step that it reaches."""
    if n < _TOP:
        return _NAMES[n] if n > 0 else "0"
    return _NAMES[_TOP]


def find_source(around: Surroundings, head: int, cue: Words) -> Words | None:
    """Return the words of the source of a cue, None where nobody is named."""
    if is_sure(around, cue):
        return Words(cue.first - 1, cue.first)
    places = anchors(around, cue)
    shared = load_choice(_TABLE, "anchor", SIDES, last=_SHARED)
    own = load_choice(_TABLE, "anchor", SIDES, first=_SHARED)
    common = side_values(around, head, cue)
    sides = {s: shared[s].score(common) for s in {place.side for place in places}}
    best = max(
        places,
        key=lambda a: sides[a.side] + own[a.side].score(place_values(around, cue, a)),
    )
    if best.side == "-":
        return None
    if best.side in "lL":
        return Words(_first(around, best.word), best.word + 1)
    return Words(best.word, _last(around, best.word))


def is_sure(around: Surroundings, cue: Words) -> bool:
    """Tell whether a subject pronoun stands right before a cue."""
    i = cue.first - 1
    return around.words[i] in _SUBJECTS and around.gaps[i] == " "


def anchors(around: Surroundings, cue: Words) -> list[Anchor]:
    """Return the places where the source of a cue may stand."""
    sentence = around.reading.sentences[around.reading.sentence_of[cue.first]]
    found = [Anchor("-", cue.first)]
    if cue.first > sentence.first:
        found.append(Anchor("l", cue.first - 1))
    floor = max(sentence.first, cue.first - _FAR)
    before = range(cue.first - 2, floor - 1, -1)
    far = [Anchor("L", i) for i in before if _may_end(around, i)]
    found += far[:_MOST]
    if len(far) > _MOST:
        found.append(far[-1])
    if cue.last < sentence.last:
        found.append(Anchor("r", cue.last))
    for i in range(cue.last + 1, min(sentence.last, cue.last + _AGENT)):
        if around.words[i - 1] in _AGENTS:
            found.append(Anchor("R", i))
    return found


def _may_end(around: Surroundings, i: int) -> bool:
    kind = around.kinds[i]
    return (
        kind == "pron"
        or (around.capital[i] and not around.capital[i + 1])
        or around.gaps[i] != " "
        or around.kinds[i + 1] in _VERBAL
        or kind == "wh"
    )


def anchor_values(
    around: Surroundings, head: int, cue: Words, anchor: Anchor
) -> tuple[str, ...]:
    """Return what the model asks about a place for the source, its side before all."""
    values = side_values(around, head, cue) + place_values(around, cue, anchor)
    return tuple(f"{anchor.side} {value}" for value in values)


def side_values(around: Surroundings, head: int, cue: Words) -> tuple[str, ...]:
    """Return what is the same for every place on one side of a cue."""
    gaps, kinds = around.gaps, around.kinds
    sentence = around.reading.sentences[around.reading.sentence_of[cue.first]]
    before = "^" if cue.first == sentence.first else gaps[cue.first - 1]
    return (
        f"{before} {gaps[cue.last - 1]}",
        f"{kinds[cue.first - 1]} {kinds[cue.last]}",
        f"{around.words[head]} {before}",
    )


def place_values(around: Surroundings, cue: Words, anchor: Anchor) -> tuple[str, ...]:
    """Return what is a place's own."""
    side, i = anchor
    gaps, kinds = around.gaps, around.kinds
    return (
        kinds[i],
        f"{gaps[i]} {kinds[i + 1]}",
        bucket(cue.first - i if side in "lL" else i - cue.last),
        f"{gaps[i - 1]} {around.words[i - 1]}",
    )


def _first(around: Surroundings, last: int) -> int:
    if around.kinds[last] in {"pron", "wh"}:
        return last
    places = starts(around, last)
    rows = start_values(around, last, places)
    return places[load_model(_TABLE, "start").best(rows)]


def starts(around: Surroundings, last: int) -> list[int]:
    """Return where a source that ends with the word `last` may start."""
    sentence = around.reading.sentences[around.reading.sentence_of[last]]
    floor = max(sentence.first, last + 1 - _REACH)
    found = []
    for i in range(last, floor - 1, -1):
        if i == floor:
            found.append(i)
            break
        gap = around.gaps[i - 1]
        if gap[0] == "~":
            continue
        if gap != " " or around.kinds[i - 1] in LINKS or _opens(around, i):
            found.append(i)
        if '"' in gap or ";" in gap:
            break
    return found


def _opens(around: Surroundings, i: int) -> bool:
    if around.kinds[i] in _OPENERS:
        return True
    return around.capital[i] and not around.capital[i - 1]


def start_values(around: Surroundings, last: int, places: Sequence[int]) -> list[Row]:
    """Return what the model asks about each first word that a source may have."""
    words, kinds, gaps = around.words, around.kinds, around.gaps
    sentence = around.reading.sentences[around.reading.sentence_of[last]]
    rows: list[Row] = []
    for i in places:
        first, kind = i == sentence.first, kinds[i]
        gap = "^" if first else gaps[i - 1]
        left = "^" if first else kinds[i - 1]
        commas = min(3, around.commas(i, last))
        verbs = around.verbal(i + 1, last + 1)
        row = (
            words[i],
            f"{gap} {left}",
            f"{left} {kind}",
            f"{bucket(last - i)} {kind}",
            f"{gap} {gaps[last]} {commas}",
            f"{verbs:d} {commas} {left}",
        )
        rows.append(row)
    return rows


def _last(around: Surroundings, first: int) -> int:
    if around.kinds[first] == "pron":
        return first + 1
    places = ends(around, first)
    rows = end_values(around, first, places)
    return places[load_model(_TABLE, "end").best(rows)] + 1


def ends(around: Surroundings, first: int) -> list[int]:
    """Return with which word a source that starts with `first` may end."""
    sentence = around.reading.sentences[around.reading.sentence_of[first]]
    ceiling = min(sentence.last, first + _REACH)
    found = []
    for i in range(first, ceiling):
        gap = around.gaps[i]
        if gap[0] == "~" and i < ceiling - 1:
            continue
        if i == ceiling - 1 or gap != " " or _breaks(around, i + 1):
            found.append(i)
        if '"' in gap or ";" in gap:
            break
    return found


def _breaks(around: Surroundings, i: int) -> bool:
    kind = around.kinds[i]
    return (
        kind in LINKS or kind in _OPENERS or around.capital[i - 1] > around.capital[i]
    )


def end_values(around: Surroundings, first: int, places: Sequence[int]) -> list[Row]:
    """Return what the model asks about each last word that a source may have."""
    words, kinds = around.words, around.kinds
    sentence = around.reading.sentences[around.reading.sentence_of[first]]
    rows: list[Row] = []
    for i in places:
        gap = "$" if i == sentence.last - 1 else around.gaps[i]
        right = kinds[i + 1]
        row = (
            f"{gap} {words[i + 1]}",
            f"{kinds[i]} {gap} {right}",
            f"{bucket(i - first)} {gap}",
            f"{kinds[first]} {kinds[i]}",
            f"{min(3, around.commas(first, i))} {right}",
            f"{words[first - 1]} {gap}",
            f"{around.verbal(first + 1, i + 1):d} {right}",
        )
        rows.append(row)
    return rows


def hull(parts: Sequence[Words]) -> Words:
    """Return the words from the first to the last of several parts."""
    return Words(min(p.first for p in parts), max(p.last for p in parts))
