"""Kill a batch at random moments and start it again; the bytes must be the same.

Usage: python benchmarks/batch_kills.py [--kills 50] [--number 3000] [--seed 1]

A run is killed (SIGKILL, with its workers), started again and killed again until it
ends, and then begun anew, until there were so many kills. Prints how many runs ended
and how many of them in other bytes than an undisturbed one.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from corpus import write


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--number", type=int, default=3_000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = Random(given.seed)
    kills = ended = differing = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "in.jsonl", given.number, words=120, broken=0.02)
        start = time.monotonic()
        whole = run(folder, "whole", None)
        longest = time.monotonic() - start
        while kills < given.kills:
            found = run(folder, "cut", chance.uniform(0, longest))
            if found is None:
                kills += 1
                continue
            ended += 1
            differing += found != whole
            for path in folder.glob("cut.*"):
                path.unlink()
        ended += 1
        differing += run(folder, "cut", None) != whole
    print(f"{kills} kills, {ended} runs ended, {differing} of them in other bytes")


def run(folder: Path, name: str, seconds: float | None) -> bytes | None:
    """Run a batch; return its report and spans, None if it was killed before."""
    outputs = ("--out", f"{name}.csv", "--spans", f"{name}.jsonl", "--jobs", "2")
    with subprocess.Popen(
        [sys.executable, "-m", "scorer", "batch", "in.jsonl", *outputs],
        cwd=folder,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None
    return b"".join((folder / f"{name}{e}").read_bytes() for e in (".csv", ".jsonl"))


if __name__ == "__main__":
    main()
