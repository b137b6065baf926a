"""How fast one process scores, beside what the reader can install; how two share.

Usage: python benchmarks/batch_speed.py [--number 300] [--words 1000]

Each figure is the best of several rounds in one run, as time of the processor, so
that other work on the machine matters little; two processes against one is time on
the clock, which needs two idle cores. textstat and nela-features are measured if
they are installed; nela-features (3.0.1) needs NLTK's data, which it downloads.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from corpus import write
from rounds import best

from scorer import Document
from scorer.batch.chunks import Task, score_chunk, split
from scorer.batch.inputs import read_records
from scorer.scoring import shipped

_ROUNDS = 5
_FEW = 10  # articles, for what takes a fifth of a second each
_TOKEN = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--number", type=int, default=300)
    options.add_argument("--words", type=int, default=1000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "in.jsonl", given.number, given.words)
        articles = list(map(json.loads, path.open(encoding="utf-8")))
        tell_speed([article["text"] for article in articles])
        tell_overhead(path, articles)
        tell_jobs(path)


def loop(texts: Sequence[str]) -> None:
    scorer = shipped()
    for text in texts:
        scorer.score(Document.from_text(text))


def tell_speed(texts: Sequence[str]) -> None:
    size = sum(map(len, texts)) / len(texts)
    loop(texts)  # loads the model
    ours = best(lambda: loop(texts), _ROUNDS) / len(texts) * 1000
    print(f"scorer, plain text of {size / 1000:.1f} kB: {ours:.2f} ms an article")
    others = {
        "one re pass over the tokens": lambda: [_TOKEN.findall(t) for t in texts],
        "HashingVectorizer": hashing(texts),
        "textstat, three formulas": textstat(texts),
        "nela-features": nela(texts[:_FEW]),
    }
    for name, work in others.items():
        if work is None:
            print(f"{name}: not installed, or without its data")
            continue
        is_slow = name == "nela-features"
        number = _FEW if is_slow else len(texts)
        theirs = best(work, 2 if is_slow else _ROUNDS) / number * 1000
        print(f"{name}: {theirs:.2f} ms; scorer takes {ours / theirs:.2f} times that")


def hashing(texts: Sequence[str]) -> Callable[[], object] | None:
    from sklearn.feature_extraction.text import HashingVectorizer

    vectorizer = HashingVectorizer()
    return lambda: vectorizer.transform(texts)


def textstat(texts: Sequence[str]) -> Callable[[], object] | None:
    try:
        import textstat as library
    except ImportError:
        return None
    formulas = (
        library.automated_readability_index,
        library.coleman_liau_index,
        library.lix,
    )
    rounds = count()

    def work() -> None:
        mark = f" {next(rounds)}"  # since textstat remembers what it has seen
        for text in texts:
            for formula in formulas:
                formula(text + mark)

    return work


def nela(texts: Sequence[str]) -> Callable[[], object] | None:
    try:
        from nela_features.nela_features import NELAFeatureExtractor

        extractor = NELAFeatureExtractor()
        extractor.extract_all(texts[0])
    except Exception as error:  # noqa: BLE001 - it fails in many ways without its data
        print(f"nela-features: {type(error).__name__}: {str(error).strip()[:60]}")
        return None
    return lambda: [extractor.extract_all(text) for text in texts]


def loop_whole(articles: Sequence[dict[str, str]]) -> None:
    scorer = shipped()
    for article in articles:
        known = {name: value for name, value in article.items() if name != "id"}
        scorer.score(Document.from_text(**known))


def tell_overhead(path: Path, articles: Sequence[dict[str, str]]) -> None:
    def batch() -> None:
        for chunk in split(read_records([path])):
            score_chunk(chunk, Task())

    through = best(batch, _ROUNDS)
    alone = best(lambda: loop_whole(articles), _ROUNDS)
    print(f"records to rows of CSV: {through / alone - 1:+.1%} over a loop of score()")


def tell_jobs(path: Path) -> None:
    """Tell the rates of whole runs, less what an empty run takes."""
    many = path.with_name("many.jsonl")
    many.write_bytes(path.read_bytes() * 4)
    empty = path.with_name("empty.jsonl")
    empty.touch()
    seconds = {jobs: run(many, jobs) - run(empty, jobs) for jobs in (1, 2)}
    print(f"two processes: {seconds[1] / seconds[2]:.2f} times the rate of one")


def run(path: Path, jobs: int, *more: str) -> float:
    out = path.with_name("out.csv")
    command = [sys.executable, "-m", "scorer", "batch", str(path), "--out", str(out)]
    start = time.monotonic()
    subprocess.run(
        [*command, "--fresh", "--jobs", str(jobs), *more],
        check=False,
        capture_output=True,
    )
    return time.monotonic() - start


if __name__ == "__main__":
    main()
