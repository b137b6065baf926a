"""Measure what the lines of scraped articles are taken for, outlets and pages apart.

Usage: python benchmarks/lines.py CORPORA [--errors]

Two sets of articles are labelled by hand, line by line; lines that extractors left of
saved pages are labelled by machine, by their overlap with the known body. One table
a fold is learned from all that is of other outlets and other pages, and the invented
pages. Chrome is what is no headline, standfirst or body.
"""

import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple
from unittest.mock import patch

from figures import ROOT, Count, corpora, number, publish, rates, table
from marked import rows

from scorer.document import Document
from scorer.learning.lines import extracted_samples_of, fit, samples_of
from scorer.learning.pages import Page, read_extracted, read_invented, read_labelled

FOLDS = 5
STORY = frozenset({"headline", "standfirst", "body"})
KINDS = ("byline", "caption", "cross_link", "boilerplate", "standfirst")
DATA = ROOT / "data"

Pair = tuple[str, str]  # what a line is, and what it is taken for


class Labelled(NamedTuple):
    """The judged lines of one page: each with its kind and what it is taken for."""

    page: Page
    pairs: list[Pair]
    inside: list[Pair]


def judge(page: Page, learned: dict[str, Any]) -> Labelled:
    """Read a page under a table as any document is read."""
    with patch("scorer.parse.lines.load_table", return_value=learned):
        document = Document.from_text("\n".join(page.lines), title=page.title)
    starts = [0]
    for line in document.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    kinds = {segment.span.start: segment.kind.value for segment in document.segments}
    more = len(starts) - 1 - len(page.lines)  # lines of a headline put in front
    found = {i: kinds.get(starts[i + more]) for i in page.kinds if i + more >= 0}
    pairs = {
        i: (gold, str(found.get(i)))
        for i, gold in page.kinds.items()
        if gold not in {"unsure", "mixed"} and found.get(i)
    }
    return Labelled(page, [*pairs.values()], [pairs[i] for i in page.inside & {*pairs}])


def count(pairs: Sequence[Pair], is_it: Callable[[str], bool]) -> Count:
    both = [(is_it(gold), is_it(found)) for gold, found in pairs]
    return Count.of(
        sum(g and f for g, f in both),
        sum(f and not g for g, f in both),
        sum(g and not f for g, f in both),
    )


def is_chrome(kind: str) -> bool:
    return kind not in STORY


def lost(pages: Sequence[Labelled]) -> float:
    """Return the share of the body's lines that are taken for chrome."""
    story = [found for p in pages for gold, found in p.pairs if gold == "body"]
    return sum(map(is_chrome, story)) / max(1, len(story))


def hand_table(title: str, pages: Sequence[Labelled]) -> dict[str, Any]:
    labels = [rates("chrome", [count(p.pairs, is_chrome) for p in pages])]
    labels += [
        rates(kind, [count(p.pairs, lambda k, kind=kind: k == kind) for p in pages])  # type: ignore[misc]
        for kind in KINDS
    ]
    share = number("share of body lines lost", pages, lost)
    return table(title, "five folds, outlets apart", len(pages), labels, [share])


def machine_table(pages: Sequence[Labelled]) -> dict[str, Any]:
    by_page: dict[str, list[Pair]] = {}
    for one in pages:
        by_page.setdefault(one.page.id, []).extend(one.inside)
    return table(
        "Chrome inside the article, in what extractors left of saved pages",
        "five folds, pages apart; labelled by machine",
        len(by_page),
        [rates("chrome inside", [count(p, is_chrome) for p in by_page.values()])],
    )


def fold_of(page: Page) -> int:
    return zlib.crc32(page.id.encode()) % FOLDS


def show(pages: Sequence[Labelled]) -> Iterator[str]:
    for page in pages:
        kinds = iter(page.pairs)
        lines = [i for i, k in page.page.kinds.items() if k not in {"unsure", "mixed"}]
        for i, (gold, found) in zip(lines, kinds, strict=False):
            told = is_chrome(gold) != is_chrome(found) or "cross_link" in {gold, found}
            if told and gold != found:
                yield f"{gold} taken for {found}: {page.page.lines[i][:120]}"


def main() -> None:
    folder = corpora()
    outlets = {row["id"]: row["fold"] for row in rows(folder / "articles.jsonl.gz")}
    marked = read_labelled(folder, folder / "segments" / "lines.jsonl.gz")
    ours = read_labelled(folder, DATA / "annotations" / "lines.jsonl")
    invented = read_invented(DATA / "pages_invented.txt")
    left = read_extracted(folder)
    done: dict[str, list[Labelled]] = {"marked": [], "ours": [], "left": []}
    for k in range(FOLDS):
        hand = [p for p in [*marked, *ours] if outlets[p.id] != k] + invented
        machine = [p for p in left if fold_of(p) != k]
        learned = fit(
            [s for page in hand for s in samples_of(page)],
            [s for page in machine for s in extracted_samples_of(page)],
        )
        done["marked"] += [judge(p, learned) for p in marked if outlets[p.id] == k]
        done["ours"] += [judge(p, learned) for p in ours if outlets[p.id] == k]
        done["left"] += [judge(p, learned) for p in left if fold_of(p) == k]
    if "--errors" in sys.argv:
        print(*show(done["marked"] + done["ours"]), sep="\n")
    publish(
        "parsing",
        [
            hand_table("Lines of articles labelled by hand", done["marked"]),
            hand_table("Lines labelled for this project", done["ours"]),
            machine_table(done["left"]),
        ],
    )


if __name__ == "__main__":
    main()
