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

_PAGE_KB = 4


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("numbers", type=int, nargs="+")
    options.add_argument("--words", type=int, default=150)
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    for number in given.numbers:
        with tempfile.TemporaryDirectory() as folder:
            path = write(Path(folder) / "in.jsonl", number, given.words, broken=0.01)
            peak, seconds = measure(path, given.jobs)
        print(
            f"{number:>9,} articles: peak {peak / 1000:.0f} MB, "
            f"{seconds / number * 1000:.3f} ms each, {number / seconds:,.0f} a second"
        )


def measure(path: Path, jobs: int) -> tuple[int, float]:
    """Run a batch; return the peak in kB and the seconds."""
    out = path.with_name("out.csv")
    command = [sys.executable, "-m", "scorer", "batch", str(path), "--out", str(out)]
    peak = 0
    start = time.monotonic()
    with subprocess.Popen(
        [*command, "--jobs", str(jobs)], stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(resident, family(process.pid))))
            time.sleep(0.1)
    return peak, time.monotonic() - start


def family(pid: int) -> list[int]:
    """Name a process and all that it started."""
    found = [pid]
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return found
    for child in children.split():
        found += family(int(child))
    return found


def resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE_KB
    except (OSError, IndexError):
        return 0


if __name__ == "__main__":
    main()
