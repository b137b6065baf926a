"""Measure stories: grouping, copied text, utterances, origins, time and memory.

Usage: python benchmarks/stories.py CORPORA [--scale 10000,100000 [--jobs 2]]

Grouping is measured on public collections of same-story articles, by pairs of which at
least one article is labelled; the rest on data/stories/stories.jsonl, our own. The
limits of both were chosen on these very sets: the figures are no test on unseen ones.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from many_stories import measure_scale

from scorer.document import Document
from scorer.stories.accounts import Account
from scorer.stories.grouping import group
from scorer.stories.links import copied_links, relay_links
from scorer.stories.origins import find_origins
from scorer.stories.passages import overlaps, text_groups
from scorer.stories.profiles import Profile, to_day
from scorer.stories.roots import Roots, find_roots
from scorer.types import Span

ROOT = Path(__file__).resolve().parent.parent
DISTRACTORS = 2000
SEED = 7
SAMPLES, SAMPLE = 8, 300  # batches of articles of many years, and how many in each
APART = 14  # days between articles that do not tell one story
DRAWS, AMONG = 30, 200  # of the articles that stand around the three shared ones
LONE = 5  # articles of a story that has the batch for itself

Labelled = list[tuple[str | None, Profile]]
Row = dict[str, Any]


def read(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def profile(row: Row) -> Profile:
    return Profile.of(
        Document.from_text(
            row["text"], title=row.get("title"), published=row.get("date")
        )
    )


def pair_figures(found: Sequence[Sequence[int]], gold: Sequence[str | None]) -> str:
    """Write F1, precision and recall over pairs that hold a labelled article."""
    right = predicted = 0
    for members in found:
        labels = Counter(gold[i] for i in members)
        known = sum(n for label, n in labels.items() if label is not None)
        right += sum(n * (n - 1) // 2 for g, n in labels.items() if g is not None)
        predicted += known * (known - 1) // 2 + known * labels[None]
    sizes = Counter(label for label in gold if label is not None).values()
    return figures(
        right, predicted - right, sum(n * (n - 1) // 2 for n in sizes) - right
    )


def figures(right: int, wrong: int, missed: int) -> str:
    precision = right / max(1, right + wrong)
    recall = right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    return f"F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}"


def sets(corpora: Path) -> Iterable[tuple[str, Labelled]]:
    articles = read(corpora / "articles.jsonl.gz")
    groups = read(corpora / "stories/allsides_groups.jsonl.gz")
    story_of = {i: g["story"] for g in groups for i in g["articles"]}
    others = [
        r for r in articles if r["id"] not in story_of and r["set"] != "basil_articles"
    ]
    chosen = random.Random(SEED).sample(others, DISTRACTORS)
    distractors: Labelled = [(None, profile(r)) for r in chosen]
    basil = read(corpora / "stories/basil.jsonl.gz")
    yield "BASIL among 2,000", [(r["event"], profile(r)) for r in basil] + distractors
    for name, title in (("ecbplus", "ECB+"), ("fnc1", "FNC-1")):
        rows = read(corpora / f"stories/{name}.jsonl.gz")
        yield title, [(r["story"], profile(r)) for r in rows]
    told = [r for r in articles if r["id"] in story_of]
    yield "AllSides", [(story_of[r["id"]], profile(r)) for r in told]
    by_event: dict[str, Labelled] = {}
    for row in read(corpora / "stories/ecbplus.jsonl.gz"):
        by_event.setdefault(row["story"], []).append((row["story"], profile(row)))
    alone = [one[:LONE] for one in by_event.values() if len(one) >= LONE]
    whole = sum(len(group([p for _, p in five]).stories) == 1 for five in alone)
    print(f"lone stories of 5 found as one: {whole} of {len(alone)} (ECB+)")


def measure_grouping(corpora: Path) -> None:
    for name, labelled in sets(corpora):
        found = group([p for _, p in labelled]).stories
        print(f"{name:20} {pair_figures(found, [g for g, _ in labelled])}")


def measure_three(corpora: Path) -> None:
    """Look for the shared articles' story among others, drawn many times."""
    shared = sorted((corpora.parent / "articles").glob("*.txt"))
    three = [Profile.of(Document.from_text(p.read_text("utf-8"))) for p in shared]
    rows = read(corpora / "articles.jsonl.gz")
    whole = 0
    for seed in range(DRAWS):
        others = [profile(row) for row in random.Random(seed).sample(rows, AMONG)]
        whole += tuple(range(len(three))) in group(three + others).stories
    print(f"the three among {AMONG}: one story in {whole} of {DRAWS} draws")


