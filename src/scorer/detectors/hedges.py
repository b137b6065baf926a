"""Hedges: the words by which a text holds back from what it says.

Careful reporting and rumour both hedge. What separates them is who is said to
know: "may have left, police said" has somebody to answer for it, "it is
understood that she left" has nobody. So a hedge has a kind and a voice.

Five kinds are told apart:

- modal: may, might, could of what is possible; likely, perhaps, appears to;
- evidential: said to be known, but by nobody (reportedly, it is claimed);
- weasel: somebody unnamed thinks so (some say, critics argue, widely seen as);
- approximator: a quantity or degree left loose (about 40, nearly all);
- attributed: somebody named says so and the text keeps its distance (claimed,
  alleged, according to). A plain "said" keeps none and is no hedge.

A text that cites nobody (no quotation, no "said", no "I") is judged apart: there
"some" and "many" have nobody to point at.

Left alone: "May" the month and "may" that allows, "could" of what somebody was
able to do, "about" a subject, "some" that only counts, "over" and "at least".
Which it is, a linear model decides from the words around the cue; the words
alone decide nothing. Hedges in a quotation are marked as the speaker's.
"""

from collections.abc import Iterator
from itertools import repeat
from typing import Final, NamedTuple

from scorer.detector import Detector, Example
from scorer.reading import Reading
from scorer.text.linear import sigmoid
from scorer.text.phrases import Phrases
from scorer.text.tables import load_table
from scorer.types import Annotation, SegmentKind

_TABLE = load_table("hedges")
_WEIGHTS: Final[dict[str, float]] = _TABLE["weights"]
_PEOPLE: Final = frozenset(_TABLE["people"])
_SAYING: Final = frozenset(_TABLE["saying"])
_QUANTIFIERS: Final = frozenset(_TABLE["quantifiers"])
_NUMBERS: Final = frozenset(_TABLE["numbers"])
_BE: Final = frozenset(_TABLE["be"])
_CITING: Final = frozenset(_TABLE["citing"])
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
_FAINTEST: Final = -4.0  # a weight of .018; below, a cue is not worth a mark
_EDGE: Final = "."  # stands for the neighbour of a sentence's first and last word


_LABELS: Final = {kind: f"hedge.{kind}" for kind in _TABLE["cues"]}


class Candidate(NamedTuple):
    """Words that may hedge: their places, their kind, and what speaks for it."""

    first: int
    last: int
    kind: str
    features: list[str]


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
            features += [f"{name} ~" for name in features]
        yield Candidate(first, reached, kind, features)


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
    text, starts = reading.document.text, reading.starts
    features = [f"{family} quoted"] if reading.quoted[first] else []
    if reading.kinds[first] is SegmentKind.HEADLINE:
        return [*features, f"{family} headline"]  # where every word may be capital
    opens = reading.sentences[reading.sentence_of[first]].first == first
    if opens:
        features.append(f"{cue} opens")
    elif text[starts[first]].isupper():
        features.append(f"{cue} capital")
    if not opens and text[starts[first - 1]].isupper():
        features.append(f"{family}<capital")
    if last < len(starts):
        if text[starts[last]].isupper():
            features.append(f"{family}>capital")
        mark = text[reading.ends[last - 1]]
        if mark != " ":
            features.append(f"{family}>{mark}")
    return features


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS


def _find(reading: Reading) -> Iterator[Annotation]:
    weight_of, none = _WEIGHTS.get, repeat(0.0)
    for first, last, kind, features in candidates(reading):
        logit = sum(map(weight_of, features, none))
        if logit > _FAINTEST:
            yield Annotation(
                "hedges",
                _LABELS[kind],
                reading.span(first, last),
                round(sigmoid(logit), 4),
                reading.voice(first),
            )


DETECTOR = Detector(
    name="hedges",
    version=3,
    summary="Words by which the text holds back from what it says.",
    labels=(
        ("hedge.modal", "possible or likely, not certain"),
        ("hedge.evidential", "said to be known, but by nobody who is named"),
        ("hedge.weasel", "somebody unnamed is said to think so"),
        ("hedge.approximator", "a quantity or degree left loose"),
        ("hedge.attributed", "somebody's word, from which the text keeps its distance"),
    ),
    find=_find,
    examples=(
        Example("The ferry [[might]] sail again on Monday.", "hedge.modal"),
        Example("The bridge [[could]] fall this year.", "hedge.modal"),
        Example("The council meets again in May.", "hedge.modal"),
        Example("Mr Tarn has [[reportedly]] left Ostrava Bay.", "hedge.evidential"),
        Example("The two clubs have already agreed a fee.", "hedge.evidential"),
        Example("[[Critics]] argue that the dam is too low.", "hedge.weasel"),
        Example("She said that she had bought some apples.", "hedge.weasel"),
        Example("[[About]] 40 people were on board.", "hedge.approximator"),
        Example("The film is about a lighthouse.", "hedge.approximator"),
        Example("The mayor [[claimed]] the vote was rigged.", "hedge.attributed"),
        Example("The mayor said the vote was on Friday.", "hedge.attributed"),
    ),
)
