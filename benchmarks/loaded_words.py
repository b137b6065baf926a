"""Measure loaded words by five-fold cross-validation, outlets and events apart.

Usage: python benchmarks/loaded_words.py CORPORA [--errors]

`spans` and `own` are articles marked by hand (a finding is right that overlaps a
mark), `babe` is the macro-F1 of its sentences (loaded if any finding), `basil` the F1
of sentences with lexical bias, each in its article. The phrases of
`loaded_grades.json` were graded with the marks of `spans` known; `own` was marked
after the grading.

The marks do not say whether a string is loaded for its words, its quotation marks or
its capitals, so a label other than `loaded.word` has a precision only: its recall is
over the marks that stand in quotation marks, are in capitals or end in a cry.
"""

import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from figures import Count, around, corpora, number, publish, rates, table

from scorer.detectors.loaded_words import mark
from scorer.learning.loaded_gold import Marked
from scorer.learning.loaded_words import Language, fit, read_all
from scorer.loadedness import Lexicon
from scorer.text.plainness import with_plain
from scorer.types import Annotation, Span

FOLDS = 5
FINDING = 0.5
HOW = "five folds, outlets apart"
LABELS = ("word", "scare_quote", "capitals", "punctuation")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def fold_of(text: Marked) -> int:
    return zlib.crc32((text.corpus + text.group).encode()) % FOLDS


def overlap(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def form_of(text: str, gold: Span) -> str:
    """Return the label that a mark's looks ask for."""
    near = text[max(0, gold.start - 1) : gold.end + 1]
    if near[0] in "\"“‘'" and near[-1] in "\"”’'":
        return "scare_quote"
    if near[-1] == "!" or near[-2:-1] == "!":
        return "punctuation"
    return "capitals" if _CAPITALS.fullmatch(gold.of(text)) else "word"


def count_spans(text: Marked, found: Sequence[Annotation]) -> dict[str, Count]:
    whole, spans = text.reading.document.text, [a.span for a in found]
    forms = [(gold, form_of(whole, gold)) for gold in text.loaded]
    counts = {}
    for label in LABELS:
        mine = [a.span for a in found if a.label == f"loaded.{label}"]
        asked = [gold for gold, form in forms if form == label]
        right = sum(overlap(s, text.loaded) for s in mine)
        hit = sum(overlap(gold, spans) for gold in asked)
        counts[label] = Count(right, len(mine), hit, len(asked))
    right = sum(overlap(s, text.loaded) for s in spans)
    hit = sum(overlap(gold, spans) for gold in text.loaded)
    return counts | {"all": Count(right, len(spans), hit, len(text.loaded))}


def count_sentence(text: Marked, found: Sequence[Annotation]) -> Count:
    gold, marked = bool(text.loaded), bool(found)
    return Count.of(gold and marked, marked and not gold, gold and not marked)


def count_sentences(text: Marked, found: Sequence[Annotation]) -> Count:
    words = [a.span for a in found if a.label == "loaded.word"]
    pairs = [
        (overlap(s.span, words), overlap(s.span, text.loaded))
        for s in text.reading.sentences
    ]
    return Count.of(
        sum(marked and gold for marked, gold in pairs),
        sum(marked and not gold for marked, gold in pairs),
        sum(gold and not marked for marked, gold in pairs),
    )


def macro_f1(counts: Sequence[Count]) -> float:
    """Return the mean F1 of loaded and not loaded, a sentence each."""
    right = sum(c.right for c in counts)
    extra, missed = (sum(c[i] for c in counts) - right for i in (1, 3))
    left = len(counts) - right - extra - missed
    return right / (2 * right + extra + missed) + left / (2 * left + extra + missed)


def span_table(
    title: str, how: str, rows: Sequence[dict[str, Count]]
) -> dict[str, Any]:
    labels = [rates("all", [row["all"] for row in rows])]
    labels += [rates(f"loaded.{x}", [row[x] for row in rows]) for x in LABELS]
    return table(title, how, len(rows), labels)


def show(text: Marked, found: Sequence[Annotation]) -> None:
    whole, spans = text.reading.document.text, [a.span for a in found]
    for a in found:
        if not overlap(a.span, text.loaded):
            print(f"extra {a.label}: {around(whole, a.span)}")
    for gold in text.loaded:
        if not overlap(gold, spans):
            print(f"missed {form_of(whole, gold)}: {around(whole, gold)}")


def main() -> None:
    folder = corpora()
    language, texts = Language.of(folder), read_all(folder)
    spans: defaultdict[str, list[dict[str, Count]]] = defaultdict(list)
    sentences: defaultdict[str, list[Count]] = defaultdict(list)
    for k in range(FOLDS):
        rest = [text for text in texts if fold_of(text) != k]
        lexicon = Lexicon(with_plain(fit(rest, language)))
        for text in texts:
            if fold_of(text) != k:
                continue
            found = [a for a in mark(text.reading, lexicon) if a.weight >= FINDING]
            if text.corpus in {"spans", "own"}:
                spans[text.corpus].append(count_spans(text, found))
                if "--errors" in sys.argv:
                    show(text, found)
            elif text.corpus == "babe":
                sentences["babe"].append(count_sentence(text, found))
            else:
                sentences["basil"].append(count_sentences(text, found))
    babe, basil = sentences["babe"], sentences["basil"]
    graded = f"{HOW}; the list of words was graded with these marks known"
    publish(
        "loaded_words",
        [
            span_table("News articles marked by hand", graded, spans["spans"]),
            span_table("News articles marked for this project", HOW, spans["own"]),
            table(
                "Sentences of BABE, loaded if anything is marked",
                "five folds",
                len(babe),
                [rates("sentences", babe)],
                [number("macro-F1", babe, macro_f1)],
            ),
            table(
                "Sentences of BASIL with lexical bias",
                "five folds, events apart",
                len(basil),
                [rates("loaded.word", basil)],
            ),
        ],
    )


if __name__ == "__main__":
    main()
