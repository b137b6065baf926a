"""The page of one article, section by section."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from scorer.configuration.chosen import Configuration
from scorer.features.facts import FINDING
from scorer.report import plain, pushes
from scorer.report.guide import GUIDE
from scorer.report.page import claim, kinds, story_sections
from scorer.report.page.article import Article
from scorer.report.page.marks import Mark, by_segment
from scorer.report.page.stories import Place
from scorer.report.page.template import Section, percent, render
from scorer.report.rows import SIGNALS, Entry, to_row
from scorer.text.language import language_name
from scorer.types import Failure, Segment, SegmentKind, Status
from scorer.version import __version__

# Their features count every mark by its weight, those below a finding too.
_GRADED: Final = frozenset({"loaded.word", "headline.clickbait", "headline.overclaim"})


class Paragraph(NamedTuple):
    """A segment as it is shown."""

    kind: str
    markup: Markup


class Signal(NamedTuple):
    """One of the five signals."""

    name: str
    value: float
    meaning: str


def _verdict(article: Article) -> Section:
    score = article.score
    signals = [
        Signal(name, score.signals[name], plain.SIGNAL_MEANINGS[name])
        for name in SIGNALS
        if name in score.signals
    ]
    data = {
        "score": score,
        "ok": score.status is Status.OK,
        "reason": article.row["top_reasons"] or article.row["reason"],
        "meaning": plain.BAND_MEANINGS.get(score.band or "", ""),
        "status": plain.STATUSES[score.status.value],
        "signals": signals,
        "bands": plain.BANDS,
    }
    return Section("verdict", "The score", "_verdict.html", data)


def _reasons(article: Article) -> Section | None:
    if not article.score.evidence:
        return None
    pictures = [pushes.waterfall(article.score, name) for name in pushes.SCORES]
    return Section("why", "What pushed it", "_why.html", pictures)


def _text(article: Article) -> Section:
    painted = by_segment(article.document.segments, article.marks)
    findings = Counter(
        mark.kind for mark in article.marks if mark.annotation.weight >= FINDING
    )
    data = {
        "paragraphs": [_paragraph(article, *pair) for pair in painted],
        "kinds": [(kind, findings[kind]) for kind in kinds.KINDS],
        "findings": sum(findings.values()),
        "all": len(article.marks),
        "labels": _legend(article),
    }
    return Section("text", "The text, with what was found in it", "_text.html", data)


def _paragraph(article: Article, segment: Segment, marks: list[Mark]) -> Paragraph:
    markup = article.painter.paint(segment.span, marks)
    return Paragraph(segment.kind.value, markup)


def _legend(article: Article) -> list[tuple[kinds.Kind, str, str, str, int, str]]:
    """List each label that was found, what it means and what it did."""
    found = Counter(
        mark.annotation.label
        for mark in article.marks
        if mark.annotation.weight >= FINDING
    )
    return [
        (
            kind,
            kinds.label_name(label),
            kinds.MEANINGS.get(label, ""),
            _because(label),
            found[label],
            article.why[label],
        )
        for label in article.labels
        if found[label] and (kind := kinds.kind_of(label))
    ]


def _sources(article: Article) -> Section:
    return Section("sources", "What it hangs on", "_sources.html", article.sources)


def _story(article: Article) -> Section | None:
    return story_sections.of_article(article.place, article.back)


def _headline(article: Article) -> Section | None:
    found = claim.claim_of(article.reading, article.entry.features)
    if found is None:
        return None
    headed = [s for s in article.document.segments if s.kind is SegmentKind.HEADLINE]
    body = [m for m in article.marks if not headed[0].span.contains(m.annotation.span)]
    data = {
        "claim": found,
        "sentences": [article.painter.paint(span, body) for span in found.sentences],
    }
    title = "The headline beside the text"
    return Section("headline", title, "_headline.html", data)


def _measured(article: Article) -> Section | None:
    if not article.score.evidence:
        return None
    table = pushes.table(article.score, article.document.text)
    return Section("measured", "All that was measured", "_measured.html", table)


def _limits(article: Article) -> Section:
    notes: Sequence[str] = tuple(
        dict.fromkeys((*article.score.notes, *article.document.notes))
    )
    return Section("limits", "Notes and limits", "_limits.html", notes)


# A page is these sections in this order; one that has nothing to show is left out.
SECTIONS: Final[tuple[Callable[[Article], Section | None], ...]] = (
    _verdict,
    _reasons,
    _text,
    _sources,
    _story,
    _headline,
    _measured,
    _limits,
)


def write_article(
    entry: Entry,
    back: str | None = None,
    configuration: Configuration | None = None,
    place: Place | None = None,
) -> str:
    """Write the page of one article.

    Args:
        entry: The article and what became of it.
        back: Where the page of its batch lies, if it has one.
        configuration: What a user changed about the detectors.
        place: What is known of its story, if it was compared with others.
    """
    document, score = entry.document, entry.outcome
    if document is None or isinstance(score, Failure):
        return _without_text(entry, back)
    article = Article(entry, document, score, configuration, back, place)
    found = (make(article) for make in SECTIONS)
    return render(
        "article.html",
        version=__version__,
        title=f"{document.title or entry.path} – scorer",
        body_class="article",
        many=False,
        article=article,
        known=_known(article),
        url=document.url,
        back=back,
        sections=[section for section in found if section is not None],
        page_data=_page_data(article),
        model=score.model or entry.model,
        failure=None,
    )


def _without_text(entry: Entry, back: str | None) -> str:
    return render(
        "article.html",
        version=__version__,
        title=f"{entry.path} – scorer",
        body_class="article",
        many=False,
        article=None,
        known=[entry.path],
        url=None,
        back=back,
        sections=[],
        page_data=None,
        model=entry.model,
        failure=str(to_row(entry)["reason"]),
    )


def _known(article: Article) -> list[str]:
    document, words = article.document, article.row["words"]
    parts = [document.outlet, document.author, document.published]
    parts += [f"{words:,} words" if isinstance(words, int) else None]
    parts += [language_name(document.language), article.entry.path]
    return [part for part in parts if part]


def _page_data(article: Article) -> Mapping[str, object]:
    """What the script tells of a mark: of its label and of its source."""
    labels = [
        {
            "kind": kind.name if (kind := kinds.kind_of(label)) else "",
            "key": kind.key if kind else "",
            "name": kinds.label_name(label),
            "is": kinds.MEANINGS.get(label, ""),
            "because": _because(label),
            "graded": label in _GRADED,
            "why": article.why[label],
        }
        for label in article.labels
    ]
    known = {
        str(source.number): f"{source.name} ({source.kind}): "
        f"{_times(source.statements)}, {percent(source.share)} of the story"
        + (f", relayed by {', '.join(source.via)}" if source.via else "")
        for source in article.sources.rows
        if source.number is not None
    }
    return {"labels": labels, "sources": known}


def _because(label: str) -> str:
    entry = GUIDE.get(label)
    return entry.why if entry else ""


def _times(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"
