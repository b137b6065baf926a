"""Peak memory and time per article of a batch as the corpus grows.

Usage: python benchmarks/batch_memory.py NUMBER... [--words 150] [--jobs 2]

Runs `scorer batch` on composed articles and looks ten times a second at what parent
and workers hold together (resident memory, Linux only). A million short articles
take as long as that many take: try 10000 100000 first.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write
from elsewhere import elsewhere
from resident import Peak


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("numbers", type=int, nargs="+")
    options.add_argument("--words", type=int, default=150)
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    for number in given.numbers:
        with tempfile.TemporaryDirectory() as folder:
            path = write(Path(folder) / "in.jsonl", number, given.words, broken=0.01)
            before = elsewhere()
            peak, seconds = measure(path, given.jobs)
            of_cpu = elsewhere() - before
        print(
            f"{number:>9,} articles: peak {peak / 1000:.0f} MB, "
            f"{seconds / number * 1000:.3f} ms each, {number / seconds:,.0f} a second, "
            f"{of_cpu / number * 1000:.3f} ms of CPU each",
            flush=True,
        )


def measure(path: Path, jobs: int) -> tuple[int, float]:
    """Run a batch; return the peak in kB and the seconds of the clock."""
    out = path.with_name("out.csv")
    command = [sys.executable, "-m", "scorer", "batch", str(path), "--out", str(out)]
    start = time.monotonic()
    with (
        subprocess.Popen(
            [*command, "--jobs", str(jobs)], stderr=subprocess.DEVNULL
        ) as process,
        Peak(process.pid) as peak,
    ):
        process.wait()
    return peak.kilobytes, time.monotonic() - start


if __name__ == "__main__":
    main()
