"""Measure how far two blind passes agree on which words are loaded.

Usage: python benchmarks/loaded_agreement.py CORPORA

The first pass is `spans.jsonl.gz`, the second `data/annotations/loaded_second.jsonl`,
by the same codebook. A mark is found again when one of the other pass overlaps it,
as where a detector is measured; so the F1 is the most that a detector trained on
one pass can be asked to reach on another.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from figures import Count, corpora, number, publish, rates, table
from marked import ANNOTATIONS, Place, by_key, locate


class Tally(NamedTuple):
    """What two passes marked in one article, and how much of it in common."""

    first: int
    second: int
    first_found: int
    second_found: int
    equal: int


def compare(first: Sequence[Place], second: Sequence[Place]) -> Tally:
    return Tally(
        first=len(first),
        second=len(second),
        first_found=sum(any(a.overlaps(b) for b in second) for a in first),
        second_found=sum(any(b.overlaps(a) for a in first) for b in second),
        equal=len({*first} & {*second}),
    )


def overlap_f1(tallies: Sequence[Tally]) -> float:
    """Count as `measure` does: hits are marks of the first pass that were found."""
    hits = sum(t.first_found for t in tallies)
    wrong = sum(t.second - t.second_found for t in tallies)
    missed = sum(t.first - t.first_found for t in tallies)
    return 2 * hits / max(1, 2 * hits + wrong + missed)


def exact_f1(tallies: Sequence[Tally]) -> float:
    both = sum(t.first + t.second for t in tallies)
    return 2 * sum(t.equal for t in tallies) / max(1, both)


def read(corpora: Path) -> tuple[list[Tally], list[dict[str, Any]]]:
    articles = by_key(corpora / "articles.jsonl.gz")
    firsts = by_key(corpora / "spans.jsonl.gz")
    tallies, rows = [], []
    for key, row in by_key(ANNOTATIONS / "loaded_second.jsonl").items():
        first = [p for p in locate(articles[key], firsts[key]["loaded"]) if p]
        tallies.append(compare(first, [Place(*mark) for mark in row["marks"]]))
        rows.append(firsts[key])
    return tallies, rows


def main() -> None:
    tallies, rows = read(corpora())
    counts = [Count(t.second_found, t.second, t.first_found, t.first) for t in tallies]
    numbers = [
        number("overlap F1", tallies, overlap_f1),
        number("exact F1", tallies, exact_f1),
    ]
    for annotator in sorted({row["annotator"] for row in rows}):
        pairs = zip(tallies, rows, strict=True)
        own = [t for t, row in pairs if row["annotator"] == annotator]
        numbers.append(number(f"F1 with annotator {annotator}", own, overlap_f1))
    publish(
        "loaded_words",
        [
            table(
                "A second pass over marked news articles, measured as a detector is",
                "blind to the first: a ceiling",
                len(tallies),
                [rates("all", counts)],
                numbers,
            )
        ],
    )


if __name__ == "__main__":
    main()
