"""Measure the hedge detector by cross-validation on the corpora.

Usage: python benchmarks/hedges.py CORPORA

Marked articles keep the folds of their outlets; encyclopaedic sentences are cut
into five runs of their order, since neighbours come from the same page. A mark is
found when a finding overlaps it. Intervals are 90 %, by bootstrap over articles.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sklearn.metrics import f1_score, precision_score, recall_score, roc_auc_score

from scorer.detectors.hedges import Candidate, candidates
from scorer.document import Document
from scorer.learning import hedges as learning
from scorer.learning.doubt import Cue, Evidence, fit
from scorer.reading import Reading
from scorer.text.linear import sigmoid
from scorer.types import Span

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
DRAWS = 1000
FINDING = 0.5


class Article(NamedTuple):
    fold: int
    reading: Reading
    marks: list[tuple[Span, dict[str, str]]]
    found: list[Candidate]


class Tally(NamedTuple):
    """What was right, wrong and missed in one article, by kind."""

    hits: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]
    kinds: int
    voices: int


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
    reading = article.reading
    found = [
        (reading.span(c.first, c.last), c)
        for c in article.found
        if weigh(weights, c.features) >= FINDING
    ]
    result = Tally(Counter(), Counter(), Counter(), 0, 0)
    kinds = voices = 0
    for mark, hedge in article.marks:
        hit = next((c for span, c in found if span.overlaps(mark)), None)
        if hit is None:
            result.missed[hedge["kind"]] += 1
        else:
            result.hits[hedge["kind"]] += 1
            kinds += hit.kind == hedge["kind"]
            voices += reading.voice(hit.first).value == hedge["voice"]
    for span, candidate in found:
        if not any(span.overlaps(mark) for mark, _ in article.marks):
            result.wrong[candidate.kind] += 1
    return result._replace(kinds=kinds, voices=voices)


def rates(tallies: Sequence[Tally]) -> tuple[float, float, float]:
    hits = sum(t.hits.total() for t in tallies)
    precision = hits / max(1, hits + sum(t.wrong.total() for t in tallies))
    recall = hits / max(1, hits + sum(t.missed.total() for t in tallies))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def interval(
    tallies: Sequence[Tally], number: Callable[[Sequence[Tally]], float]
) -> tuple[float, float]:
    draw = random.Random(0)
    drawn = sorted(number(draw.choices(tallies, k=len(tallies))) for _ in range(DRAWS))
    return drawn[DRAWS // 20], drawn[-DRAWS // 20]


def train(
    fold: int,
    articles: Sequence[Article],
    labelled: Sequence[tuple[int, list[Cue]]],
    sentences: Sequence[tuple[int, list[list[str]], bool]],
) -> dict[str, float]:
    marked = [
        cue
        for a in articles
        if a.fold != fold
        for cue in learning.marked_cues(a.reading, [h["text"] for _, h in a.marks])
    ]
    own = [cue for other, cues in labelled if other != fold for cue in cues]
    rows = [s for s in sentences if s[0] != fold and learning.teaches(s[1])]
    evidence = Evidence(marked + own, [s[1] for s in rows], [s[2] for s in rows])
    return fit(evidence, learning.read_prior())


def read_sentences(corpora: Path) -> list[tuple[int, list[list[str]], bool]]:
    features, uncertain = learning.sentence_features(corpora)
    seen: Counter[bool] = Counter()
    size = Counter(uncertain)
    rows = []
    for cues, doubt in zip(features, uncertain, strict=True):
        rows.append((seen[doubt] * FOLDS // size[doubt], cues, doubt))
        seen[doubt] += 1
    return rows


def print_spans(tallies: Sequence[Tally]) -> None:
    for i, name in enumerate(("precision", "recall", "F1")):
        low, high = interval(tallies, lambda ts, i=i: rates(ts)[i])  # type: ignore[misc]
        print(f"{name:10} {rates(tallies)[i]:.3f} [{low:.3f}, {high:.3f}]")
    hits = sum(t.hits.total() for t in tallies)
    print(f"kind       {sum(t.kinds for t in tallies) / hits:.3f}")
    print(f"voice      {sum(t.voices for t in tallies) / hits:.3f}")
    hits_of, wrong_of, missed_of = (
        sum((getattr(t, name) for t in tallies), Counter[str]())
        for name in ("hits", "wrong", "missed")
    )
    for kind in sorted({*hits_of, *wrong_of, *missed_of}):
        right, wrong, missed = hits_of[kind], wrong_of[kind], missed_of[kind]
        print(f"{kind:13} right {right} wrong {wrong} missed {missed}")


def print_labels(right: Counter[tuple[bool, bool]]) -> None:
    hits = right[True, True]
    print(f"labelled cues: {right.total()}")
    print(f"precision  {hits / (hits + right[True, False]):.3f}")
    print(f"recall     {hits / (hits + right[False, True]):.3f}")


def print_sentences(doubt: Sequence[tuple[bool, float]]) -> None:
    truth = [uncertain for uncertain, _ in doubt]
    marked = [top >= FINDING for _, top in doubt]
    print(f"encyclopaedic sentences: {len(doubt)}")
    print(f"precision  {precision_score(truth, marked):.3f}")
    print(f"recall     {recall_score(truth, marked):.3f}")
    print(f"F1         {f1_score(truth, marked):.3f}")
    print(f"AUC        {roc_auc_score(truth, [top for _, top in doubt]):.3f}")


def main() -> None:
    corpora = Path(sys.argv[1])
    annotations = ROOT / "data" / "annotations" / "hedges.jsonl"
    articles = list(read_articles(corpora))
    labelled = list(learning.labelled_articles(corpora, annotations))
    sentences = read_sentences(corpora)
    tallies: list[Tally] = []
    doubt: list[tuple[bool, float]] = []
    right: Counter[tuple[bool, bool]] = Counter()
    for fold in range(FOLDS):
        weights = train(fold, articles, labelled, sentences)
        tallies += [tally(a, weights) for a in articles if a.fold == fold]
        for own, cues, uncertain in sentences:
            if own == fold:
                top = max((weigh(weights, cue) for cue in cues), default=0.0)
                doubt.append((uncertain, top))
        right.update(
            (weigh(weights, cue.features) >= FINDING, cue.hedges)
            for own, labels in labelled
            if own == fold
            for cue in labels
        )
    print(f"marked articles: {len(tallies)}")
    print_spans(tallies)
    print_labels(right)
    print_sentences(doubt)


if __name__ == "__main__":
    main()
