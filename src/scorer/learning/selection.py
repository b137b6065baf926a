"""Which articles are measured: those with a label of their own, and a few others."""

from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from scorer.learning.corpora import Row

_PER_OUTLET: Final = 8  # articles of an outlet without a label of their own


def choose_articles(
    articles: list[Row], readings: Mapping[tuple[str, str], Any]
) -> list[Row]:
    """Keep what was read or labelled, and some articles of every other outlet."""
    rest: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    chosen = []
    for article in articles:
        key = (article["id"], article["set"])
        if key in readings or "health_rating" in article or "hyperpartisan" in article:
            chosen.append(article)
        else:
            order = sha256("\t".join(key).encode()).hexdigest()
            rest[article["outlet"]].append((order, article))
    for others in rest.values():
        others.sort(key=lambda pair: pair[0])
        chosen += [article for _, article in others[:_PER_OUTLET]]
    return sorted(chosen, key=lambda a: (a["set"], a["id"]))
