"""Measure the attributions on the shared corpora.

Usage: python benchmarks/attributions.py [spans] [people] [readings] [speed]

`spans` compares source, cue and content with PolNeAR's dev part; `people` compares
sources, their kinds and their number with the marked news articles; `readings`
ranks the number of distinct sources against a reader's count.
"""

import gzip
import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from scipy.stats import spearmanr

from scorer.detectors.attributions import DETECTOR
from scorer.document import Document
from scorer.learning.polnear import ROLES, read_marked
from scorer.reading import Reading
from scorer.types import Annotation

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("SCORER_CORPORA", ROOT.parent / "shared" / "corpora"))
FINDING = 0.5  # weight or confidence from which something counts
SEEN = 850  # words that a reader saw
FEW = 50  # readings of a genre below which a rank says nothing
PRONOUN = re.compile(r"(?i)(he|she|they|it|we|i|you|who|him|her|them|himself|herself)")

Place = tuple[int, int]


def rows(name: str) -> list[dict[str, Any]]:
    with gzip.open(CORPORA / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def annotate(document: Document) -> list[Annotation]:
    return [a for a in DETECTOR.annotate(Reading.of(document)) if a.weight >= FINDING]


def f1(right: int, extra: int, missed: int) -> dict[str, float]:
    p, r = right / max(1, right + extra), right / max(1, right + missed)
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3)}


def overlap(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < b and a < place[1] for a, b in others)


def spans(part: str = "dev") -> dict[str, Any]:
    exact = {role: [0, 0, 0] for role in ROLES}
    loose = {role: [0, 0, 0] for role in ROLES}
    for reading, attributions in read_marked(CORPORA, part):
        got = defaultdict(set)
        for a in DETECTOR.annotate(reading):
            if a.weight >= FINDING:
                got[a.label.removeprefix("attribution.")].add(a.span)
        for role in ROLES:
            want = {a[role] for a in attributions if role in a}
            add(exact[role], len(got[role] & want), got[role] - want, want - got[role])
            hits = sum(overlap(w, got[role]) for w in want)
            right = sum(overlap(g, want) for g in got[role])
            loose[role][0] += hits
            loose[role][1] += len(got[role]) - right
            loose[role][2] += len(want) - hits
    return {r: {"exact": f1(*exact[r]), "overlap": f1(*loose[r])} for r in ROLES}


def add(counts: list[int], right: int, extra: set[Place], missed: set[Place]) -> None:
    counts[0] += right
    counts[1] += len(extra)
    counts[2] += len(missed)


def texts() -> dict[tuple[str, str], dict[str, Any]]:
    return {(r["id"], r["set"]): r for r in rows("articles.jsonl.gz")}


def people() -> dict[str, Any]:
    articles = texts()
    found, right, kinds, pairs = [0, 0], [0, 0], [0, 0], []
    confusion: Counter[tuple[str, str]] = Counter()
    for row in rows("spans.jsonl.gz"):
        article = articles[row["id"], row["set"]]
        document = Document.from_text(article["text"], title=article.get("title"))
        text, marks = document.text, annotate(document)
        sources = [
            (a.span.start, a.span.end)
            for a in marks
            if a.label == "attribution.source"
            and not PRONOUN.fullmatch(a.span.of(text).strip())
        ]
        labels = [
            ((a.span.start, a.span.end), a.label.removeprefix("source."))
            for a in marks
            if a.label.startswith("source.")
        ]
        mentions: list[Place] = []
        for source in row["sources"]:
            places = [
                m.span()
                for q in source["mentions"]
                for m in re.finditer(rf"(?<!\w){re.escape(q)}(?!\w)", text)
            ]
            if not places:
                continue
            mentions += places
            hit = any(overlap(s, places) for s in sources)
            found[0 if hit else 1] += 1
            given = Counter(label for s, label in labels if overlap(s, places))
            if given:
                label = given.most_common(1)[0][0]
                confusion[source["kind"], label] += 1
                kinds[0] += office(label) == office(source["kind"])
                kinds[1] += 1
        for s in sources:
            right[0 if overlap(s, mentions) else 1] += 1
        pairs.append((distinct(marks), len(row["sources"])))
    precision, recall = right[0] / sum(right), found[0] / sum(found)
    wrong = {k: n for k, n in confusion.items() if office(k[0]) != office(k[1])}
    return {
        "source": f1(*right, 0)
        | {"p": round(precision, 3), "r": round(recall, 3)}
        | {"f1": round(2 * precision * recall / (precision + recall), 3)},
        "kind": round(kinds[0] / kinds[1], 3),
        "within_one": round(sum(abs(a - b) <= 1 for a, b in pairs) / len(pairs), 3),
        "bias": round(sum(a - b for a, b in pairs) / len(pairs), 2),
        "spearman": spearman(pairs),
        "wrong_kinds": sorted(
            ((n, *k) for k, n in wrong.items()),
            reverse=True,
        )[:12],
    }


def office(kind: str) -> str:
    return "named" if kind == "official" else kind


def distinct(marks: Iterable[Annotation]) -> int:
    return len(
        {
            a.source
            for a in marks
            if a.label == "attribution.source"
            and a.voice == "outlet"
            and a.source is not None
        }
    )


def spearman(pairs: list[tuple[int, int]]) -> float:
    return round(float(spearmanr(*zip(*pairs, strict=True)).statistic), 4)


def seen(text: str) -> str:
    """Return what readers saw: up to the line that passes 850 words."""
    kept, words = [], 0
    for line in text.split("\n"):
        kept.append(line)
        words += len(line.split())
        if words > SEEN:
            break
    return "\n".join(kept)


def readings() -> dict[str, Any]:
    articles, pairs, kinds = texts(), [], defaultdict(list)
    done = set()
    for row in rows("ratings.jsonl.gz"):
        key = row["id"], row["set"]
        if key in done or key not in articles or row["confidence"] < FINDING:
            continue
        done.add(key)
        article = articles[key]
        title = article.get("title") or None
        document = Document.from_text(seen(article["text"]), title=title)
        pair = distinct(annotate(document)), row["sources"]
        pairs.append(pair)
        kinds[row["genre"]].append(pair)
    return {
        "n": len(pairs),
        "spearman": spearman(pairs),
        "bias": round(sum(a - b for a, b in pairs) / len(pairs), 2),
        "within_one": round(sum(abs(a - b) <= 1 for a, b in pairs) / len(pairs), 3),
        "by_genre": {k: spearman(v) for k, v in kinds.items() if len(v) > FEW},
    }


def speed() -> dict[str, float]:
    """Return milliseconds per 6,000 characters of article, the reading apart."""
    documents = [
        Reading.of(Document.from_text(r["text"], title=r.get("title")))
        for r in rows("articles.jsonl.gz")[:400]
    ]
    size = sum(len(r.plain) for r in documents) / 6000
    times = []
    for _ in range(3):
        start = time.process_time()
        for reading in documents:
            list(DETECTOR.find(reading))
        times.append(time.process_time() - start)
    return {"ms_per_6kB": round(1000 * min(times) / size, 3)}


TASKS: dict[str, Callable[[], Any]] = {
    "spans": spans,
    "people": people,
    "readings": readings,
    "speed": speed,
}

if __name__ == "__main__":
    for task in sys.argv[1:] or TASKS:
        print(json.dumps({task: TASKS[task]()}, ensure_ascii=False), flush=True)
