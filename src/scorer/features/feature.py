"""What a feature is: a named number about an article, with its unit and meaning."""

from collections.abc import Callable
from dataclasses import dataclass

from scorer.features.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A number that a reader can check against the text.

    NaN means that the number is undefined here, 0 that there is nothing to count.

    Attributes:
        name: As in the CSV report where it stands there.
        unit: What one of it is: `sources`, `share`, `per 1,000 words`.
        meaning: One sentence for a reader of the score.
        measure: From the facts about an article to the number.
        labels: The labels of the annotations that it rests on.
        quality: +1 where more of it never lowers evidential quality, -1 where
            more never raises it, 0 where the data may decide.
        sensationalism: The same for sensationalism.
    """

    name: str
    unit: str
    meaning: str
    measure: Callable[[Facts], float]
    labels: tuple[str, ...] = ()
    quality: int = 0
    sensationalism: int = 0
