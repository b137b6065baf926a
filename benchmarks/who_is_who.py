"""Measure who is taken for whom: the sources of an article and their number.

Usage: python benchmarks/who_is_who.py CORPORA [--errors] [--no-readings]

`--errors` lists the commonest mistakes; `--no-readings` leaves out the slow part.

Three measures: identity over mentions, in the articles of `spans.jsonl.gz` and of
`data/annotations/sources.jsonl`; the number of sources in both; and the rank of that
number against the readers' count in `ratings.jsonl.gz`. What a second reader of some
articles of `spans` makes of them, blind to the first, is the ceiling. `spans` lists no
pronouns and no places, so there a mention belongs to the source with whose words it
shares most.
Intervals are 90 %, by bootstrap over articles.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from identity import Compared, Mention, b_cubed, is_pronoun, match, mistakes
from marked import ANNOTATIONS, Key, by_key, interval, line, rows
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


def relays_right(articles: Sequence[Compared]) -> tuple[int, int, int]:
    """Count matched mentions relayed in both readings, in the gold, in the other."""
    pairs = [
        (m.gold.via is not None, m.found.via is not None)
        for a in articles
        for m in a.matches
    ]
    gold, found = (sum(p[i] for p in pairs) for i in (0, 1))
    return sum(a and b for a, b in pairs), gold, found


def within_one(articles: Sequence[Compared]) -> float:
    return sum(abs(a.sources[0] - a.sources[1]) <= 1 for a in articles) / len(articles)


def without_pronouns(articles: Sequence[Compared]) -> list[Compared]:
    return [
        a._replace(matches=[m for m in a.matches if not is_pronoun(a.text, m.gold)])
        for a in articles
    ]


def print_compared(name: str, articles: Sequence[Compared]) -> None:
    matched = sum(len(a.matches) for a in articles)
    missed = sum(len(a.missed) for a in articles)
    extra = sum(len(a.extra) for a in articles)
    print(f"\n{name}: {len(articles)} articles")
    print(f"mentions matched {matched}, missed {missed}, marked in vain {extra}")
    for i, part in enumerate(("precision", "recall", "F1")):
        measure = lambda these, i=i: b_cubed(these)[i]  # noqa: E731 - one name for two uses
        print(line(f"B-cubed {part}", measure(articles), interval(articles, measure)))
    named = without_pronouns(articles)
    print(f"{'B-cubed F1, no pronouns':28} {b_cubed(named)[2]:.3f}")
    print(f"{'B-cubed F1, with unmatched':28} {b_cubed(articles, whole=True)[2]:.3f}")
    for title, number in (
        ("kind of source", kinds_right),
        ("sources within one", within_one),
    ):
        print(line(title, number(articles), interval(articles, number)))
    bias = sum(a.sources[1] - a.sources[0] for a in articles) / len(articles)
    print(f"{'sources too many':28} {bias:+.2f} an article")
    both, gold, found = relays_right(articles)
    print(f"relayed mentions: {both} of {gold} found, {found} marked")


def print_readings(corpora: Path, articles: dict[Key, Any]) -> None:
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
    print(f"\nreaders' counts: {len(pairs)} articles")
    print(line("Spearman", rank(pairs), interval(pairs, rank)))
    for fold in sorted({p[2] for p in pairs}):
        own = [p for p in pairs if p[2] == fold]
        print(f"{f'Spearman, fold {fold}':28} {rank(own):.3f}")


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
    corpora = Path(sys.argv[1])
    articles = by_key(corpora / "articles.jsonl.gz")
    spans, ours = against_spans(corpora, articles), against_ours(articles)
    print_compared("spans", spans)
    print_compared("our annotations", ours)
    print_compared("second reader of spans, blind", second_reader(corpora, articles))
    print_compared("our second pass, from memory too", read_twice(articles))
    if "--no-readings" not in sys.argv:
        print_readings(corpora, articles)
    if "--errors" in sys.argv:
        # Of strings without places, nobody knows which of them was missed.
        print_mistakes([*(a._replace(missed=[]) for a in spans), *ours])


if __name__ == "__main__":
    main()
