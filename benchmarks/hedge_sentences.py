"""The encyclopaedic sentences that hedges are measured on, uncertain or not."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from figures import Count, number, rates, table
from sklearn.metrics import roc_auc_score

from scorer.learning import hedges as learning

FOLDS = 5
FINDING = 0.5
RUN = 20  # sentences that are drawn together


class Text(NamedTuple):
    """A labelled text, in a fold of its neighbours."""

    fold: int
    passages: list[learning.Passage]
    uncertain: bool


def read_texts(corpora: Path) -> list[Text]:
    texts, uncertain = learning.read_passages(corpora)
    seen: Counter[bool] = Counter()
    size = Counter(uncertain)
    rows = []
    for passages, doubt in zip(texts, uncertain, strict=True):
        rows.append(Text(seen[doubt] * FOLDS // size[doubt], passages, doubt))
        seen[doubt] += 1
    return rows


def sentence_table(doubt: Sequence[tuple[bool, float]]) -> dict[str, Any]:
    """Measure sentences, in runs of neighbours, which come from the same page."""
    runs = [doubt[i : i + RUN] for i in range(0, len(doubt), RUN)]
    counts = [
        Count.of(
            sum(sure and top >= FINDING for sure, top in run),
            sum(not sure and top >= FINDING for sure, top in run),
            sum(sure and top < FINDING for sure, top in run),
        )
        for run in runs
    ]

    def auc(some: Sequence[Sequence[tuple[bool, float]]]) -> float:
        truth, tops = zip(*(pair for run in some for pair in run), strict=True)
        return float(roc_auc_score(truth, tops))

    return table(
        f"{len(doubt):,} encyclopaedic sentences, uncertain or not (CoNLL-2010)",
        "five folds of neighbours; modal, evidential and weasel cues count",
        len(runs),
        [rates("sentences", counts)],
        [number("AUC", runs, auc)],
    )
