"""What an attribution is made of, in numbers of words and places of characters."""

from typing import NamedTuple

from scorer.types import Span


class Words(NamedTuple):
    """The words from `first` up to but not including `last`."""

    first: int
    last: int


class Statement(NamedTuple):
    """One attribution: who is said to have said what.

    Attributes:
        head: The word that made it a candidate, such as "said".
        cue: All words of the cue: "has also said".
        source: Who said it; None where nobody is named.
        content: What was said, marks included; None where it could not be found.
        weight: How sure it is that this is an attribution.
    """

    head: int
    cue: Words
    source: Words | None
    content: Span | None
    weight: float
