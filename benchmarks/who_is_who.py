"""Measure who is taken for whom: the sources of an article and their number.

Usage: python benchmarks/who_is_who.py CORPORA [--errors]

`--errors` lists the commonest mistakes.

Three measures: identity over mentions, in the articles of `spans.jsonl.gz` and of
`data/annotations/sources.jsonl`; the number of sources in both; and the rank of that
number against the readers' count in `ratings.jsonl.gz`. What a second reader of some
articles of `spans` makes of them, blind to the first, is the ceiling. `spans` lists no
pronouns and no places, so there a mention belongs to the source with whose words it
shares most. Of the mentions that are relayed only those count that were matched.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from figures import Count, corpora, number, publish, rates, table
from identity import Compared, Mention, b_cubed, is_pronoun, match, mistakes
from marked import ANNOTATIONS, Key, by_key, rows
from mentions import (
    annotate,
    distinct,
    document_of,
    found_in,
    listed_in,
    marked_in,
    only_credited,
)
from scipy.stats import spearmanr

CONFIDENT = 0.5  # confidence from which a reading counts
SHOWN = 45  # kinds of mistakes
EXAMPLES = 3
SOME = 200  # draws: a rank over thousands of articles is slow
SEEN = 850  # words that a reader saw


def against_spans(corpora: Path, articles: dict[Key, Any]) -> list[Compared]:
    compared = []
    for key, row in by_key(corpora / "spans.jsonl.gz").items():
        document = document_of(articles[key])
        gold, counted = listed_in(document, row)
        found = found_in(document)
        named = [f for f in found.mentions if not is_pronoun(document.text, f)]
        both = match(document.text, gold, named, (counted, found.distinct))
        compared.append(only_credited(both._replace(why=found.near)))
    return compared


def against_ours(articles: dict[Key, Any]) -> list[Compared]:
    compared = []
    for key, row in by_key(ANNOTATIONS / "sources.jsonl").items():
        document = document_of(articles[key])
        gold, counted = marked_in(document, articles[key], row)
        found = found_in(document)
        both = match(document.text, gold, found.mentions, (counted, found.distinct))
        compared.append(both._replace(why=found.near))
    return compared


def read_twice(articles: dict[Key, Any]) -> list[Compared]:
    """Compare the second pass over our own annotations with the first."""
    compared = []
    firsts = by_key(ANNOTATIONS / "sources.jsonl")
    for key, row in by_key(ANNOTATIONS / "sources_second.jsonl").items():
        document = document_of(articles[key])
        gold, counted = marked_in(document, articles[key], firsts[key])
        again, number = marked_in(document, articles[key], row)
        again = [m for m in again if not m.ignored]
        compared.append(match(document.text, gold, again, (counted, number)))
    return compared


def second_reader(corpora: Path, articles: dict[Key, Any]) -> list[Compared]:
    """Compare a second reader of some articles of `spans` with the first."""
    compared = []
    firsts = by_key(corpora / "spans.jsonl.gz")
    for key, row in by_key(ANNOTATIONS / "spans_second.jsonl").items():
        document = document_of(articles[key])
        gold, counted = listed_in(document, firsts[key])
        again, number = marked_in(document, articles[key], row)
        again = [m for m in again if not m.ignored]
        both = match(document.text, gold, again, (counted, number))
        compared.append(only_credited(both))
    return compared


def kinds_right(articles: Sequence[Compared]) -> float:
    """Return the share of matched mentions of the same kind, offices as persons."""
    pairs = [(office(m.gold), office(m.found)) for a in articles for m in a.matches]
    return sum(a == b for a, b in pairs) / max(1, len(pairs))


def office(mention: Mention) -> str:
    return "named" if mention.kind == "official" else mention.kind


def relays(article: Compared) -> Count:
    """Count the matched mentions that are relayed, in the gold and in the other."""
    pairs = [(m.gold.via is not None, m.found.via is not None) for m in article.matches]
    both = sum(gold and found for gold, found in pairs)
    return Count(both, sum(f for _, f in pairs), both, sum(g for g, _ in pairs))


def within_one(articles: Sequence[Compared]) -> float:
    return sum(abs(a.sources[0] - a.sources[1]) <= 1 for a in articles) / len(articles)


def without_pronouns(articles: Sequence[Compared]) -> list[Compared]:
    return [
        a._replace(matches=[m for m in a.matches if not is_pronoun(a.text, m.gold)])
        for a in articles
    ]


def compared_table(name: str, how: str, articles: Sequence[Compared]) -> dict[str, Any]:
    def bias(some: Sequence[Compared]) -> float:
        return sum(a.sources[1] - a.sources[0] for a in some) / len(some)

    def b_cubed_f1(some: Sequence[Compared]) -> float:
        return b_cubed(some)[2]

    mentions = [Count.of(len(a.matches), len(a.extra), len(a.missed)) for a in articles]
    return table(
        name,
        how,
        len(articles),
        [
            rates("mentions of sources", mentions),
            rates("mentions relayed", [relays(a) for a in articles]),
        ],
        [
            number("B-cubed precision", articles, lambda some: b_cubed(some)[0]),
            number("B-cubed recall", articles, lambda some: b_cubed(some)[1]),
            number("B-cubed F1", articles, b_cubed_f1),
            number("B-cubed F1, no pronouns", without_pronouns(articles), b_cubed_f1),
            number("kind of source right", articles, kinds_right),
            number("sources within one", articles, within_one),
            number("sources too many an article", articles, bias),
        ],
    )


def readings_table(corpora: Path, articles: dict[Key, Any]) -> dict[str, Any]:
    counts = defaultdict(list)
    for row in rows(corpora / "ratings.jsonl.gz"):
        if row["confidence"] >= CONFIDENT and (row["id"], row["set"]) in articles:
            counts[row["id"], row["set"]].append((row["sources"], row["fold"]))
    pairs = []
    for key, read in counts.items():
        article = articles[key]
        document = document_of(article | {"text": seen(article["text"])})
        mean = sum(n for n, _ in read) / len(read)
        pairs.append((distinct(annotate(document)), mean, read[0][1]))
    numbers = [number("Spearman", pairs, rank, SOME)]
    for fold in sorted({p[2] for p in pairs}):
        own = [p for p in pairs if p[2] == fold]
        numbers.append(number(f"Spearman, fold {fold}", own, rank, SOME))
    title = "Number of distinct sources against a reader's count"
    return table(title, "nothing learned from it", len(pairs), numbers=numbers)


def rank(pairs: Sequence[tuple[int, float, int]]) -> float:
    return float(spearmanr([p[0] for p in pairs], [p[1] for p in pairs]).statistic)


def seen(text: str) -> str:
    """Return what readers saw: up to the line that passes 850 words."""
    kept, words = [], 0
    for part in text.split("\n"):
        kept.append(part)
        words += len(part.split())
        if words > SEEN:
            break
    return "\n".join(kept)


def print_mistakes(articles: Sequence[Compared]) -> None:
    counts: Counter[str] = Counter()
    examples = defaultdict(list)
    for article in articles:
        for kind, words in mistakes(article):
            counts[kind] += 1
            examples[kind].append(words)
    print("\nmistakes, the commonest first")
    for kind, count in counts.most_common(SHOWN):
        print(f"{count:4} {kind}")
        for words in examples[kind][:EXAMPLES]:
            print(f"       {words}")


def main() -> None:
    folder = corpora()
    articles = by_key(folder / "articles.jsonl.gz")
    spans, ours = against_spans(folder, articles), against_ours(articles)
    looked = "nothing learned from them, but looked at"
    again = second_reader(folder, articles)
    twice = read_twice(articles)
    tables = [
        compared_table("Who is who in marked news articles", looked, spans),
        compared_table("Who is who in articles marked for this project", looked, ours),
        compared_table("A second reader of marked articles", "blind: a ceiling", again),
        compared_table("A second pass of ours", "from memory too: no ceiling", twice),
        readings_table(folder, articles),
    ]
    publish("attributions", tables)
    if "--errors" in sys.argv:
        # Of strings without places, nobody knows which of them was missed.
        print_mistakes([*(a._replace(missed=[]) for a in spans), *ours])


if __name__ == "__main__":
    main()
