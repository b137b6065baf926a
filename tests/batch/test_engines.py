"""Every engine for real: a Dask cluster and Spark on this machine, the same bytes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.articles import ARTICLE

Run = Callable[..., subprocess.CompletedProcess[str]]


def needs(module: str, program: str | None = None) -> None:
    """Skip where an engine is missing; on CI nothing may be missing."""
    missing = [module] if find_spec(module) is None else []
    if program is not None and shutil.which(program) is None:
        missing.append(program)
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def start(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
    )


def batch(folder: Path, name: str, *more: str) -> subprocess.CompletedProcess[str]:
    inputs = ("articles", "in.jsonl", "in.csv")
    outputs = ("--out", f"{name}.csv", "--spans", f"{name}.jsonl")
    return start(folder, "-m", "scorer", "batch", *inputs, *outputs, *more)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write files, records, broken records; score them with the local engine."""
    folder = tmp_path_factory.mktemp("engines")
    (folder / "articles").mkdir()
    (folder / "articles/a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "articles/b.html").write_text(f"<p>{ARTICLE}", encoding="utf-8")
    (folder / "articles/c.txt").write_bytes(bytes(range(256)) * 9)
    lines = [
        json.dumps({"id": f"n{i}", "text": f"{ARTICLE}\n{i}."}) for i in range(300)
    ]
    lines[7] = "{broken"
    lines[8] = json.dumps({"id": "bad\ud800", "text": "Smith said caf\u00e9."})
    (folder / "in.jsonl").write_text("\n".join(lines))
    (folder / "in.csv").write_text(f'id,text\nm1,"{ARTICLE.replace(chr(34), "")}"\n2\n')
    assert batch(folder, "local").returncode == 1
    return folder


def same(folder: Path, name: str) -> bool:
    return all(
        (folder / f"{name}{end}").read_bytes() == (folder / f"local{end}").read_bytes()
        for end in (".csv", ".jsonl")
    )


def test_two_processes_give_the_same_bytes(folder: Path) -> None:
    run = batch(folder, "two", "--jobs", "2")
    assert run.returncode == 1, run.stderr
    assert same(folder, "two")


def test_a_dask_cluster_gives_the_same_bytes(folder: Path) -> None:
    needs("distributed")
    run = batch(folder, "dask", "--engine", "dask", "--jobs", "2")
    assert run.returncode == 1, run.stderr
    assert same(folder, "dask")
    assert "Traceback" not in run.stderr


CLUSTER = """
from pathlib import Path
from distributed import LocalCluster
from scorer.batch.engines import Engine
from scorer.batch.names import EngineName
from scorer.batch.running import Options, run

if __name__ == "__main__":
    with LocalCluster(n_workers=1, dashboard_address=None) as cluster:
        engine = Engine(EngineName.DASK, address=cluster.scheduler_address)
        inputs = ("articles", "in.jsonl", "in.csv")
        options = Options(
            inputs=inputs,
            out=Path("cluster.csv"),
            spans=Path("cluster.jsonl"),
            engine=engine,
        )
        print(run(options)["rows"])
"""


def test_a_dask_cluster_that_is_there_is_used(folder: Path) -> None:
    needs("distributed")
    (folder / "cluster.py").write_text(CLUSTER)
    run = start(folder, "cluster.py")
    assert run.stdout == "305\n", run.stderr
    assert same(folder, "cluster")


def test_a_dask_cluster_that_is_not_there_is_named(folder: Path) -> None:
    needs("distributed")
    address = "tcp://127.0.0.1:9"
    run = batch(folder, "none", "--engine", "dask", "--scheduler", address)
    assert run.returncode == 2
    assert f"{address}: no Dask scheduler answers there" in run.stderr
    assert "Traceback" not in run.stderr


def test_spark_gives_the_same_bytes(folder: Path) -> None:
    needs("pyspark", "java")
    run = batch(folder, "spark", "--engine", "spark", "--jobs", "2")
    assert run.returncode == 1, run.stderr
    assert same(folder, "spark")
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_spark_that_is_interrupted_ends_soon_and_leaves_nothing_running(
    tmp_path: Path,
) -> None:
    needs("pyspark", "java")
    lines = [json.dumps({"text": f"Rain fell on town {i}."}) for i in range(40_000)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    command = ("-m", "scorer", "batch", "in.jsonl", "--out", "out.csv")
    with subprocess.Popen(
        [sys.executable, *command, "--engine", "spark"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            parts = tmp_path / "out.csv.parts"
            while not list(parts.glob("*.part")) and process.poll() is None:
                time.sleep(0.05)
            os.killpg(process.pid, signal.SIGINT)  # as a terminal sends Ctrl-C
            _, err = process.communicate(timeout=30)
            assert process.returncode == 130, err
            assert err.endswith("scorer: stopped\n")
            assert "Traceback" not in err
            assert has_ended(process.pid)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert parts.exists()
    assert not (tmp_path / "out.csv").exists()


def has_ended(group: int, patience: float = 30) -> bool:
    """Tell whether the last process of a group ends; Java needs a second for it."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_spark_that_cannot_start_ends_in_one_sentence(folder: Path) -> None:
    needs("pyspark", "java")
    run = batch(folder, "none", "--engine", "spark", "--master", "local[none]")
    assert run.returncode == 2
    assert "scorer: Spark failed (" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("option", "engine"), [("--scheduler", "spark"), ("--master", "dask")]
)
def test_an_address_of_another_engine_is_refused(
    tmp_path: Path, option: str, engine: str
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    run = start(
        tmp_path,
        *("-m", "scorer", "batch", "a.txt", "--out", "a.csv"),
        *("--engine", engine, option, "x"),
    )
    assert run.returncode == 2
    assert f"{option} goes with --engine" in run.stderr
