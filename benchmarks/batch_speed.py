"""How fast one process scores, beside what the reader can install; how two share.

Usage: python benchmarks/batch_speed.py [--number 300] [--words 1000] [--shared 4096]

Each figure is the best of several rounds in one run, as time of the processor, so
that other work on the machine matters little; two processes against one is time on
the clock of whole runs, which needs two idle cores, and enough articles (--shared)
that starting does not matter. Two runs that share nothing show what there is to be
had: cores often share their memory, or one core is two in name only. textstat and
nela-features are measured if they are installed; nela-features (3.0.1) needs NLTK's
data, which it downloads.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from unittest.mock import patch

from corpus import write
from rounds import best

from scorer import Document, Scorer
from scorer.batch import chunks
from scorer.batch.running import Options
from scorer.batch.running import run as batch
from scorer.scoring import shipped

_ROUNDS = 5
_PART = 32  # articles in a part where batch and loop run in turn
_FEW = 10  # articles, for what takes a fifth of a second each
_TOKEN = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--number", type=int, default=300)
    options.add_argument("--words", type=int, default=1000)
    options.add_argument("--shared", type=int, default=4096, help="for two processes")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "in.jsonl", given.number, given.words)
        articles = list(map(json.loads, path.open(encoding="utf-8")))
        tell_speed([article["text"] for article in articles])
        tell_overhead(path)
        tell_jobs(write(Path(folder) / "in.jsonl", given.shared, given.words))


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


def tell_overhead(path: Path) -> None:
    """Tell what a batch costs over a loop: both in turn, a part's articles at a time.

    The loop runs where the batch tells how far it is, so that both see the same
    machine and the same settings of the garbage collector. Of each part, and of what
    comes before the first and after the last, the best round counts. Parts are small
    here, which costs the batch a little and lets both be compared more often.
    """
    with patch.object(chunks, "PART_ROWS", _PART):
        rounds = [in_turn(path) for _ in range(_ROUNDS)]
    alone, through = (
        sum(min(times) for times in zip(*column, strict=True))
        for column in zip(*rounds, strict=True)
    )
    print(f"file to report: {through / alone - 1:+.1%} over a loop of score()")


def in_turn(path: Path) -> tuple[list[float], list[float]]:
    """Return the seconds of the loop and of the batch, piece by piece."""
    lines = path.read_bytes().splitlines(keepends=True)
    scorer = shipped()
    alone, through = [0.0], []
    done = 0
    start = time.process_time()

    def look(counts: Counter[str]) -> None:
        nonlocal done, start
        through.append(time.process_time() - start)
        if few := lines[done : counts["rows"]]:
            alone.append(best(lambda: loop_whole(few, scorer), 1))
        done = counts["rows"]
        start = time.process_time()

    batch(Options(inputs=(str(path),), out=path.with_name("o.csv"), fresh=True), look)
    through.append(time.process_time() - start)
    return alone, through


def loop_whole(lines: Sequence[bytes], scorer: Scorer) -> None:
    for line in lines:
        known = json.loads(line)
        del known["id"]
        scorer.score(Document.from_text(**known))


def tell_jobs(path: Path) -> None:
    """Tell the rates of whole runs, and what the machine itself has for two."""
    twice = path.with_name("twice.jsonl")
    twice.write_bytes(path.read_bytes() * 2)
    one = run(path, 1)
    start = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda name: run(path, 1, out=name), ("a.csv", "b.csv")))
    apart = time.monotonic() - start
    two = run(twice, 2)
    print(
        f"two processes: {2 * one / two:.2f} times the rate of one; "
        f"two runs side by side that share nothing: {2 * one / apart:.2f}"
    )


def run(path: Path, jobs: int, *more: str, out: str = "out.csv") -> float:
    report = str(path.with_name(out))
    command = [sys.executable, "-m", "scorer", "batch", str(path), "--out", report]
    start = time.monotonic()
    subprocess.run(
        [*command, "--fresh", "--jobs", str(jobs), *more],
        check=False,
        capture_output=True,
    )
    return time.monotonic() - start


if __name__ == "__main__":
    main()
