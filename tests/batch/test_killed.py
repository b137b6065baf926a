"""Batches that are killed for real, at any moment, and started again."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.articles import ARTICLE

ROWS = 3_000
KILLS = 12
SEED = 7

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write many records that are quick to answer, some of them broken."""
    path = tmp_path / "in.jsonl"
    with path.open("w") as stream:
        for i in range(ROWS):
            line = json.dumps({"id": f"n{i}", "text": f"Rain fell on town {i}. "})
            stream.write("{broken\n" if i % 9 == 4 else f"{line}\n")
    return path


def start(folder: Path, name: str, *more: str) -> subprocess.Popen[bytes]:
    outputs = ("--out", f"{name}.csv", "--spans", f"{name}.jsonl")
    return subprocess.Popen(
        [sys.executable, "-m", "scorer", "batch", "in.jsonl", *outputs, *more],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finish(folder: Path, name: str, *more: str) -> tuple[int, bytes]:
    with start(folder, name, *more) as process:
        _, err = process.communicate(timeout=240)
    return process.returncode, err


def kill_after(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Kill a batch and its workers, as the kernel would, without a word."""
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_at_random_moments_it_ends_in_the_same_bytes(
    source: Path, jobs: str
) -> None:
    folder = source.parent
    began = time.monotonic()
    assert finish(folder, "whole")[0] == 1
    whole = time.monotonic() - began
    moments = Random(SEED)  # noqa: S311 - no secret
    kills = 0
    for _ in range(KILLS // 2):
        with start(folder, "cut", "--jobs", jobs) as process:
            kill_after(process, moments.uniform(0.2, 1) * whole)
        kills += process.returncode == -signal.SIGKILL
        whole_or_none = {p.name for p in folder.glob("cut.*") if p.is_file()}
        assert whole_or_none <= {
            "cut.csv",
            "cut.csv.receipt.json",
            "cut.csv.unfinished",
            "cut.jsonl",
            "cut.jsonl.unfinished",
        }
    assert kills
    assert finish(folder, "cut", "--jobs", jobs)[0] == 1
    for end in (".csv", ".jsonl"):
        expected = (folder / f"whole{end}").read_bytes()
        assert (folder / f"cut{end}").read_bytes() == expected
    left = {path.name for path in folder.glob("cut.*")}
    assert left == {"cut.csv", "cut.csv.receipt.json", "cut.jsonl"}


def test_a_worker_killed_by_the_kernel_ends_in_one_sentence_and_loses_nothing(
    source: Path,
) -> None:
    folder = source.parent
    lines = [json.dumps({"text": f"{ARTICLE}\n{i}."}) for i in range(800)]
    source.write_text("\n".join(lines))
    with start(folder, "cut", "--jobs", "2") as process:
        worker = first_worker(folder / "cut.csv.parts", process)
        os.kill(worker, signal.SIGKILL)
        _, err = process.communicate(timeout=240)
    assert (process.returncode, err.count(b"\n")) == (2, 1), err
    assert b"scorer: a worker was killed" in err
    assert not (folder / "cut.csv").exists()
    assert finish(folder, "cut", "--jobs", "2")[0] == 0
    assert finish(folder, "whole")[0] == 0
    whole = (folder / "whole.csv").read_bytes()
    assert (folder / "cut.csv").read_bytes() == whole


def first_worker(parts: Path, process: subprocess.Popen[bytes]) -> int:
    """Wait for a part, and name a process that made one."""
    while not list(parts.glob("*.part")) and process.poll() is None:
        time.sleep(0.01)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        pytest.skip("only where /proc names a process's children")
    for child in children.read_text().split():
        if b"popen_loky" in Path(f"/proc/{child}/cmdline").read_bytes():
            return int(child)
    raise AssertionError("the batch has no worker")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount"
)
def test_a_full_disk_ends_in_one_sentence_and_room_lets_it_go_on(source: Path) -> None:
    folder = source.parent
    small = folder / "small"
    small.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(small))
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a file system cannot be mounted here")
    try:
        status, err = finish(folder, "small/cut")
        assert (status, err.count(b"\n")) == (2, 1), err
        assert b"cannot be written (No space left on device)" in err
        assert not (small / "cut.csv").exists()
        assert not list(small.glob("**/*.unfinished"))
        more = ("mount", "-o", "remount,size=20m", str(small))
        subprocess.run(more, check=True, capture_output=True)
        assert finish(folder, "small/cut")[0] == 1
        assert finish(folder, "whole")[0] == 1
        whole = (folder / "whole.csv").read_bytes()
        assert (small / "cut.csv").read_bytes() == whole
    finally:
        subprocess.run(("umount", str(small)), check=True)  # noqa: S607 - where it is differs
