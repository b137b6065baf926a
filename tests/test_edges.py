"""What awkward inputs come to: the row, the sentence and the status of each."""

import csv
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from tests.articles import ARTICLE
from tests.cli.inside import score_csv, score_json, scorer

GERMAN = (
    "Der Gemeinderat von Haldon hat am Dienstag beschlossen, die Brücke zu erneuern, "
    "die seit dem Frühjahr für Lastwagen gesperrt ist, weil bei einer Prüfung Risse "
    "in zwei Pfeilern gefunden wurden. "
) * 6
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_bytes(ARTICLE.encode())
    return path


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), (" \n\t\n ", 0), ("The bridge is closed today.", 5)]
)
def test_too_little_text_is_insufficient_and_says_how_little(
    tmp_path: Path, text: str, words: int
) -> None:
    path = tmp_path / "short.txt"
    path.write_text(text)
    run = score_csv(path)
    [row] = run.rows
    assert (run.status, row["status"], row["evidential_quality"]) == (
        0,
        "insufficient",
        "",
    )
    assert str(words) in row["reason"].split()
    assert row["words"] == str(words)


def test_another_language_is_named(tmp_path: Path) -> None:
    path = tmp_path / "german.txt"
    path.write_text(GERMAN, encoding="utf-8")
    run = score_csv(path)
    [row] = run.rows
    assert (run.status, row["status"]) == (0, "unsupported_language")
    assert row["language"] == "de"
    assert "German" in row["reason"]


BROKEN = {
    "binary.txt": bytes(range(256)) * 50,
    "image.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50,
    "cut.txt.gz": gzip.compress(ARTICLE.encode())[:-20],
    "fake.txt.gz": b"\x1f\x8b" + b"no gzip at all",
    "bad.json": b'{"text": "Rain fell."',
    "list.json": b"[1, 2]",
    "bomb.txt.gz": gzip.compress(b"a " * 15_000_000, compresslevel=1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_an_error_row_that_names_it(
    tmp_path: Path, good: Path, name: str
) -> None:
    broken = tmp_path / name
    broken.write_bytes(BROKEN[name])
    run = score_csv(good, broken)
    assert run.status == 1
    assert [row["status"] for row in run.rows] == ["ok", "error"]
    reason = run.rows[1]["reason"]
    assert reason.startswith("read: ")
    assert name in reason
    assert len(reason) > len(f"read: {broken}") + 10
    assert (run.rows[1]["evidential_quality"], run.rows[1]["band"]) == ("", "")
    assert run.err.count("\n") == 1


def test_a_bad_line_names_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    line = json.dumps({"text": ARTICLE})
    path.write_text(f'{line}\n{{"text": \n{line}\n')
    run = score_csv(path)
    assert [row["status"] for row in run.rows] == ["ok", "error", "ok"]
    assert "in.jsonl, line 2: not valid JSON" in run.rows[1]["reason"]
    assert run.status == 1


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]
)
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    text = ARTICLE.replace("Kessler", "Käßler").replace('"', "”")
    expected = tmp_path / "plain.txt"
    expected.write_bytes(text.encode("utf-8"))
    path = tmp_path / "other.txt"
    path.write_bytes(text.encode(encoding))
    assert score_json(path)["measured"] == score_json(expected)["measured"]


def test_invalid_bytes_are_read_and_noted(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(ARTICLE.encode().replace(b"Kessler", b"K\x81ssler\xc3\x28"))
    found = score_json(path)
    assert found["status"] == "ok"
    assert found["notes"]


HUGE = {
    "line.txt": b"a " * 25_000_000,
    "line.html": b"<p>" + b"a " * 25_000_000,
    "nested.html": b"<html><body>" + b"<div>" * 100_000 + ARTICLE.encode(),
    "links.html": b"<html><body>" + b"<a href=/a>a</a> " * 1_000_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_what_is_too_much_ends_soon_and_says_which_limit(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(HUGE[name])
    run = score_csv(path)
    [row] = run.rows
    assert row["status"] in {"error", "insufficient"}
    if row["status"] == "error":
        assert name in row["reason"]
        assert any(char.isdigit() for char in row["reason"].replace(str(path), ""))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bridge", "bri\u00addge"),
        ("council", "coun\u200bcil"),
        ("said", "\ufeffsaid"),
        ('"', "\u201d"),
        ('"', "''"),
        ('"', '""'),
        ("'", "\u2019"),
        ("The", "\u0422h\u0435"),
        ("Tuesday", "Tues\u2060day"),
        (" ", "\u00a0"),
    ],
)
def test_look_alikes_and_invisible_characters_change_nothing(
    tmp_path: Path, good: Path, old: str, new: str
) -> None:
    path = tmp_path / "alike.txt"
    path.write_text(ARTICLE.replace(old, new), encoding="utf-8")
    plain, found = score_json(good), score_json(path)
    assert found["measured"] == plain["measured"]
    assert found["evidential_quality"] == plain["evidential_quality"]


@POSIX
@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything"
)
def test_a_file_that_may_not_be_read_is_an_error_row(good: Path) -> None:
    good.chmod(0)
    run = score_csv(good)
    assert (run.status, run.rows[0]["status"]) == (1, "error")
    assert "may not be read" in run.rows[0]["reason"]