def measure_undated(corpora: Path) -> None:
    """Group articles of many years without their dates, which tell what is wrong."""
    told = {
        i
        for story in read(corpora / "stories/allsides_groups.jsonl.gz")
        for i in story["articles"]
    }
    rows = [
        row
        for row in read(corpora / "articles.jsonl.gz")
        if row["id"] not in told
        and row["set"] != "basil_articles"
        and to_day(row.get("date"))
    ]
    found = wrong = 0
    for seed in range(SAMPLES):
        chosen = random.Random(seed).sample(rows, SAMPLE)
        days = [to_day(row["date"]) or 0 for row in chosen]
        for story in group([profile({**row, "date": None}) for row in chosen]).stories:
            on = [days[i] for i in story]
            found += len(story) > 1
            wrong += max(on) - min(on) > APART
    print(
        f"{SAMPLE} without dates: {found / SAMPLES:.1f} stories,"
        f" {wrong / SAMPLES:.1f} of articles over {APART} days apart"
    )


def measure_ours(path: Path) -> None:
    copies, relays, said = Counter[str](), Counter[str](), Counter[str]()
    off = Counter[int]()
    together = 0
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for row in rows:
        documents = [
            Document.from_text(a["text"], outlet=a["outlet"], published=a["published"])
            for a in row["articles"]
        ]
        together += len(group([Profile.of(d) for d in documents]).stories) == 1
        accounts = [Account.of(i, d) for i, d in enumerate(documents)]
        shares = overlaps([a.runs for a in accounts])
        roots = find_roots(accounts)
        origins = find_origins(accounts, text_groups(len(accounts), shares), roots)
        off[abs(len(origins) - row["origins"])] += 1
        known = {tuple(pair) for pair in row["copies"]}
        found = {
            (min(k.one, k.other), max(k.one, k.other))
            for k in copied_links(accounts, shares)
            if k.other is not None
        }
        tally(copies, found, known)
        named = {
            (k.one, k.other)
            for k in relay_links(accounts, roots)
            if k.other is not None
        }
        tally(relays, named, {tuple(pair) for pair in row["relays"]})
        tally(said, *utterances(row, roots, known))
    print(f"{'ours: one story':20} {together} of {len(rows)}")
    for name, counts in (("copies", copies), ("relays", relays), ("utterances", said)):
        line = figures(counts["right"], counts["wrong"], counts["missed"])
        print(f"ours: {name:14} {line}")
    exact, near = off[0] / len(rows), (off[0] + off[1]) / len(rows)
    print(f"{'ours: origins':20} exact {exact:.2f}  off by at most one {near:.2f}")


def tally(counts: Counter[str], found: set[Any], known: set[Any]) -> None:
    counts["right"] += len(found & known)
    counts["wrong"] += len(found - known)
    counts["missed"] += len(known - found)


def utterances(row: Row, roots: Roots, copies: set[Any]) -> tuple[set[Any], set[Any]]:
    """Return the matched and the true pairs of utterances, copies left out."""
    articles = row["articles"]

    def marks(article: int, span: Span) -> set[int]:
        return {
            number
            for number, a, b in articles[article]["utterances"]
            if min(b, span.end) - max(a, span.start)
            >= 0.5 * min(b - a, span.end - span.start)
        }

    known = {
        (i, j, number)
        for i, one in enumerate(articles)
        for j, other in enumerate(articles)
        if i < j and (i, j) not in copies
        for number in {u[0] for u in one["utterances"]}
        & {u[0] for u in other["utterances"]}
    }
    found: set[Any] = set()
    for match in roots.matches:
        one, other = sorted(
            (roots.utterances[match.one], roots.utterances[match.other]),
            key=lambda u: u.article,
        )
        if (one.article, other.article) in copies:
            continue
        both = marks(one.article, one.span) & marks(other.article, other.span)
        pairs = {(one.article, other.article, number) for number in both}
        found |= pairs or {(one.article, other.article, one.span, other.span)}
    return found, known


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--scale", default="")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    measure_ours(ROOT / "data/stories/stories.jsonl")
    if asked.scale:
        sizes = [int(n) for n in asked.scale.split(",")]
        measure_scale(read(asked.corpora / "articles.jsonl.gz"), sizes, asked.jobs)
    else:
        measure_grouping(asked.corpora)
        measure_three(asked.corpora)
        measure_undated(asked.corpora)


if __name__ == "__main__":
    main()
