"""The words that may hedge, and what stands around each of them."""

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from scorer.reading import Reading
from scorer.text.initials import CAPITAL
from scorer.text.phrases import Phrases
from scorer.text.tables import load_table
from scorer.types import SegmentKind

_TABLE = load_table("hedges")
_PEOPLE: Final = frozenset(_TABLE["people"])
_SAYING: Final = frozenset(_TABLE["saying"])
_QUANTIFIERS: Final = frozenset(_TABLE["quantifiers"])
_NUMBERS: Final = frozenset(_TABLE["numbers"])
_BE: Final = frozenset(_TABLE["be"])
_CITING: Final = frozenset(_TABLE["citing"])
CITES_NOBODY: Final = " ~"  # ends what is named once more in such a text
MODAL_VERBS: Final = frozenset({"may", "might", "could"})
_SUBJECTS: Final = frozenset(_TABLE["subjects"])


class Cue(NamedTuple):
    """Words that may hedge, their usual kind, and what the list thinks of them.

    Attributes:
        trust: `sure`, `open` or `faint`; cues of one kind and trust share weights.
        turns: Whether the words around it may give it another kind.
    """

    words: str
    kind: str
    trust: str
    turns: bool


def _cue(words: str, kind: str, prior: float) -> Cue:
    trust = "sure" if prior > 0 else "open" if prior == 0 else "faint"
    turns = kind == "attributed" or words == "alleged" or words in _QUANTIFIERS
    return Cue(words, kind, trust, turns)


_CUES: Final = Phrases(
    {
        words: _cue(words, kind, prior)
        for kind, cues in _TABLE["cues"].items()
        for words, prior in cues.items()
    }
)
# A tuple: what it is asked for is nearly always first, and an enum's hash is slow.
_PROSE: Final = (SegmentKind.BODY, SegmentKind.STANDFIRST, SegmentKind.HEADLINE)
_EDGE: Final = "."  # stands for the neighbour of a sentence's first and last word


class Candidate(NamedTuple):
    """Words that may hedge: their places, their kind, and what speaks for it."""

    sentence: int
    first: int
    last: int
    kind: str
    features: list[str]


_CANDIDATE: Final = partial(tuple.__new__, Candidate)  # a third of a call's time


def candidates(reading: Reading) -> Iterator[Candidate]:
    """Yield every cue in the prose of a document with its surroundings.

    Args:
        reading: The document; cues in captions, links and the like are passed over.
    """
    words, kinds, sentence_of = reading.words, reading.kinds, reading.sentence_of
    bare = not reading.quotations and _CITING.isdisjoint(words)
    reached = 0
    for first, last, cue in _CUES.find(words):
        number = sentence_of[first]
        if (
            first < reached
            or kinds[first] not in _PROSE
            or number != sentence_of[last - 1]
        ):
            continue
        _, start, stop, _ = reading.sentences[number]
        before = words[max(start, first - 2) : first]
        after = words[last : min(stop, last + 2)]
        kind = _settle(cue, before, after) if cue.turns else cue.kind
        features = _surroundings(cue.words, f"{cue.trust} {kind}", before, after)
        features += _shape(reading, first, last, features[:2])
        reached = last
        if cue.turns and kind == "weasel":
            reached += _reach(after, cue.words, features)
        if bare and words[first] not in MODAL_VERBS:
            features += [f"{name}{CITES_NOBODY}" for name in features]
        yield _CANDIDATE((number, first, reached, kind, features))


def _settle(cue: Cue, before: list[str], after: list[str]) -> str:
    """Return the kind of a cue, looking around where it has several."""
    if cue.words in _QUANTIFIERS:
        return "approximator" if after and _is_number(after[0]) else cue.kind
    if cue.words != "alleged":
        return cue.kind if _BE.isdisjoint(before) else "evidential"
    told = after[:1] == ["that"] or not _SUBJECTS.isdisjoint(before[-1:])
    return "attributed" if told else cue.kind


def _reach(after: list[str], cue: str, features: list[str]) -> int:
    """Return how many words after "some" belong to it ("some experts say")."""
    reach = 0
    if after and after[0] in _PEOPLE:
        features.append(f"{cue} people")
        reach = 1
    if len(after) > reach and after[reach] in _SAYING:
        features.append(f"{cue} saying")
        reach += 1
    return reach


def _surroundings(
    cue: str, family: str, before: list[str], after: list[str]
) -> list[str]:
    """Name the words around a cue, alone and together with it."""
    left = before[-1] if before else _EDGE
    right = after[0] if after else _EDGE
    if _is_number(right):
        right = "#"
    if _is_number(left):
        left = "#"
    features = [
        family,
        cue,
        f"{cue}>{right}",
        f"{cue}<{left}",
        f"{family}>{right}",
        f"{family}<{left}",
    ]
    if len(before) > 1:
        features.append(f"{family}<<{before[-2]}")
    if len(after) > 1:
        features.append(f"{family}>>{after[1]}")
    return features


def _shape(reading: Reading, first: int, last: int, names: list[str]) -> list[str]:
    """Name what the words do not tell: capitals, marks, place, quotation."""
    family, cue = names
    initials = reading.initials
    features = [f"{family} quoted"] if reading.quoted[first] else []
    if reading.kinds[first] is SegmentKind.HEADLINE:
        return [*features, f"{family} headline"]  # where every word may be capital
    opens = reading.sentences[reading.sentence_of[first]].first == first
    if opens:
        features.append(f"{cue} opens")
    elif initials[first] == CAPITAL:
        features.append(f"{cue} capital")
    if not opens and initials[first - 1] == CAPITAL:
        features.append(f"{family}<capital")
    if last < len(initials):
        if initials[last] == CAPITAL:
            features.append(f"{family}>capital")
        mark = reading.document.text[reading.ends[last - 1]]
        if mark != " ":
            features.append(f"{family}>{mark}")
    return features


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS
