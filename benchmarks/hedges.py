"""Measure the hedge detector by cross-validation on the corpora.

Usage: python benchmarks/hedges.py CORPORA [--errors]

Marked articles keep the folds of their outlets; encyclopaedic sentences are cut
into five runs of their order, since neighbours come from the same page. A mark is
found when a finding overlaps it; a row of a kind wants the kind right too.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from figures import ROOT, Count, around, corpora, number, publish, rates, table
from hedge_sentences import FINDING, FOLDS, Text, read_texts, sentence_table

from scorer.detectors.hedges.cues import Candidate, candidates
from scorer.detectors.hedges.doubt import grade
from scorer.document import Document
from scorer.learning import hedges as learning
from scorer.learning.doubt import Cue, fit
from scorer.reading import Reading
from scorer.text.linear import sigmoid
from scorer.types import Span

KINDS = ("modal", "evidential", "weasel", "approximator", "attributed")


class Article(NamedTuple):
    fold: int
    reading: Reading
    marks: list[tuple[Span, dict[str, str]]]
    found: list[Candidate]


class Learned(NamedTuple):
    """Weights of single cues and of whole sentences, without one fold."""

    cues: dict[str, float]
    bias: float
    sentences: dict[str, float]


class Tally(NamedTuple):
    """What was right, wrong and missed in one article.

    Attributes:
        whole: Findings that overlap a mark, of whatever kind.
        kinds: The same for each kind, where finding and mark must agree on it.
        agreed: Of the marks found, how many have the right kind and voice.
    """

    whole: Count
    kinds: dict[str, Count]
    agreed: tuple[int, int]


def top(learned: Learned, text: Text) -> float:
    """Return the greatest weight in a text, as the detector would grade it."""
    graded = [
        grade(
            weigh(learned.cues, cue),
            sigmoid(
                learned.bias
                + sum(learned.sentences.get(name, 0.0) for name in passage.described)
            ),
        )
        for passage in text.passages
        for cue in passage.cues
    ]
    return max(graded, default=0.0)


def weigh(weights: dict[str, float], features: Sequence[str]) -> float:
    return sigmoid(sum(weights.get(name, 0.0) for name in features))


def read_articles(corpora: Path) -> Iterator[Article]:
    for row, article in learning.marked_rows(corpora):
        document = Document.from_text(article["text"], article.get("title") or None)
        reading = Reading.of(document)
        spans = learning.places(document.text, [h["text"] for h in row["hedges"]])
        marks = [
            (span, hedge)
            for span, hedge in zip(spans, row["hedges"], strict=True)
            if span
        ]
        yield Article(article["fold"], reading, marks, list(candidates(reading)))


def tally(article: Article, weights: dict[str, float]) -> Tally:
    reading, marks = article.reading, article.marks
    found = [
        (reading.span(c.first, c.last), c)
        for c in article.found
        if weigh(weights, c.features) >= FINDING
    ]
    hits = [
        (hedge, next((c for s, c in found if s.overlaps(mark)), None))
        for mark, hedge in marks
    ]
    borne_out = [
        (c, {h["kind"] for mark, h in marks if s.overlaps(mark)}) for s, c in found
    ]
    met = [(hedge, c) for hedge, c in hits if c is not None]
    right = sum(bool(kinds) for _, kinds in borne_out)
    kinds = {
        kind: Count(
            right=sum(c.kind == kind and kind in k for c, k in borne_out),
            found=sum(c.kind == kind for c, _ in borne_out),
            hit=sum(h["kind"] == kind == c.kind for h, c in met),
            marked=sum(h["kind"] == kind for h, _ in hits),
        )
        for kind in KINDS
    }
    voices = sum(reading.voice(c.first).value == h["voice"] for h, c in met)
    agreed = sum(c.kind == h["kind"] for h, c in met), voices
    return Tally(Count(right, len(found), len(met), len(marks)), kinds, agreed)


def train(
    fold: int,
    articles: Sequence[Article],
    labelled: Sequence[tuple[int, list[Cue]]],
    texts: Sequence[Text],
) -> Learned:
    marked = [
        cue
        for a in articles
        if a.fold != fold
        for cue in learning.marked_cues(a.reading, [h["text"] for _, h in a.marks])
    ]
    own = [cue for other, cues in labelled if other != fold for cue in cues]
    rows = [text for text in texts if text.fold != fold]
    passages, uncertain = [t.passages for t in rows], [t.uncertain for t in rows]
    doubt = learning.learn_doubt(passages, uncertain)
    evidence = learning.gather(marked + own, passages, uncertain)
    weights = fit(evidence, learning.read_prior())
    return Learned(weights, doubt["bias"], doubt["weights"])


def span_table(tallies: Sequence[Tally]) -> dict[str, Any]:
    def share(place: int) -> Callable[[Sequence[Tally]], float]:
        return lambda some: (
            sum(t.agreed[place] for t in some) / max(1, sum(t.whole.hit for t in some))
        )

    return table(
        "Findings in news articles marked by hand",
        "five folds, outlets apart",
        len(tallies),
        [
            rates("all", [t.whole for t in tallies]),
            *(rates(f"hedge.{k}", [t.kinds[k] for t in tallies]) for k in KINDS),
        ],
        [
            number("kind right, of those found", tallies, share(0)),
            number("voice right, of those found", tallies, share(1)),
        ],
    )


def label_table(labelled: Sequence[Sequence[tuple[bool, bool]]]) -> dict[str, Any]:
    counts = [
        Count.of(
            sum(marked and gold for marked, gold in article),
            sum(marked and not gold for marked, gold in article),
            sum(gold and not marked for marked, gold in article),
        )
        for article in labelled
    ]
    title = f"{sum(map(len, labelled)):,} single cues in news labelled for this project"
    how = "five folds, outlets apart"
    return table(title, how, len(counts), [rates("all", counts)])


def show(articles: Sequence[Article], weights: dict[str, float]) -> None:
    """Print each error with the words around it, for whoever reads mistakes."""
    for article in articles:
        reading, text = article.reading, article.reading.document.text
        found = [
            (reading.span(c.first, c.last), c.kind)
            for c in article.found
            if weigh(weights, c.features) >= FINDING
        ]
        marks = [(span, hedge["kind"]) for span, hedge in article.marks]
        for name, some, others in (("extra", found, marks), ("missed", marks, found)):
            for span, kind in some:
                if not any(span.overlaps(other) for other, _ in others):
                    print(f"{name} {kind}: {around(text, span)}")


def main() -> None:
    folder = corpora()
    annotations = ROOT / "data" / "annotations" / "hedges.jsonl"
    articles = list(read_articles(folder))
    labelled = list(learning.labelled_articles(folder, annotations))
    texts = read_texts(folder)
    tallies: list[Tally] = []
    doubt: list[tuple[bool, float]] = []
    right: list[list[tuple[bool, bool]]] = []
    for fold in range(FOLDS):
        learned = train(fold, articles, labelled, texts)
        weights = learned.cues
        held_out = [a for a in articles if a.fold == fold]
        tallies += [tally(a, weights) for a in held_out]
        if "--errors" in sys.argv:
            show(held_out, weights)
        doubt += [(t.uncertain, top(learned, t)) for t in texts if t.fold == fold]
        right += [
            [(weigh(weights, cue.features) >= FINDING, cue.hedges) for cue in labels]
            for own, labels in labelled
            if own == fold
        ]
    publish("hedges", [span_table(tallies), label_table(right), sentence_table(doubt)])


if __name__ == "__main__":
    main()
