"""Judge a headline by itself, without the article below it."""

from collections.abc import Iterable

from scorer.detectors import headlines, loaded_words
from scorer.document import Document
from scorer.reading import Reading
from scorer.text.linear import sigmoid
from scorer.text.tables import load_table
from scorer.types import Annotation, HeadlineScore

_FINDING = 0.5
_MOST = 3.0  # sum of weights beyond which a headline is loaded anyway


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


def describe_headline(words: Iterable[float], bait: float) -> dict[str, float]:
    """Return what the probability of loaded wording rests on.

    Args:
        words: How sure each finding of loaded wording is.
        bait: How likely the headline is clickbait.
    """
    found = list(words)
    return {
        "sum": min(sum(found), _MOST),
        "most": max(found, default=0.0),
        "bait": bait,
    }


def _loaded(words: tuple[Annotation, ...], bait: float) -> float:
    weigh: dict[str, float] = load_table("headlines")["loaded"]
    features = describe_headline((a.weight for a in words), bait)
    lean = weigh["bias"] + sum(weigh[name] * x for name, x in features.items())
    return round(sigmoid(lean), 4)
