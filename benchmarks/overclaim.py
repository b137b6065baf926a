"""Measure overclaim: headlines that say more than the article below them.

Usage: python benchmarks/overclaim.py CORPORA [--errors]

The pairs of `data/overclaim.jsonl` were written for this project, and the weights
were chosen on them: in-sample. `insciout_train` holds sentences of press releases
(here the headline) over the conclusions of the studies (here the body). Readers'
`headline_fit` says how well the article bears its headline out: 4 as worded, 2 where
the headline stretches, 0 where it contradicts.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from figures import ROOT, Count, corpora, number, publish, rates, table
from marked import rows
from sklearn.metrics import roc_auc_score

from scorer.detectors.headlines import DETECTOR
from scorer.document import Document
from scorer.learning.corpora import (
    mean_reading,
    read_readings,
    to_document,
)
from scorer.reading import Reading

FINDING = 0.5
LABEL = "headline.overclaim"
UNFIT = 2.0  # `headline_fit` up to which a headline stretches what is below it
CONFIDENT = 0.5
SOME = 200  # draws

Weighed = tuple[float, bool]  # the detector's weight, whether it overclaims


def weight_of(document: Document) -> float:
    found = DETECTOR.annotate(Reading.of(document))
    return max((a.weight for a in found if a.label == LABEL), default=0.0)


def count(one: Weighed) -> Count:
    weight, gold = one
    found = weight >= FINDING
    return Count.of(found and gold, found and not gold, gold and not found)


def auc(some: Sequence[Weighed]) -> float:
    weights, gold = zip(*some, strict=True)
    return float(roc_auc_score(gold, weights)) if len({*gold}) > 1 else 0.5


def measured(title: str, how: str, some: Sequence[Weighed]) -> dict[str, Any]:
    labels = [rates(LABEL, map(count, some))]
    return table(title, how, len(some), labels, [number("AUC", some, auc, SOME)])


def ours() -> Iterator[Weighed]:
    for row in rows(ROOT / "data" / "overclaim.jsonl"):
        document = Document.from_text(row["body"], title=row["headline"])
        weight = weight_of(document)
        gold = bool(row["overclaim"])
        if "--errors" in sys.argv and (weight >= FINDING) != gold:
            print("extra" if not gold else "missed", row["headline"])
        yield weight, gold


def press_releases(folder: Path) -> Iterator[Weighed]:
    for row in rows(folder / "headlines" / "insciout_train.jsonl.gz"):
        claim = row["press_release_conclusion"]
        document = Document.from_text(row["abstract_conclusion"], title=claim)
        yield weight_of(document), row["exaggeration_label"] == "exaggerates"


def readings(folder: Path) -> Iterator[Weighed]:
    read = read_readings(folder)
    for article in rows(folder / "articles.jsonl.gz"):
        own = read.get((article["id"], article["set"]))
        if not own or not article.get("title"):
            continue
        mean = mean_reading(own)
        if mean["confidence"] < CONFIDENT or "headline_fit" not in mean:
            continue
        unfit = mean["headline_fit"] <= UNFIT
        weight = weight_of(to_document(article, seen=True))
        if "--errors" in sys.argv and weight >= FINDING and not unfit:
            print("extra", round(weight, 2), mean["headline_fit"], article["title"])
        yield weight, unfit


def main() -> None:
    folder = corpora()
    publish(
        "headlines",
        [
            measured(
                "Headlines and bodies written for this project",
                "in-sample: the weights were chosen on them",
                list(ours()),
            ),
            measured(
                "Press releases over their studies, exaggerating or not (InSciOut)",
                "nothing learned from them",
                list(press_releases(folder)),
            ),
            measured(
                "Articles whose headline, for a reader, stretches what they say",
                "nothing learned from them",
                list(readings(folder)),
            ),
        ],
    )


if __name__ == "__main__":
    main()
