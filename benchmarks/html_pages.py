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
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura
from figures import number, publish, table

from scorer.learning.blocks import Example, overlap, read_examples, score_unseen
from scorer.parse.html import parse_html


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
    sites = _by_site(unseen, examples)
    publish(
        "parsing",
        [
            table(
                f"Body of {len(pages)} saved pages, mean 4-gram F1",
                "five folds, sites apart, unless a row says otherwise",
                len(sites),
                numbers=[
                    number("unseen sites", sites, _mean),
                    number(
                        "in-sample: the shipped table, which saw these pages",
                        _by_site(_scores(ours, examples), examples),
                        _mean,
                    ),
                    number(
                        "trafilatura, extract(fast=True)",
                        _by_site(_scores(theirs, examples), examples),
                        _mean,
                    ),
                ],
            )
        ],
    )
    print(f"ms a page, ours {our_ms:.1f}, trafilatura's {their_ms:.1f}")
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


def _by_site(scores: Sequence[float], examples: Sequence[Example]) -> list[list[float]]:
    by_site: dict[str, list[float]] = defaultdict(list)
    for score, example in zip(scores, examples, strict=True):
        by_site[example.site].append(score)
    return list(by_site.values())


def _mean(sites: Sequence[Sequence[float]]) -> float:
    scores = [score for site in sites for score in site]
    return sum(scores) / len(scores)


if __name__ == "__main__":
    main()
