"""The rates of Dask and Spark on this machine beside the local engine's.

Usage: python benchmarks/batch_engines.py [--number 20000] [--words 150] [--jobs 2]
           [--rounds 1] [--engines local,dask,spark]

Once started: each engine scores a short batch, two parts for each worker, and a long
one, and what counts is by how much longer the long one took for the articles that it
has more. What is done once is in both and falls out, for all engines alike: starting
Java or a cluster, starting workers, their imports, loading the model in each. Time is
that of the clock, of whole commands; with more rounds the best of each counts. Also
sees that all engines gave the same bytes.
"""

import argparse
import tempfile
from pathlib import Path

from batch_speed import run
from corpus import write

from scorer.batch.chunks import PART_ROWS

_PARTS = 2  # for each worker, in the short batch


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--number", type=int, default=20_000)
    options.add_argument("--words", type=int, default=150)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--engines", default="local,dask,spark")
    given = options.parse_args()
    few = _PARTS * PART_ROWS * given.jobs
    reports = set()
    engines = given.engines.split(",")
    with tempfile.TemporaryDirectory() as folder:
        long = write(Path(folder) / "in.jsonl", given.number, given.words, broken=0.01)
        short = write(Path(folder) / "few.jsonl", few, given.words, broken=0.01)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in engines}
        for _ in range(given.rounds):
            for name in engines:
                started = run(short, given.jobs, "--engine", name)
                whole = run(long, given.jobs, "--engine", name)
                times[name].append((started, whole))
                reports.add(long.with_name("out.csv").read_bytes())
    first = 0.0
    for name, rounds in times.items():
        started, whole = map(min, zip(*rounds, strict=True))
        rate = (given.number - few) / (whole - started)
        first = first or rate
        print(
            f"{name}: {rate:,.0f} articles a second once started ({started:.1f} s for "
            f"the first {few:,}), {rate / first:.2f} of {engines[0]}"
        )
    print("all gave the same bytes" if len(reports) == 1 else "THE REPORTS DIFFER")


if __name__ == "__main__":
    main()
