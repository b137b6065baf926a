"""Measure how far two blind passes agree on which words are loaded.

Usage: python benchmarks/loaded_agreement.py CORPORA

The first pass is `spans.jsonl.gz`, the second `data/annotations/loaded_second.jsonl`,
by the same codebook. A mark is found again when one of the other pass overlaps it,
as where a detector is measured; so the F1 is the most that a detector trained on
one pass can be asked to reach on another. Intervals are 90 %, by bootstrap over
articles.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from marked import ANNOTATIONS, Place, by_key, interval, line, locate


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


def precision(tallies: Sequence[Tally]) -> float:
    """Return the share of the second pass's marks that the first has."""
    return sum(t.second_found for t in tallies) / max(1, sum(t.second for t in tallies))


def recall(tallies: Sequence[Tally]) -> float:
    """Return the share of the first pass's marks that the second has."""
    return sum(t.first_found for t in tallies) / max(1, sum(t.first for t in tallies))


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
    tallies, rows = read(Path(sys.argv[1]))
    first, second = (sum(getattr(t, n) for t in tallies) for n in ("first", "second"))
    print(f"articles {len(tallies)}, first pass {first} marks, second {second}")
    for name, number in (
        ("overlap F1", overlap_f1),
        ("precision of the second", precision),
        ("recall of the first", recall),
        ("exact F1", exact_f1),
    ):
        print(line(name, number(tallies), interval(tallies, number)))
    for annotator in sorted({row["annotator"] for row in rows}):
        own = [
            t
            for t, row in zip(tallies, rows, strict=True)
            if row["annotator"] == annotator
        ]
        print(f"{'F1 with annotator':27}{annotator} {overlap_f1(own):.3f}")


if __name__ == "__main__":
    main()
