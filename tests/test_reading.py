"""The reading of a whole document: every list agrees with every other."""

from hypothesis import given

from scorer.document import Document
from scorer.reading import Reading
from scorer.text.sentences import find_sentences
from scorer.text.words import find_words, straighten
from scorer.types import Segment, SegmentKind, Span, Voice
from tests.strategies import documents

_ARTICLE = """\
Ferry to Ostwick 'urgently stopped'

The ferry to Ostwick was stopped on Monday, the harbour office said. Its 2,000
passengers had to wait in Marlow.

“We didn’t hear a thing,” said Dr. Ada Brandt of the U.S. Navy League. “It was dark.

“Then the lamps of the pier went out, one after the other.

“That’s all we know.”

The boys’ choir of Marlow, which had booked it, called it a ‘shambles’.
"""


def _document(text: str) -> Document:
    """Make a document in which every line is a segment, the first its headline."""
    segments: list[Segment] = []
    at = 0
    for line in text.split("\n"):
        if line:
            kind = SegmentKind.BODY if segments else SegmentKind.HEADLINE
            segments.append(Segment(kind, Span(at, at + len(line))))
        at += len(line) + 1
    return Document(id="x", text=text, segments=tuple(segments), language="en")


def _quoted(reading: Reading) -> list[str]:
    return [
        quotation.inner.of(reading.document.text) for quotation in reading.quotations
    ]


def test_reads_an_article_as_a_person_does() -> None:
    reading = Reading.of(_document(_ARTICLE.replace("2,000\n", "2,000 ")))
    text = reading.document.text
    assert [s.span.of(text) for s in reading.sentences] == [
        "Ferry to Ostwick 'urgently stopped'",
        "The ferry to Ostwick was stopped on Monday, the harbour office said.",
        "Its 2,000 passengers had to wait in Marlow.",
        "“We didn’t hear a thing,” said Dr. Ada Brandt of the U.S. Navy League.",
        "“It was dark.",
        "“Then the lamps of the pier went out, one after the other.",
        "“That’s all we know.”",
        "The boys’ choir of Marlow, which had booked it, called it a ‘shambles’.",
    ]
    assert _quoted(reading) == [
        "urgently stopped",
        "We didn’t hear a thing,",
        "It was dark.",
        "Then the lamps of the pier went out, one after the other.",
        "That’s all we know.",
        "shambles",
    ]
    closed = [q.closed for q in reading.quotations]
    assert closed == [True, True, False, False, True, True]
    assert [q.last - q.first for q in reading.quotations] == [2, 5, 3, 12, 4, 1]
    assert [q.paragraph for q in reading.quotations] == [0, 2, 2, 3, 4, 5]
    assert reading.words[:5] == ["ferry", "to", "ostwick", "urgently", "stopped"]
    assert "2,000" in reading.words
    assert "didn't" in reading.words


def test_curly_and_straight_text_are_read_alike() -> None:
    curly = Reading.of(_document(_ARTICLE))
    straight = Reading.of(_document(straighten(_ARTICLE)))
    assert curly.words == straight.words
    assert curly.sentences == straight.sentences
    assert curly.quotations == straight.quotations


def test_a_caption_does_not_end_a_quotation_that_runs_on() -> None:
    text = '"It was dark.\nThe pier\nAnd it stayed dark," he said.'
    first, second = text.index("\n"), text.rindex("\n")
    segments = (
        Segment(SegmentKind.BODY, Span(0, first)),
        Segment(SegmentKind.CAPTION, Span(first + 1, second)),
        Segment(SegmentKind.BODY, Span(second + 1, len(text))),
    )
    reading = Reading.of(Document(id="x", text=text, segments=segments))
    assert _quoted(reading) == ["It was dark.", "And it stayed dark,"]


def test_a_stray_mark_is_bounded_by_its_paragraph() -> None:
    reading = Reading.of(_document('Title\nA stray " mark and\nnothing else'))
    assert reading.voice(reading.words.index("nothing")) is Voice.OUTLET


def test_reads_a_document_without_segments() -> None:
    reading = Reading.of(Document(id="x", text='He said "it rained". It did.'))
    assert reading.words == ["he", "said", "it", "rained", "it", "did"]
    assert reading.sentences == []
    assert set(reading.sentence_of) == {-1}
    assert set(reading.kinds) == {SegmentKind.BOILERPLATE}


@given(documents())
def test_every_list_agrees_with_every_other(document: Document) -> None:
    reading = Reading.of(document)
    count = len(reading.words)
    assert (reading.words, reading.starts, reading.ends) == find_words(reading.plain)
    assert (
        len(reading.kinds) == len(reading.sentence_of) == len(reading.quoted) == count
    )
    assert len(reading.paragraphs) == len(document.segments)
    straight = straighten(document.text)
    expected = [
        sentence
        for _, (start, end) in document.segments
        for sentence in find_sentences(straight, start, end)
    ]
    assert [sentence.span for sentence in reading.sentences] == expected
    for number, sentence in enumerate(reading.sentences):
        paragraph = reading.paragraphs[sentence.paragraph]
        assert paragraph.span.contains(sentence.span)
        for i in range(sentence.first, sentence.last):
            assert reading.sentence_of[i] == number
            assert sentence.span.contains(reading.span(i, i + 1))
            assert reading.kinds[i] is paragraph.kind
    inside = {i for q in reading.quotations for i in range(q.first, q.last)}
    assert {i for i in range(count) if reading.quoted[i]} == inside
    for quotation in reading.quotations:
        for i in range(quotation.first, quotation.last):
            assert quotation.inner.contains(reading.span(i, i + 1))


def test_the_words_of_an_embedded_post_are_quoted_and_its_signature_is_not() -> None:
    text = (
        "The ferry is late.\nA disgrace, all of it..... — Oda Brenn (@odab) May 3, 2019"
    )
    reading = Reading.of(_document(text))
    quoted = [
        w for i, w in enumerate(reading.words) if reading.voice(i) is Voice.QUOTED
    ]
    assert quoted == ["a", "disgrace", "all", "of", "it"]
    assert [post.handle for post in reading.posts] == ["odab"]
