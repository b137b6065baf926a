"""How well and how fast the body of a saved page is found.

Usage: python benchmarks/html_pages.py CORPORA [--worst N]

Prints the mean 4-gram F1 of the body by page with a 90 % interval (bootstrap over
sites), for the shipped table (which has seen these pages) and for tables that saw
nothing of a page's site, beside trafilatura's `extract(fast=True)`, with the time
that each takes.
"""

import argparse
import gzip
import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura

from scorer.learning.blocks import Example, overlap, read_examples, score_unseen
from scorer.parse.html import parse_html

_ROUNDS = 2000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path)
    options.add_argument("--worst", type=int, default=0, help="show the worst pages")
    given = options.parse_args()
    examples = read_examples(given.corpora)
    pages = _read_pages(given.corpora)
    ours, our_ms = _run(_body_of, pages)
    theirs, their_ms = _run(_extract, pages)
    unseen = score_unseen(examples)
    _tell("shipped table", _scores(ours, examples), examples, our_ms)
    _tell("unseen sites", unseen, examples, None)
    _tell("trafilatura", _scores(theirs, examples), examples, their_ms)
    print(f"time, ours to trafilatura's: {our_ms / their_ms:.2f}")
    ranked = sorted(zip(unseen, examples, strict=True), key=lambda pair: pair[0])
    for score, example in ranked[: given.worst]:
        print(f"{score:.3f}  {example.site}")


def _read_pages(corpora: Path) -> list[str]:
    pages = []
    with gzip.open(
        corpora / "pages" / "truth.jsonl.gz", "rt", encoding="utf-8"
    ) as rows:
        for row in map(json.loads, rows):
            with gzip.open(corpora / "pages" / row["file"]) as file:
                pages.append(file.read().decode("utf-8", "replace"))
    return pages


def _body_of(page: str) -> str:
    parsed = parse_html(page)
    return "\n".join(
        s.span.of(parsed.text) for s in parsed.segments if s.kind == "body"
    )


def _extract(page: str) -> str:
    return trafilatura.extract(page, fast=True, include_comments=False) or ""


def _run(
    extract: Callable[[str], str], pages: Sequence[str]
) -> tuple[list[str], float]:
    """Return each page's body, and processor time in ms a page after a warm-up."""
    extract(pages[0])
    start = time.process_time()
    bodies = [extract(page) for page in pages]
    return bodies, (time.process_time() - start) * 1000 / len(pages)


def _scores(bodies: Sequence[str], examples: Sequence[Example]) -> list[float]:
    return [overlap(e.body, body) for e, body in zip(examples, bodies, strict=True)]


def _tell(
    name: str, scores: Sequence[float], examples: Sequence[Example], ms: float | None
) -> None:
    low, high = _interval(scores, [example.site for example in examples])
    mean = sum(scores) / len(scores)
    cost = "" if ms is None else f"  {ms:6.1f} ms a page"
    print(f"{name:14} F1 {mean:.4f} ({low:.4f}..{high:.4f}){cost}")


def _interval(scores: Sequence[float], sites: Sequence[str]) -> tuple[float, float]:
    by_site: dict[str, list[float]] = defaultdict(list)
    for score, site in zip(scores, sites, strict=True):
        by_site[site].append(score)
    groups = list(by_site.values())
    draw = random.Random(0)
    means = []
    for _ in range(_ROUNDS):
        chosen = [s for group in draw.choices(groups, k=len(groups)) for s in group]
        means.append(sum(chosen) / len(chosen))
    means.sort()
    return means[_ROUNDS // 20], means[-_ROUNDS // 20]


if __name__ == "__main__":
    main()
