"""Find sentences."""

import re

from scorer.types import Span

_END = re.compile(r"[.!?][\"'”’)\]]*\s+")


def find_sentences(text: str) -> list[Span]:
    """Return the sentences of one paragraph, without the blanks between them.

    Example:
        >>> find_sentences("It rained. Nobody came.")
        [Span(start=0, end=10), Span(start=11, end=23)]
    """
    sentences, start = [], 0
    for match in _END.finditer(text):
        sentences.append(Span(start, match.start() + len(match[0].rstrip())))
        start = match.end()
    if start < len(text):
        sentences.append(Span(start, len(text)))
    return sentences
