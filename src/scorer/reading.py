"""The reading of a document: words, sentences, quotations, found once for all.

Detectors never scan the text for words again, which is what makes them fast.
Words are kept in parallel lists, not as objects: an article has a thousand.
"""

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from functools import partial
from itertools import compress
from typing import Final, NamedTuple

from scorer.document import Document
from scorer.text.initials import find_initials
from scorer.text.places import find_places
from scorer.text.posts import Page, Post, find_posts
from scorer.text.quotations import Quotation, find_marks, pair_marks
from scorer.text.sentences import ENDS, split_sentences
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


# An article has a hundred of them: made so, each costs a third of a call.
_PARAGRAPH: Final = partial(tuple.__new__, Paragraph)
_SENTENCE: Final = partial(tuple.__new__, Sentence)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What is found in a document once and shared by every detector.

    Attributes:
        plain: `document.text` in lower case with straight quotation marks; of the
            same length, so that places are the same.
        words: Every word in lower case, as it stands in `plain`.
        starts: Where each word starts in the text.
        ends: Where each word ends, itself excluded.
        initials: For each word, 1 if it begins with a capital, 2 with a digit, else 0.
        kinds: For each word, the kind of segment that it stands in.
        sentence_of: For each word, the number of its sentence.
        quoted: For each word, 1 inside a quotation (a speaker's or a doubted
            word's: see `Quotation`) or an embedded post, 0 outside.
        paragraphs: The segments with their words, in order.
        sentences: The sentences with their words, in order.
        quotations: The quotations, in order, none nested.
        posts: The embedded posts, in order.
    """

    document: Document
    plain: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    initials: bytes
    kinds: list[SegmentKind]
    sentence_of: list[int]
    quoted: bytearray
    paragraphs: list[Paragraph]
    sentences: list[Sentence]
    quotations: list[Quotation]
    posts: list[Post]

    @classmethod
    def of(cls, document: Document) -> "Reading":
        """Read a document."""
        straight = straighten(document.text)
        plain = lower(straight)
        words, starts, ends = find_words(plain)
        kinds = [SegmentKind.BOILERPLATE] * len(words)
        sentence_of = [-1] * len(words)
        stops = find_places(straight, ENDS)
        paragraphs: list[Paragraph] = []
        sentences: list[Sentence] = []
        for number, (kind, span) in enumerate(document.segments):
            start, stop = span
            first = bisect_left(starts, start)
            last = bisect_left(starts, stop, first)
            paragraphs.append(_PARAGRAPH((kind, span, first, last)))
            kinds[first:last] = [kind] * (last - first)
            at = first
            low = bisect_left(stops, start)
            here = stops[low : bisect_left(stops, stop - 1, low)]
            for sentence in split_sentences(straight, here, start, stop):
                end = bisect_left(starts, sentence[1], at, last)
                sentence_of[at:end] = [len(sentences)] * (end - at)
                sentences.append(_SENTENCE((sentence, at, end, number)))
                at = end
        quotations = _quotations(plain, starts, paragraphs)
        posts = list(
            find_posts(
                Page(plain, words, starts, ends, sentence_of, sentences, paragraphs)
            )
        )
        quoted = bytearray(len(words))
        for first, last in [
            *((q.first, q.last) for q in quotations),
            *(p.said for p in posts),
        ]:
            quoted[first:last] = b"\1" * (last - first)
        return cls(
            document=document,
            plain=plain,
            words=words,
            starts=starts,
            ends=ends,
            initials=find_initials(document.text, starts),
            kinds=kinds,
            sentence_of=sentence_of,
            quoted=quoted,
            paragraphs=paragraphs,
            sentences=sentences,
            quotations=quotations,
            posts=posts,
        )

    def where(self, vocabulary: Container[str]) -> list[int]:
        """Return the places of all words that are in `vocabulary`."""
        known = map(vocabulary.__contains__, self.words)
        return list(compress(range(len(self.words)), known))

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


def _quotations(
    plain: str, starts: list[int], paragraphs: list[Paragraph]
) -> list[Quotation]:
    """Find the quotations of every paragraph and the words that stand in them.

    Captions and teasers between two paragraphs of the body do not end a quotation
    that runs on from one to the other.
    """
    found: list[Quotation] = []
    carried = False
    marks = find_marks(plain)
    for number, (kind, (start, end), first, last) in enumerate(paragraphs):
        body = kind is SegmentKind.BODY
        inside = marks[bisect_left(marks, start) : bisect_left(marks, end)]
        if not inside:
            carried = carried and not body
            continue
        here = pair_marks(plain, inside, start, end, carried=carried and body)
        if body:
            carried = bool(here) and not here[-1][3] and here[-1][2] == end
        for opening, inner, inner_end, close in here:
            i = bisect_left(starts, inner, first, last)
            j = bisect_left(starts, inner_end, i, last)
            whole = Span(opening, close or inner_end)
            within = Span(inner, inner_end)
            found.append(Quotation(whole, within, bool(close), i, j, number))
    return found
