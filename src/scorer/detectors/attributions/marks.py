"""Which marks around some words belong to them: quotation marks, brackets, signs."""

from typing import Final

from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.reading import Reading
from scorer.types import Span

_OPENING: Final = frozenset("\"'“‘«([{$£€#@")
_CLOSING: Final = frozenset("\"'”’»)]}%")


def span_of(around: Surroundings, words: Words) -> Span:
    """Return the span of some words with the marks that belong to them."""
    plain, reading = around.reading.plain, around.reading
    start, end = reading.starts[words.first], reading.ends[words.last - 1]
    while start and plain[start - 1] in _OPENING:
        start -= 1
    tail = end
    while tail < len(plain) and not plain[tail].isspace() and plain[tail] not in "—–":
        tail += 1
    while tail > end and plain[tail - 1] not in _CLOSING:
        tail -= 1
    if tail > end and plain[tail - 1] in ")]" and "(" not in plain[start:end]:
        tail = end
    return Span(start, max(end, tail))


def with_bracket(reading: Reading, span: Span) -> Span:
    """Return a span with the bracket that closes one it opens: "Authority (HAL)"."""
    plain, end = reading.plain, span.end
    if "(" in plain[span.start : end] and ")" not in plain[span.start : end]:
        end += plain[end : end + 1] == "%"
        if plain[end : end + 1] == ")":
            return Span(span.start, end + 1)
    return span
