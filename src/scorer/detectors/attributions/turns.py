"""The turns of an interview or a transcript, which credit words by their labels.

"ODA BRENN: We closed the dam." begins a line, and no word says that she said it. Lines
begin with a name and a colon for other reasons, too; so only names that take turns
count, and who mostly asks is no source.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

from scorer.detectors.attributions.marks import span_of
from scorer.detectors.attributions.mentions import mention_of
from scorer.detectors.attributions.parts import Mention, Statement, Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.reading import Paragraph
from scorer.types import SegmentKind

_LABEL: Final = 40  # characters of a label
_NAME: Final = 5  # words of a label
_SHORTEST: Final = 4  # words of a line with its label
_TURNS: Final = 3
_SPEAKERS: Final = 2
_AGAIN: Final = 2  # one turn in so many is of somebody who has several
_FEW: Final = 3  # who asks in one turn of so many leads the conversation
_LIKELY: Final = 0.75


def find_turns(around: Surroundings) -> Iterator[Statement]:
    """Yield what the turns of a conversation say, in order; nothing of other texts."""
    plain = around.reading.plain
    marked = [
        line
        for line in around.reading.paragraphs
        if plain.find(":", line[1][0], line[1][0] + _LABEL) > 0
    ]
    if len(marked) < _TURNS:
        return
    labelled = [(_label(around, line), line) for line in marked]
    turns = [(name, line) for name, line in labelled if name is not None]
    if len(turns) < _TURNS:
        return
    labels = [around.words[name.last - 1] for name, _ in turns]
    sources = _answering(labels, [_asks(around, line) for _, line in turns])
    for label, (name, line) in zip(labels, turns, strict=True):
        if label in sources:
            yield _statement(around, name, line)


def _answering(labels: Sequence[str], asks: Sequence[bool]) -> frozenset[str]:
    """Return who answers in a conversation, by label; nobody if it is none.

    Args:
        labels: Who has each turn.
        asks: Whether the turn ends in a question.
    """
    counts, asked = Counter(labels), Counter(compress(labels, asks))
    again = sum([count for count in counts.values() if count > 1])
    if len(counts) < _SPEAKERS or _AGAIN * again < len(labels):
        return frozenset()
    return frozenset(
        label for label, count in counts.items() if _FEW * asked[label] < count
    )


def _label(around: Surroundings, line: Paragraph) -> Words | None:
    """Return the name that a line begins with, before a colon."""
    kind, (start, _), first, last = line
    if kind is not SegmentKind.BODY or last - first < _SHORTEST:
        return None
    end = bisect_left(around.reading.starts, around.reading.plain.find(":", start))
    if not first < end <= first + _NAME or end >= last:
        return None
    if not all(around.capital[first:end]) or around.gaps[end - 1][0] != ":":
        return None
    name = mention_of(around, Words(first, end))
    told = name.name and len(name.name[-1]) > 1 and not name.lead
    return Words(first, end) if told else None


def _asks(around: Surroundings, line: Paragraph) -> bool:
    start, end = line.span
    return around.reading.plain[start:end].rstrip().endswith("?")


def _statement(around: Surroundings, name: Words, line: Paragraph) -> Statement:
    return Statement(
        head=name.first,
        cue=Words(name.first, name.first),
        source=name,
        content=span_of(around, Words(name.last, line.last)),
        weight=_LIKELY,
        mention=_speaker(around, name),
        shown=True,
    )


def _speaker(around: Surroundings, name: Words) -> Mention:
    """Return who speaks; capitals throughout are how labels are set, not a brand."""
    return mention_of(around, name)._replace(letters=False, written="")
