"""Whether a candidate is an attribution, judged again with its source and content.

The first judgement saw the neighbourhood of the cue alone. "The bridge showed" and
"the survey showed" differ only in who it is that shows.
"""

from typing import Final

from scorer.detectors.attributions.kinds import looks_like_body
from scorer.detectors.attributions.nouns import noun_kind
from scorer.detectors.attributions.parts import Mention, Statement
from scorer.detectors.attributions.steps import bucket
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.weights import (
    APART,
    NONE,
    Row,
    load_bias,
    load_tables,
    probability,
)

_TABLE: Final = "attribution_cues"
_STEPS: Final = 20  # into which the first judgement is cut
_WORD: Final = 6  # letters of a word with its blank, as a rule


def accepted(around: Surroundings, statement: Statement) -> float:
    """Return the probability that a statement is an attribution."""
    words = around.words
    word = words[statement.head]
    sort, first, side, size, before, quoted, place, length = _parts(around, statement)
    firsts, heads, endings, sizes, places, befores, lengths, cues = load_tables(
        _TABLE, "accept"
    )
    score = (
        load_bias(_TABLE, "accept")
        + firsts.get(first, 0)
        + heads.get(word, 0)
        + endings.get(sort, NONE).get(side, NONE).get(word[-2:], 0)
        + sizes.get(sort, NONE).get(side, NONE).get(size, 0)
        + places.get(sort, NONE).get(quoted, NONE).get(place, 0)
        + befores.get(before, 0)
        + lengths.get(length, 0)
        + cues.get(words[statement.cue.first], 0)
    )
    return probability(score)


def accept_values(around: Surroundings, statement: Statement) -> Row:
    """Return what the model asks about a statement whose parts are found."""
    word = around.words[statement.head]
    sort, first, side, size, before, quoted, place, length = _parts(around, statement)
    # More than these only learns by heart: each was kept for what it adds on articles
    # that the model had not seen.
    return (
        first,
        word,
        APART.join((sort, side, word[-2:])),
        APART.join((sort, side, size)),
        APART.join((sort, quoted, place)),
        before,
        length,
        around.words[statement.cue.first],
    )


def _parts(around: Surroundings, statement: Statement) -> Row:
    """Return what a statement looks like.

    The sort of its source, the first judgement, the side and size of the source and
    the word before it, whether the content holds a quotation, its side and length.
    """
    head, cue, source, content, weight, mention, *_ = statement
    reading = around.reading
    first = f"{reading.quoted[head]}{int(weight * _STEPS)}"
    side, size, before, quoted, place, length = "-", "-", "-", "-", "-", "-"
    if source is not None:
        begin, last = source
        side = "l" if last <= cue.first else "r"
        side += "0" if last == cue.first or begin == cue.last else "1"
        size = bucket(last - begin)
        opens = begin == reading.sentences[reading.sentence_of[head]].first
        before = "^" if opens else around.kinds[begin - 1]
    if content is not None:
        start, end = content
        place = "r" if start > reading.starts[head] else "l"
        said = reading.plain[start:end]
        quoted = "1" if '"' in said or "''" in said else "0"
        length = bucket((end - start) // _WORD)
    return sort_of(mention), first, side, size, before, quoted, place, length


def sort_of(mention: Mention) -> str:
    """Name what a source looks like: nobody, a pronoun, a name, a kind of noun."""
    if mention.pronoun:
        return f"p{mention.pronoun}"
    if mention.name:
        return "body" if looks_like_body(mention) else "name"
    if mention.head:
        return noun_kind(mention.head) or f"?{mention.head[-2:]}"
    return "-"
