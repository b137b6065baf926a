"""Measure loaded words by five-fold cross-validation, outlets and events apart.

Usage: python benchmarks/loaded_words.py

`spans` and `own` are articles marked by hand (overlap F1 of findings), `babe` is
the macro-F1 of its sentences (loaded if any finding), `basil` the F1 of sentences
with lexical bias, each in its article. The phrases of `loaded_grades.json` were
graded with the marks of `spans` known; `own` was marked after the grading.
"""

import os
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from scorer.detectors.loaded_words import mark
from scorer.learning.loaded_counts import Counts
from scorer.learning.loaded_gold import Marked
from scorer.learning.loaded_words import fit, grade_entries, read_all
from scorer.loadedness import Lexicon
from scorer.types import Span

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("SCORER_CORPORA", ROOT.parent / "shared" / "corpora"))
FOLDS = 5
FINDING = 0.5


def fold_of(text: Marked) -> int:
    return zlib.crc32((text.corpus + text.group).encode()) % FOLDS


def f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / max(1, 2 * right + extra + missed)


def overlap(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def count(text: Marked, lexicon: Lexicon, tally: Counter[tuple[str, str]]) -> None:
    found = [a for a in mark(text.reading, lexicon) if a.weight >= FINDING]
    spans = [a.span for a in found]
    name = text.corpus
    if name in {"spans", "own"}:
        hits = sum(overlap(gold, spans) for gold in text.loaded)
        tally[name, "right"] += hits
        tally[name, "missed"] += len(text.loaded) - hits
        tally[name, "extra"] += sum(not overlap(s, text.loaded) for s in spans)
    elif name == "babe":
        count_one(tally, name, marked=bool(spans), gold=bool(text.loaded))
    else:
        words = [a.span for a in found if a.label == "loaded.word"]
        for sentence in text.reading.sentences:
            marked = overlap(sentence.span, words)
            gold = overlap(sentence.span, text.loaded)
            count_one(tally, name, marked=marked, gold=gold)


def count_one(
    tally: Counter[tuple[str, str]], name: str, *, marked: bool, gold: bool
) -> None:
    outcome = {(1, 1): "right", (1, 0): "extra", (0, 1): "missed", (0, 0): "left"}
    tally[name, outcome[marked, gold]] += 1


def main() -> None:
    counts, texts = Counts(CORPORA), read_all(CORPORA)
    common = " ".join(counts.common())
    tally: Counter[tuple[str, str]] = Counter()
    for k in range(FOLDS):
        rest = [text for text in texts if fold_of(text) != k]
        entries = grade_entries(counts, [t for t in rest if t.corpus == "babe"])
        lexicon = Lexicon(fit(rest, entries, common))
        for text in texts:
            if fold_of(text) == k:
                count(text, lexicon, tally)
    for name in ("spans", "own", "babe", "basil"):
        right, extra, missed, left = (
            tally[name, outcome] for outcome in ("right", "extra", "missed", "left")
        )
        line = f"{name} right {right} extra {extra} missed {missed}"
        line += f" f1 {f1(right, extra, missed):.3f}"
        if name == "babe":
            macro = (f1(right, extra, missed) + f1(left, missed, extra)) / 2
            line += f" macro-f1 {macro:.4f}"
        print(line)


if __name__ == "__main__":
    main()
