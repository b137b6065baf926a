"""Measure which lines are marked as cross-links, and which of them as bait.

Usage: python benchmarks/cross_links.py CORPORA

The lines are those labelled by hand, in the corpora and for this project; which
cross-links are bait stands in `data/annotations/cross_links.jsonl`. The shipped table
of lines has seen these lines (`benchmarks/lines.py` has the honest figures), so here
each line that is a cross-link is given to the detector, whatever it is taken for.
"""

from typing import Any, NamedTuple

from figures import Count, corpora, publish, rates, table
from marked import ANNOTATIONS, by_key

from scorer.detectors.cross_links import BAIT, FINDING, PLAIN, bait_weight
from scorer.learning.pages import Page, read_labelled


class Judged(NamedTuple):
    """The cross-links of one page: how many are bait, and taken for it."""

    bait: Count
    plain: Count


def judge(page: Page, bait: set[int]) -> Judged:
    links = [i for i, kind in page.kinds.items() if kind == "cross_link"]
    both = [(i + 1 in bait, bait_weight(page.lines[i]) >= FINDING) for i in links]
    right = sum(gold and found for gold, found in both)
    extra = sum(found and not gold for gold, found in both)
    missed = sum(gold and not found for gold, found in both)
    left = len(both) - right - extra - missed
    return Judged(Count.of(right, extra, missed), Count.of(left, missed, extra))


def main() -> None:
    folder = corpora()
    rows = {
        key[0]: row for key, row in by_key(ANNOTATIONS / "cross_links.jsonl").items()
    }
    pages: list[Page] = [
        *read_labelled(folder, folder / "segments" / "lines.jsonl.gz"),
        *read_labelled(folder, ANNOTATIONS / "lines.jsonl"),
    ]
    judged = [judge(p, {*rows[p.id]["bait"]}) for p in pages if p.id in rows]
    labels: list[dict[str, Any]] = [
        rates(BAIT, [one.bait for one in judged]),
        rates(PLAIN, [one.plain for one in judged]),
    ]
    title = "Cross-links labelled by hand, bait or plain"
    how = "learned from other headlines; labels by one reader"
    publish("cross_links", [table(title, how, len(judged), labels)])


if __name__ == "__main__":
    main()
