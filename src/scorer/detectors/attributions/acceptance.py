"""Whether a candidate is an attribution, judged again with its source and content.

The first judgement saw the neighbourhood of the cue alone. "The bridge showed" and
"the survey showed" differ only in who it is that shows.
"""

from typing import Final

from scorer.detectors.attributions.kinds import looks_like_body
from scorer.detectors.attributions.mentions import noun_kind
from scorer.detectors.attributions.parts import Mention, Statement
from scorer.detectors.attributions.sources import bucket
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import load_model

_TABLE: Final = "attribution_cues"
_STEPS: Final = 20  # into which the first judgement is cut


def accepted(around: Surroundings, statement: Statement) -> float:
    """Return the probability that a statement is an attribution."""
    model = load_model(_TABLE, "accept")
    return model.probability(accept_values(around, statement))


def accept_values(around: Surroundings, statement: Statement) -> tuple[str, ...]:
    """Return what the model asks about a statement whose parts are found."""
    head, cue, source, content, weight, mention = statement
    word = around.words[head]
    sort = sort_of(mention)
    first = int(weight * _STEPS)
    side, quoted, size = "-", "-", "-"
    if source is not None:
        side = "l" if source.last <= cue.first else "r"
        side += "0" if source.last == cue.first or source.first == cue.last else "1"
        size = bucket(source.last - source.first)
    place = "-"
    if content is not None:
        plain, starts = around.reading.plain, around.reading.starts
        place = "r" if content.start > starts[head] else "l"
        said = plain[content.start : content.end]
        quoted = str(int('"' in said or "''" in said))
    # More than these only learns by heart: each was kept for what it adds on articles
    # that the model had not seen.
    return (
        f"{around.reading.quoted[head]}{first}",
        word,
        f"{word[-2:]} {sort} {side}",
        f"{sort} {side} {size}",
        f"{sort} {quoted} {place}",
    )


def sort_of(mention: Mention) -> str:
    """Name what a source looks like: nobody, a pronoun, a name, a kind of noun."""
    if mention.pronoun:
        return f"p{mention.pronoun}"
    if mention.name:
        return "body" if looks_like_body(mention) else "name"
    if mention.head:
        return noun_kind(mention.head) or f"?{mention.head[-2:]}"
    return "-"
