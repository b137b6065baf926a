"""An account: an article of a story with all that comparison needs of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlsplit

from scorer.detectors.attributions import DETECTOR
from scorer.document import Document
from scorer.features.statements import Statement, find_statements
from scorer.reading import Reading
from scorer.stories.credits import credit
from scorer.stories.media import is_short_for, same_medium, tells
from scorer.stories.names import SourceName, name_of
from scorer.stories.passages import Runs
from scorer.stories.terms import OWN
from scorer.stories.utterances import Utterance, content_words
from scorer.types import Annotation, SegmentKind, Span

_FINDING: Final = 0.5
_KIND: Final = "source."
MOSTLY: Final = 0.3  # of a source's words, that came through an outlet: all of it did
_SHORT: Final = 4  # words of a quotation that is an utterance of its own


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """An article, its runs of words, its sources by name, and what they said.

    Attributes:
        number: Its number within the story.
        sources: The distinct sources that are named, by the detector's number.
        first: Where each source is first named.
        statements: What is credited to somebody.
        through: For each source that was mostly heard through others, through whom.
        lead: Content words of its headline and its first paragraph.
        agency: Where it credits an agency.
    """

    number: int
    document: Document
    runs: Runs
    sources: Mapping[int, SourceName]
    first: Mapping[int, Span]
    statements: tuple[Statement, ...]
    through: Mapping[int, tuple[int, ...]]
    utterances: tuple[Utterance, ...]
    lead: frozenset[str]
    agency: Span | None

    @classmethod
    def of(cls, number: int, document: Document) -> Self:
        """Look at one article of a story."""
        reading = Reading.of(document)
        found = [a for a in DETECTOR.annotate(reading) if a.weight >= _FINDING]
        by_label: dict[str, list[Annotation]] = defaultdict(list)
        for a in found:
            by_label[a.label].append(a)
        statements = find_statements(reading, by_label)
        return cls(
            number=number,
            document=document,
            runs=Runs.of(reading),
            sources=_names(document.text, found),
            first=_firsts(found),
            statements=statements,
            through=heard_through(statements),
            utterances=tuple(_utterances(number, reading, statements)),
            lead=_lead(reading),
            agency=credit(document),
        )

    @property
    def label(self) -> str:
        """What a person calls it."""
        known = self.document.outlet or self.document.title
        return known or f"article {self.number + 1}"

    @property
    def agency_name(self) -> str:
        """The agency that it credits, "" where it credits none."""
        return self.agency.of(self.document.text) if self.agency else ""

    def is_medium(self, name: str) -> bool:
        """Tell whether this is an article of the outlet of that name."""
        outlet = self.document.outlet or _host(self.document.url)
        return same_medium(outlet, name) or (tells(name) and is_short_for(name, outlet))

    def in_full(self, medium: SourceName) -> SourceName:
        """Return the outlet that is meant by "the Post" after "the Tarvik Post"."""
        return next(
            (
                name
                for name in self.sources.values()
                if name.kind == "media" and is_short_for(medium.shown, name.shown)
            ),
            medium,
        )


def _host(url: str | None) -> str:
    """Return the host of an address, which names an outlet as its own name does."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # no address, whoever gave it
        return ""


def heard_through(statements: Iterable[Statement]) -> dict[int, tuple[int, ...]]:
    """Return who was mostly heard through others, and through whom, the most first."""
    words: dict[int, Counter[int | None]] = defaultdict(Counter)
    for statement in statements:
        if statement.source is not None:
            words[statement.source][statement.via] += max(1, statement.length)
    found = {}
    for source, counts in words.items():
        vias = tuple(via for via, _ in counts.most_common() if via is not None)
        if counts.total() - counts[None] >= MOSTLY * counts.total() and vias:
            found[source] = vias
    return found


def _lead(reading: Reading) -> frozenset[str]:
    own = [p for p in reading.paragraphs if p.kind in OWN]
    headed = bool(own) and own[0].kind is SegmentKind.HEADLINE
    ranges = [(p.first, p.last) for p in own[: 2 if headed else 1]]
    return frozenset(content_words(reading, ranges))


def _names(text: str, found: Iterable[Annotation]) -> dict[int, SourceName]:
    mentions: dict[int, list[str]] = defaultdict(list)
    kinds: dict[int, list[str]] = defaultdict(list)
    for a in found:
        if a.source is not None and a.label.startswith(_KIND):
            mentions[a.source].append(a.span.of(text))
            kinds[a.source].append(a.label.removeprefix(_KIND))
    return {
        number: name_of(Counter(kinds[number]).most_common(1)[0][0], said)
        for number, said in mentions.items()
    }


def _firsts(found: Sequence[Annotation]) -> dict[int, Span]:
    firsts: dict[int, Span] = {}
    for a in found:
        if a.source is not None and a.label.startswith(_KIND):
            firsts.setdefault(a.source, a.span)
    return firsts


def place_of(reading: Reading, statement: Statement) -> Span:
    """Return where the words of a statement stand.

    Of few words ("The bombshell was first reported by") it is their whole sentence: by
    themselves they would show nothing.
    """
    first, last = statement.words[0][0], statement.words[-1][1]
    if last - first < _SHORT:
        _, first, last, _ = reading.sentences[reading.sentence_of[first]]
    return reading.span(first, last)


def _utterances(
    number: int, reading: Reading, statements: Sequence[Statement]
) -> Iterable[Utterance]:
    """Yield what is said: the attributed contents, and quotations outside them."""
    total = sum(s.length for s in statements) or 1
    taken: list[tuple[int, int]] = []
    for statement in statements:
        if not statement.words:
            continue
        taken += statement.words
        yield Utterance(
            number,
            place_of(reading, statement),
            statement.source,
            content_words(reading, statement.words),
            statement.length / total,
        )
    for quotation in reading.quotations:
        alone = not any(a <= quotation.first < b for a, b in taken)
        if alone and quotation.last - quotation.first >= _SHORT:
            words = content_words(reading, [(quotation.first, quotation.last)])
            yield Utterance(number, quotation.inner, None, words)
