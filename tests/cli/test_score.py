import contextlib
import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scorer.report.rows import COLUMNS
from tests.articles import ARTICLE
from tests.cli.conftest import Runner


def test_a_table_names_article_band_and_reason(scorer: Runner, article: Path) -> None:
    run = scorer("score", article.name)
    assert (run.returncode, run.stderr) == (0, b"")
    header, line = run.stdout.decode().splitlines()
    assert header.startswith("article")
    assert line.startswith("bridge.txt")
    assert any(band in line for band in ("evidenced", "mixed", "thin"))
    assert line.endswith(".")


def test_every_format_says_the_same(scorer: Runner, article: Path) -> None:
    sheet = scorer("score", article.name, "--format", "csv").stdout.decode()
    [row] = csv.DictReader(io.StringIO(sheet, newline=""))
    [whole] = json.loads(scorer("score", article.name, "--format", "json").stdout)
    line = json.loads(scorer("score", article.name, "--format", "jsonl").stdout)
    assert tuple(row) == COLUMNS
    assert whole == line
    assert row["evidential_quality"] == str(line["evidential_quality"]["value"])
    assert row["sensationalism_high"] == str(line["sensationalism"]["high"])
    assert (row["band"], row["id"]) == (line["band"], line["id"])
    assert row["top_reasons"] == line["top_reasons"]


@pytest.mark.parametrize("name", ["out.csv", "out.json", "out.jsonl", "out.txt"])
def test_out_writes_what_its_ending_says(
    scorer: Runner, article: Path, name: str
) -> None:
    run = scorer("score", article.name, "--out", name)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    written = article.with_name(name).read_bytes()
    form = {"out.txt": "table"}.get(name, name.partition(".")[2])
    assert written == scorer("score", article.name, "--format", form).stdout
    assert {p.name for p in article.parent.iterdir()} == {article.name, name}


def test_stdin_is_read_for_a_dash(scorer: Runner) -> None:
    run = scorer("score", "-", "--format", "jsonl", input=ARTICLE.encode())
    assert run.returncode == 0
    assert json.loads(run.stdout)["status"] == "ok"
    assert json.loads(run.stdout)["path"] == "-"


def test_a_folder_is_searched_through(scorer: Runner, article: Path) -> None:
    inner = article.parent / "in" / "deep"
    inner.mkdir(parents=True)
    article.replace(inner / "bridge.txt")
    run = scorer("score", ".", "--format", "jsonl")
    assert json.loads(run.stdout)["path"].endswith("bridge.txt")


def test_a_broken_file_costs_a_row_and_status_one(
    scorer: Runner, article: Path
) -> None:
    article.with_name("broken.txt").write_bytes(bytes(range(256)) * 4)
    run = scorer("score", article.name, "broken.txt", "--format", "csv")
    assert run.returncode == 1
    rows = list(csv.DictReader(io.StringIO(run.stdout.decode(), newline="")))
    assert [row["status"] for row in rows] == ["ok", "error"]
    assert "broken.txt" in rows[1]["reason"]
    assert run.stderr.startswith(b"scorer: 1 of 2 could not be scored: ")
    assert run.stderr.count(b"\n") == 1


def test_a_missing_file_is_one_sentence_and_status_two(
    scorer: Runner, article: Path
) -> None:
    run = scorer("score", article.name, "gone.txt")
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr == b"scorer: gone.txt: no such file or folder\n"


def test_fail_under_tells_by_its_status(scorer: Runner, article: Path) -> None:
    assert scorer("score", article.name, "--fail-under", "0").returncode == 0
    run = scorer("score", article.name, "--fail-under", "100")
    assert run.returncode == 1
    assert run.stderr == b"scorer: 1 of 1 scored below 100\n"


def test_a_wrong_option_is_status_two(scorer: Runner) -> None:
    run = scorer("score", "--no-such-option")
    assert run.returncode == 2
    assert b"No such option" in run.stderr
    assert b"Traceback" not in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_full_disk_is_one_sentence(scorer: Runner, article: Path, form: str) -> None:
    to_file = scorer("score", article.name, "--format", form, "--out", "/dev/full")
    with Path("/dev/full").open("wb") as full:
        to_stdout = scorer(
            "score",
            article.name,
            "--format",
            form,
            capture_output=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    for run in (to_file, to_stdout):
        assert run.returncode == 2
        assert b"No space left" in run.stderr
        assert run.stderr.count(b"\n") == 1


def test_an_output_that_cannot_be_written_is_left_out(
    scorer: Runner, article: Path
) -> None:
    run = scorer("score", article.name, "--out", "bridge.txt/out.csv")
    assert run.returncode == 2
    assert run.stderr.startswith(b"scorer: bridge.txt/out.csv: cannot be written")
    assert [p.name for p in article.parent.iterdir()] == [article.name]


def _spawn(*arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "scorer", *arguments],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("arguments", [("--help",), ("score", "m.jsonl")])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, arguments: tuple[str]) -> None:
    line = json.dumps({"text": ARTICLE}) + "\n"
    (tmp_path / "m.jsonl").write_text(line * 300)
    form = ("--format", "jsonl") if arguments[0] == "score" else ()
    with _spawn(*arguments, *form, cwd=tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in {0, 1}


def _opened_by_both(path: Path, process: subprocess.Popen[bytes]) -> int:
    """Open a pipe for writing as soon as the process reads it."""
    while process.poll() is None:
        with contextlib.suppress(OSError):
            return os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.01)
    raise AssertionError("it ended before it read its input")


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_an_interrupt_is_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.jsonl")
    with _spawn("score", "endless.jsonl", cwd=tmp_path) as process:
        pipe = _opened_by_both(tmp_path / "endless.jsonl", process)
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()  # or leaving the block would wait for it for ever
            os.close(pipe)
    assert (process.returncode, out, err) == (130, b"", b"scorer: stopped\n")
