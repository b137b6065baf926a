"""The kinds of findings that a page tells apart, and what each label is."""

from typing import Final, NamedTuple

from scorer.detectors import DETECTORS


class Kind(NamedTuple):
    """A kind of finding: one switch, one colour, one line, one letter.

    Attributes:
        key: Names it in the page's styles; by the labels of one detector.
        letter: Stands behind each finding, so that colour is never all there is.
    """

    key: str
    name: str
    letter: str
    about: str


HEDGE: Final = Kind("hedge", "Hedges", "H", "the writer holds back from a claim")
SOURCE: Final = Kind("source", "Sources", "S", "who is said to have said it")
SAID: Final = Kind("said", "Statements", "", "what is credited to a source")
LOADED: Final = Kind("loaded", "Loaded words", "L", "a verdict or drama in the words")
HEADLINE: Final = Kind("headline", "Headline", "T", "bait, or more than the text says")
LINK: Final = Kind("link", "Cross-links", "X", "points to other articles")
KINDS: Final = (HEDGE, SOURCE, SAID, LOADED, HEADLINE, LINK)

_BY_LABEL: Final = {
    "hedge": HEDGE,
    "source": SOURCE,
    "loaded": LOADED,
    "headline": HEADLINE,
    "cross_link": LINK,
    "attribution.source": SOURCE,
    "attribution.cue": SAID,
    "attribution.content": SAID,
}

MEANINGS: Final = {
    label: meaning for detector in DETECTORS for label, meaning in detector.labels
}


def kind_of(label: str) -> Kind | None:
    """Return the kind of a label; None of a label that no detector gives.

    Example:
        >>> kind_of("hedge.modal").name, kind_of("attribution.cue").name
        ('Hedges', 'Statements')
    """
    return _BY_LABEL.get(label) or _BY_LABEL.get(label.partition(".")[0])


def label_name(label: str) -> str:
    """Write a label for a reader.

    Example:
        >>> label_name("loaded.scare_quote"), label_name("hedge.weasel")
        ('scare quote', 'weasel')
    """
    return label.partition(".")[2].replace("_", " ")
