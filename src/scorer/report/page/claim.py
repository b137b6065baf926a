"""The headline beside what the body supports."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from scorer.features.classes import COUNTED
from scorer.features.statements import BODY
from scorer.reading import Paragraph, Reading, Sentence
from scorer.types import SegmentKind, Span

_PLAIN: Final = frozenset(COUNTED["function_words"])
_STEM: Final = 5  # letters by which word forms are taken for one word
_MOST: Final = 3  # sentences shown
_LEAST: Final = 5  # words of a sentence; a dateline says nothing
_CLOSE: Final = 0.6  # share of the best match from which a sentence is shown too


class Piece(NamedTuple):
    """A stretch of the headline: a word that the body has, has not, or neither."""

    text: str
    state: str


class Claim(NamedTuple):
    """A headline and the sentences of the body that come nearest to it.

    Attributes:
        supported: Share of the headline's content words that the body has.
        clickbait: Probability, None where it was not measured.
        overclaim: The same.
    """

    pieces: tuple[Piece, ...]
    sentences: tuple[Span, ...]
    supported: float | None
    clickbait: float | None
    overclaim: float | None


def claim_of(reading: Reading, features: Mapping[str, float]) -> Claim | None:
    """Put the first headline beside the body; None where there is none."""
    kind = SegmentKind.HEADLINE
    line = next((p for p in reading.paragraphs if p.kind is kind), None)
    if line is None or line.first == line.last:
        return None
    body = {
        word
        for p in reading.paragraphs
        if p.kind in BODY
        for word in reading.words[p.first : p.last]
    }
    return Claim(
        tuple(_pieces(reading, line, body)),
        tuple(_nearest(reading, line)),
        features.get("headline_supported_share"),
        features.get("headline_clickbait"),
        features.get("headline_overclaim"),
    )


def _pieces(reading: Reading, line: Paragraph, body: set[str]) -> list[Piece]:
    text = reading.document.text
    pieces: list[Piece] = []
    at = line.span.start
    for i in range(line.first, line.last):
        start, end = reading.starts[i], reading.ends[i]
        pieces.append(Piece(text[at:start], ""))
        word = reading.words[i]
        state = "" if word in _PLAIN else "has" if word in body else "not"
        pieces.append(Piece(text[start:end], state))
        at = end
    pieces.append(Piece(text[at : line.span.end], ""))
    return [piece for piece in pieces if piece.text]


def _nearest(reading: Reading, line: Paragraph) -> list[Span]:
    """Return the sentences that share most words with the headline, in order."""
    stems = _stems(reading.words[line.first : line.last])
    if not stems:
        return []
    shares = [(_share(reading, s, stems), s.span) for s in _body(reading)]
    best = max((share for share, _ in shares), default=0.0)
    if not best:
        return []
    near = sorted((-share, span) for share, span in shares if share >= _CLOSE * best)
    return sorted(span for _, span in near[:_MOST])


def _share(reading: Reading, sentence: Sentence, stems: frozenset[str]) -> float:
    words = reading.words[sentence.first : sentence.last]
    return len(_stems(words) & stems) / len(stems)


def _body(reading: Reading) -> Sequence[Sentence]:
    kinds = [p.kind in BODY for p in reading.paragraphs]
    return [
        s
        for s in reading.sentences
        if kinds[s.paragraph] and s.last - s.first >= _LEAST
    ]


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if word not in _PLAIN)
