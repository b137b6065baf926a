"""Loaded wording: a verdict, emotion, contempt or drama in the outlet's own voice.

It bears on evidence because it tells the reader what to feel where a plain report
would say what happened. "The war killed dozens" is plain, however sad; "the
minister's humiliating climbdown" is a verdict. Words in a quotation are the
speaker's and are no findings. Left alone: names, topics, parties, acronyms, and
capitals that are house style.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from math import log
from typing import Final

from scorer.detector import Detector, Example
from scorer.loadedness import (
    OWN_LINES,
    SHORT,
    Lexicon,
    count_own_words,
    describe_quotation,
    shipped,
    surroundings,
    take_note,
)
from scorer.reading import Reading
from scorer.text.emphasis import (
    drop_house_style,
    find_capitals,
    find_exclamations,
    join_words,
)
from scorer.text.linear import sigmoid
from scorer.tone import settle, tone_of
from scorer.types import Annotation, SegmentKind, Span, Voice

_QUOTED_AT_MOST: Final = 0.45  # a speaker's word is never a finding
_SURE: Final = 0.5
_FAINT: Final = 0.1  # below this an annotation tells nobody anything
_FAINT_LEAN: Final = log(_FAINT / (1 - _FAINT))
# In a text with few loaded words, quotation marks are seldom the outlet's own doubt.
_COOL: Final = 0.6  # sure words in a hundred, up to which a text is quite plain
_WARM: Final = 1.2  # and from which on it is not at all
# In a text too short to tell, the tone of their sentence tells it: a third of the
# scare quotes found in the coolest sentences are marked, most of those in warm ones.
_COOL_TONE: Final = -0.5
_WARM_TONE: Final = 0.3
# A line in which the page thanks, sells or asks: its cries are no part of the story.
_SERVICE: Final = re.compile(
    r"(?i)\bprivacy policy|\bsubscri(?:be|ption)|\bsign(?:ed)? up\b|\bnewsletter"
    r"|\bthank you!|\bthanks for (?:reading|signing|visiting)|\bback in stock\b"
    r"|\d% off\b|\bplease (?:support|donate|share)\b|\bstay tuned!"
    r"|\byour inbox\b|\bis not supported!"
)
# One is in each of them; the letters are what ignoring case takes for "s" and "i".
_SERVICE_SIGNS: Final = (
    *("privacy policy", "subscri", "sign up", "signed up", "newsletter", "thank you!"),
    *("thanks for ", "back in stock", "% off", "please ", "stay tuned!", "your inbox"),
    *("is not supported!", "\u017f", "\u0130", "\u0131"),
)
_EMPHATIC, _DOUBTFUL = 0.8, 0.4
_LONGEST_SCARE_QUOTE: Final = 3


def _mark_words(reading: Reading, lexicon: Lexicon) -> Iterator[Annotation]:
    starts, ends, quoted = reading.starts, reading.ends, reading.quoted
    noted = take_note(reading, lexicon)
    around = surroundings(reading, lexicon, noted)
    by_article, by_place = lexicon.weigh_article, lexicon.weigh_beside
    leans = [
        own + by_article(article) + by_place(beside)
        for (_, _, (own, _)), (article, beside) in zip(
            noted.candidates, around, strict=True
        )
    ]
    if leans and count_own_words(reading) < SHORT:
        leans = settle(reading, lexicon, noted.candidates, leans)
    for (i, j, _), lean in zip(noted.candidates, leans, strict=True):
        if lean < _FAINT_LEAN:
            continue
        weight, voice = sigmoid(lean), Voice.OUTLET
        if quoted[i]:
            weight, voice = min(weight, _QUOTED_AT_MOST), Voice.QUOTED
        span = Span(starts[i], ends[j - 1])
        yield Annotation("loaded_words", "loaded.word", span, round(weight, 3), voice)


def _mark_scare_quotes(
    reading: Reading, lexicon: Lexicon, cool: float
) -> Iterator[Annotation]:
    short = len(reading.words) <= SHORT
    for number, quotation in enumerate(reading.quotations):
        span, _, closed, first, last, _ = quotation
        if not closed or not 0 < last - first <= _LONGEST_SCARE_QUOTE:
            continue
        if reading.kinds[first] not in OWN_LINES:
            continue
        names = describe_quotation(reading, lexicon, number)
        lean = sum(lexicon.scare.get(name, 0.0) for name in names)
        cold = _cool_of_sentence(reading, lexicon, first) if short else cool
        weight = sigmoid(lean + cold * lexicon.scare.get("cool", 0.0))
        if weight >= _FAINT:
            yield _annotation("scare_quote", span, round(weight, 3))


def _cool_of_sentence(reading: Reading, lexicon: Lexicon, i: int) -> float:
    """Return how plain the sentence of a word sounds, 0..1."""
    tone = tone_of(reading, lexicon.tone, reading.sentence_of[i])
    return min(1.0, max(0.0, (_WARM_TONE - tone) / (_WARM_TONE - _COOL_TONE)))


def _mark_emphasis(
    reading: Reading, lexicon: Lexicon, weight: float
) -> Iterator[Annotation]:
    text = reading.document.text
    capitals = find_capitals(text)
    runs = join_words(text, capitals, lexicon.common)
    cries = "!" in text or "??" in text
    serves = cries and any(sign in reading.plain for sign in _SERVICE_SIGNS)
    if not runs and not cries:
        return
    for kind, whole, first, _ in reading.paragraphs:
        if kind not in OWN_LINES:
            continue
        inside = _within(runs, whole)
        if not inside and not cries:
            continue
        opens = kind is not SegmentKind.HEADLINE
        among = _within(capitals, whole) if inside else []
        shouts = drop_house_style(text, whole, among, inside, opens_story=opens)
        marks = find_exclamations(text, whole) if cries else []
        if marks and serves and _SERVICE.search(text, *whole):
            marks = []
        for label, spans in (("capitals", shouts), ("punctuation", marks)):
            for span in spans:
                voice = _voice_of_mark(reading, span, first)
                quoted = voice is Voice.QUOTED
                sure = min(weight, _QUOTED_AT_MOST) if quoted else weight
                yield _annotation(label, span, sure, voice)


def _within(spans: list[Span], whole: Span) -> list[Span]:
    """Return which of some spans, all in order, lie in a paragraph."""
    start, end = whole
    first = bisect_left(spans, (start,))
    last = bisect_left(spans, (end,), first)
    return [span for span in spans[first:last] if span[1] <= end]


def _voice_of_mark(reading: Reading, span: Span, first: int) -> Voice:
    """Return whose mark it is: that of the word before it.

    What stands in the name below a post is, like the post, not the outlet's.
    """
    word = max(first, bisect_left(reading.starts, span.end) - 1)
    if word >= len(reading.words):
        return Voice.OUTLET
    if any(post.said[0] <= word < post.name[1] for post in reading.posts):
        return Voice.QUOTED
    return reading.voice(word)


def _annotation(
    label: str, span: Span, weight: float, voice: Voice = Voice.OUTLET
) -> Annotation:
    return Annotation("loaded_words", f"loaded.{label}", span, weight, voice)


def mark(reading: Reading, lexicon: Lexicon) -> Iterator[Annotation]:
    """Yield every annotation that a lexicon makes, the faint ones left out."""
    words = list(_mark_words(reading, lexicon))
    yield from words
    # In a long and otherwise plain text, capitals and cries are somebody else's,
    # and words in quotation marks are terms.
    sure = sum([a.weight >= _SURE for a in words])
    size = len(reading.words)
    cool = 0.0
    if size > SHORT:  # by degrees: one word more or less makes no article another
        cool = min(1.0, max(0.0, (_WARM - 100 * sure / size) / (_WARM - _COOL)))
    plain = size > SHORT and not sure
    yield from _mark_scare_quotes(reading, lexicon, cool)
    yield from _mark_emphasis(reading, lexicon, _DOUBTFUL if plain else _EMPHATIC)


def _find(reading: Reading) -> Iterator[Annotation]:
    return mark(reading, shipped())


DETECTOR: Final = Detector(
    name="loaded_words",
    version=4,
    summary="Words by which the outlet itself judges, dramatises or sneers.",
    labels=(
        ("loaded.word", "a verdict, emotion, contempt or drama in the outlet's voice"),
        ("loaded.scare_quote", "one to three words in quotation marks nobody said"),
        ("loaded.capitals", "a word in capitals for emphasis"),
        ("loaded.punctuation", "an exclamation mark, or doubled question marks"),
    ),
    find=_find,
    examples=(
        Example(
            "The mayor's [[disgraceful]] plan is a [[pathetic]] answer.", "loaded.word"
        ),
        Example("Two people died in the war, police said.", "loaded.word"),
        Example('"What a disgraceful plan," said Ms Orlo.', "loaded.word"),
        Example(
            'These [["experts"]] now tell us to stay at home.', "loaded.scare_quote"
        ),
        Example('The plan was "unlawful", the court said.', "loaded.scare_quote"),
        Example("They will [[NEVER]] tell you about it.", "loaded.capitals"),
        Example("The NATO mission in Tarsk ended on Monday.", "loaded.capitals"),
        Example("And nobody was told[[!]]", "loaded.punctuation"),
        Example("Was anybody told?", "loaded.punctuation"),
    ),
)
