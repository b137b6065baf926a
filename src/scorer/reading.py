"""The reading of a document: words, sentences, quotations, found once for all.

Detectors never scan the text for words again, which is what makes them fast.
Words are kept in parallel lists, not as objects: an article has a thousand.
"""

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from scorer.document import Document
from scorer.text.quotations import Quotation, find_quotations
from scorer.text.sentences import find_sentences
from scorer.text.words import find_words, lower, straighten
from scorer.types import SegmentKind, Span, Voice


class Paragraph(NamedTuple):
    """A segment and its words: those from `first` up to but not including `last`."""

    kind: SegmentKind
    span: Span
    first: int
    last: int


class Sentence(NamedTuple):
    """A sentence and its words; it never leaves its paragraph."""

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What is found in a document once and shared by every detector.

    Attributes:
        plain: `document.text` in lower case with straight quotation marks; of the
            same length, so that places are the same.
        words: Every word in lower case, as it stands in `plain`.
        starts: Where each word starts in the text.
        ends: Where each word ends, itself excluded.
        kinds: For each word, the kind of segment that it stands in.
        sentence_of: For each word, the number of its sentence.
        quoted: For each word, 1 inside a quotation, 0 outside.
        paragraphs: The segments with their words, in order.
        sentences: The sentences with their words, in order.
        quotations: The quotations, in order, none nested.
    """

    document: Document
    plain: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[SegmentKind]
    sentence_of: list[int]
    quoted: bytearray
    paragraphs: list[Paragraph]
    sentences: list[Sentence]
    quotations: list[Quotation]

    @classmethod
    def of(cls, document: Document) -> "Reading":
        """Read a document."""
        straight = straighten(document.text)
        plain = lower(straight)
        words, starts, ends = find_words(plain)
        kinds = [SegmentKind.BOILERPLATE] * len(words)
        sentence_of = [-1] * len(words)
        quoted = bytearray(len(words))
        paragraphs: list[Paragraph] = []
        sentences: list[Sentence] = []
        quotations: list[Quotation] = []
        for number, (kind, (a, b)) in enumerate(document.segments):
            first, last = bisect_left(starts, a), bisect_left(starts, b)
            paragraphs.append(Paragraph(kind, Span(a, b), first, last))
            kinds[first:last] = [kind] * (last - first)
            at = first
            for span in find_sentences(straight, a, b):
                end = bisect_left(starts, span.end, at, last)
                sentence_of[at:end] = [len(sentences)] * (end - at)
                sentences.append(Sentence(span, at, end, number))
                at = end
            for span, inner, closed in find_quotations(plain[a:b]):
                i = bisect_left(starts, a + inner.start, first, last)
                j = bisect_left(starts, a + inner.end, i, last)
                quoted[i:j] = b"\1" * (j - i)
                quotations.append(
                    Quotation(
                        Span(a + span.start, a + span.end),
                        Span(a + inner.start, a + inner.end),
                        closed,
                    )
                )
        return cls(
            document=document,
            plain=plain,
            words=words,
            starts=starts,
            ends=ends,
            kinds=kinds,
            sentence_of=sentence_of,
            quoted=quoted,
            paragraphs=paragraphs,
            sentences=sentences,
            quotations=quotations,
        )

    def where(self, vocabulary: Container[str]) -> list[int]:
        """Return the places of all words that are in `vocabulary`."""
        return [i for i, word in enumerate(self.words) if word in vocabulary]

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words from `first` up to but not including `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def gap(self, i: int) -> str:
        """Return what stands between word `i` and the next (marks and blanks)."""
        after = self.starts[i + 1] if i + 1 < len(self.starts) else len(self.plain)
        return self.plain[self.ends[i] : after]

    def voice(self, i: int) -> Voice:
        """Return whose word `i` is."""
        return Voice.QUOTED if self.quoted[i] else Voice.OUTLET
