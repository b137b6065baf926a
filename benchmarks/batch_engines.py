"""The rates of Dask and Spark on this machine beside the local engine's.

Usage: python benchmarks/batch_engines.py [--number 20000] [--words 150] [--jobs 2]

Once started: the time of an almost empty batch is taken off each. Also sees that
all engines gave the same bytes.
"""

import argparse
import tempfile
from pathlib import Path

from batch_speed import run
from corpus import write


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--number", type=int, default=20_000)
    options.add_argument("--words", type=int, default=150)
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    reports = set()
    local = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "in.jsonl", given.number, given.words, broken=0.01)
        few = write(Path(folder) / "few.jsonl", 2, given.words)
        for engine in ("local", "dask", "spark"):
            started = run(few, given.jobs, "--engine", engine)
            seconds = run(path, given.jobs, "--engine", engine) - started
            rate = given.number / seconds
            local = local or rate
            reports.add(path.with_name("out.csv").read_bytes())
            print(
                f"{engine}: {rate:,.0f} articles a second once started "
                f"({started:.1f} s to start), {rate / local:.2f} of local"
            )
    print("all gave the same bytes" if len(reports) == 1 else "THE REPORTS DIFFER")


if __name__ == "__main__":
    main()
