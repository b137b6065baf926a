"""Measure how many of a page's cross-links are kept, as cross-links.

Usage: python benchmarks/page_links.py CORPORA

In 20 saved pages, drawn by lot, every block was looked at that stands inside the body
or among the 15 behind it and is no sentence of the body; those that lead to another
story are listed in `data/annotations/page_links.jsonl` by a digest of their text. Left
out: tags, names, buttons, headings above links, and lists of sources. A link is found
when a cross-link of the document has its text.
"""

import gzip
from hashlib import sha256
from pathlib import Path

from figures import Count, corpora, publish, rates, table
from marked import ANNOTATIONS, rows

from scorer.parse.html import parse_html


def digest(text: str) -> str:
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def kept_in(path: Path) -> set[str]:
    """Return the digests of the cross-links that a page's document has."""
    with gzip.open(path) as file:
        parsed = parse_html(file.read().decode("utf-8", "replace"))
    links = (s for s in parsed.segments if s.kind == "cross_link")
    return {digest(link.span.of(parsed.text)) for link in links}


def main() -> None:
    pages = corpora() / "pages"
    counts = []
    for row in rows(ANNOTATIONS / "page_links.jsonl"):
        kept = kept_in(pages / row["page"])
        hits = sum(link in kept for link in row["links"])
        counts.append(Count(hit=hits, marked=len(row["links"])))
    publish(
        "parsing",
        [
            table(
                "Cross-links inside and right after the body of 20 saved pages",
                "in-sample: the table of blocks saw the pages; counted by one reader "
                "who saw what was found; a recall only",
                len(counts),
                [rates("cross-links kept", counts)],
            )
        ],
    )


if __name__ == "__main__":
    main()
