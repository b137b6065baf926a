"""How loaded a sentence sounds as a whole, and what that does to its loaded words.

In an article the outlet's manner shows in many words. A headline or a lone sentence has
few of them, but there every word tells a little of whether the sentence reports or
judges; together they settle whether the best candidate is a finding.
"""

from collections.abc import Sequence
from itertools import groupby
from math import sqrt
from typing import Final

from scorer.loadedness import Candidate, Lexicon
from scorer.reading import Reading
from scorer.text.linear import sigmoid

_HOPELESS: Final = -3.0  # a word that no tone of its sentence makes loaded


def tone_of(reading: Reading, tone: dict[str, float], number: int) -> float:
    """Return what all the words of a sentence lean to together."""
    sentence = reading.sentences[number]
    words = reading.words[sentence.first : sentence.last]
    return sum([tone[word] for word in words if word in tone]) / sqrt(len(words) or 1)


def settle(
    reading: Reading,
    lexicon: Lexicon,
    candidates: Sequence[Candidate],
    leans: Sequence[float],
) -> list[float]:
    """Return what the candidates lean to once their sentences had their say.

    All candidates of a sentence are moved alike, so that the best of them ends where
    its own weight and the sentence's tone put it.
    """
    weigh = lexicon.sentence
    settled: list[float] = []
    pairs = zip(candidates, leans, strict=True)
    of, quoted = reading.sentence_of, reading.quoted
    for number, group in groupby(pairs, lambda pair: of[pair[0][0]]):
        here = list(group)
        best = max([lean for (i, _, _), lean in here if not quoted[i]], default=0.0)
        tone = tone_of(reading, lexicon.tone, number)
        lean = weigh["bias"] + weigh["own"] * sigmoid(best) + weigh["tone"] * tone
        shift = lean - best if best > _HOPELESS else min(0.0, lean - best)
        settled += [lean + shift for _, lean in here]
    return settled
