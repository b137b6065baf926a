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

A finding is what readers of news would mark; how sure it is, and the weight of
what falls short of a finding, depends more on how uncertain its whole sentence
reads than on the cue: "many" beside "are considered" says more than alone.
"""

from collections.abc import Iterator
from itertools import groupby, repeat
from operator import itemgetter
from typing import Final

from scorer.detector import Detector, Example
from scorer.detectors.hedges.cues import candidates
from scorer.detectors.hedges.doubt import DOUBTFUL, describe, grade, weigh
from scorer.reading import Reading
from scorer.text.linear import sigmoid
from scorer.text.tables import load_table
from scorer.types import Annotation

_TABLE = load_table("hedges")
_WEIGHTS: Final[dict[str, float]] = _TABLE["weights"]
_LABELS: Final = {kind: f"hedge.{kind}" for kind in _TABLE["cues"]}
_FAINTEST: Final = 0.05  # below, a cue is not worth a mark
_SENTENCE: Final = itemgetter(0)  # of a candidate


def _find(reading: Reading) -> Iterator[Annotation]:
    weight_of, none = _WEIGHTS.get, repeat(0.0)
    for number, group in groupby(candidates(reading), _SENTENCE):
        cues = list(group)
        doubt = None
        for _, first, last, kind, features in cues:
            weight = sigmoid(sum(map(weight_of, features, none)))
            if kind in DOUBTFUL:
                if doubt is None:
                    doubt = weigh(describe(reading, number, cues))
                weight = grade(weight, doubt)
            if weight > _FAINTEST:
                yield Annotation(
                    "hedges",
                    _LABELS[kind],
                    reading.span(first, last),
                    round(weight, 4),
                    reading.voice(first),
                )


DETECTOR = Detector(
    name="hedges",
    version=4,
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