@POSIX
def test_a_folder_that_holds_itself_is_searched_once(tmp_path: Path) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "a.txt").write_text(ARTICLE)
    (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [Path(row["path"]).name for row in score_csv(tmp_path).rows] == ["a.txt"]


def test_an_empty_folder_is_one_sentence(tmp_path: Path) -> None:
    run = scorer("score", tmp_path)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"scorer: {tmp_path}: ")


def test_a_thousand_files_of_which_a_hundred_are_broken(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    kinds = list(BROKEN)[:-1]  # one bomb elsewhere is enough
    for i in range(1000):
        if i % 10:
            (folder / f"{i:04}.txt").write_text(f"{ARTICLE}\nNumber {i}.\n")
        else:
            name = kinds[i // 10 % len(kinds)]
            (folder / f"{i:04}-{name}").write_bytes(BROKEN[name])
    out = tmp_path / "out.csv"
    run = scorer("batch", folder, "--out", out)
    assert run.status == 1
    assert "1,000 rows: 900 scored, 100 with errors" in run.err
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [Path(row["path"]).name for row in rows] == sorted(
        path.name for path in folder.iterdir()
    )
    failed = [row for row in rows if row["status"] == "error"]
    assert len(failed) == 100
    assert all(Path(row["path"]).name in row["reason"] for row in failed)
    frame = pd.read_csv(out)
    assert list(frame["status"].value_counts()) == [900, 100]
    assert frame["evidential_quality"].notna().sum() == 900


def _spawn(*arguments: str | Path, cwd: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "scorer", *map(str, arguments)],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=sys.platform != "win32",
    )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Write enough articles for several parts."""
    path = tmp_path / "many.jsonl"
    lines = (
        json.dumps({"id": f"n{i}", "text": f"{ARTICLE}\nNumber {i}."})
        for i in range(900)
    )
    path.write_text("\n".join(lines))
    return path


def _stopped(many: Path, number: int, *more: str) -> tuple[int, bytes]:
    """Start a batch and send it a signal once some parts are finished."""
    arguments = ("batch", many.name, "--out", "out.csv", *more)
    with _spawn(*arguments, cwd=many.parent) as process:
        folder = many.with_name("out.csv.parts")
        while not list(folder.glob("*.part")) and process.poll() is None:
            time.sleep(0.01)
        if number == signal.SIGKILL:
            os.killpg(process.pid, number)  # the workers too, as the kernel would
        else:
            process.send_signal(number)
        try:
            _, err = process.communicate(timeout=30)
        finally:
            process.kill()  # or leaving the block would wait for it for ever
    return process.returncode, err


@POSIX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_and_started_again_it_gives_the_same_bytes(
    many: Path, jobs: str
) -> None:
    whole = many.with_name("whole.csv")
    assert scorer("batch", many, "--out", whole).status == 0
    status, _ = _stopped(many, signal.SIGKILL, "--jobs", jobs)
    assert status == -signal.SIGKILL
    out = many.with_name("out.csv")
    assert not out.exists()
    with _spawn("batch", many.name, "--out", "out.csv", cwd=many.parent) as process:
        process.communicate(timeout=60)
    assert process.returncode == 0
    expected = whole.read_bytes().replace(str(many).encode(), many.name.encode())
    assert out.read_bytes() == expected


@POSIX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_batch_says_one_line_and_can_go_on(
    many: Path, jobs: str
) -> None:
    status, err = _stopped(many, signal.SIGINT, "--jobs", jobs)
    assert status == 130
    assert err == b"scorer: stopped\n"
    assert many.with_name("out.csv.parts").exists()
    assert not many.with_name("out.csv").exists()


@POSIX
def test_a_full_disk_ends_a_batch_in_one_sentence(good: Path) -> None:
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300));"
        "from scorer.cli.app import main; main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "batch", good.name, "--out", "out.csv"],
        cwd=good.parent,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.returncode == 2
    assert b"cannot be written" in run.stderr
    assert run.stderr.count(b"\n") == 1
    assert not good.with_name("out.csv").exists()
