"""Judge a headline by itself, without the article below it."""

from functools import cache

from scorer.detectors import headlines, loaded_words
from scorer.document import Document
from scorer.reading import Reading
from scorer.text.linear import sigmoid
from scorer.text.tables import load_table
from scorer.types import Annotation, HeadlineScore


def score_headline(text: str) -> HeadlineScore:
    """Return how likely a headline is clickbait and how likely it is loaded.

    Example:
        >>> score = score_headline("Council approves harbour budget")
        >>> score.clickbait < 0.5, score.loaded < 0.5
        (True, True)
    """
    reading = Reading.of(Document.from_text("", title=text))
    headline = headlines.DETECTOR.annotate(reading)
    words = loaded_words.DETECTOR.annotate(reading)
    bait = next((a.weight for a in headline if a.label == "headline.clickbait"), 0.0)
    found = sorted((*headline, *words), key=lambda a: a.span)
    return HeadlineScore(
        clickbait=bait,
        loaded=_loaded(words, bait),
        annotations=tuple(a for a in found if a.weight >= _FINDING),
    )


_FINDING = 0.5


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = load_table("headlines")["loaded"]
    return weights


def _loaded(words: tuple[Annotation, ...], bait: float) -> float:
    found = [a.weight for a in words]
    features = {
        "bias": 1.0,
        "sum": min(sum(found), 3.0),
        "most": max(found, default=0.0),
        "bait": bait,
    }
    weigh = _weights()
    return round(sigmoid(sum(weigh[name] * x for name, x in features.items())), 4)
