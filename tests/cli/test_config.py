"""A configuration reaches every command that scores, and each says so."""

import csv
import json
from pathlib import Path

import pytest

from tests.articles import ARTICLE
from tests.cli.inside import scorer

OFF = 'off = ["attributions"]\n'


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OFF, encoding="utf-8")
    return path


def test_score_works_under_it_and_says_so(article: Path, own: Path) -> None:
    ended = scorer("score", article, "--config", own, "--format", "json")
    [found] = json.loads(ended.out)
    assert found["measured"]["sources_distinct"] == 0
    [note] = [note for note in found["notes"] if "configuration" in note]
    digest = found["features"].split("+")[1]
    assert note == f"Made under a changed configuration ({digest}): attributions off."
    assert ended.err == ""


def test_rows_of_a_report_name_it_in_their_features(article: Path, own: Path) -> None:
    [plain] = scorer("score", article, "--format", "csv").rows
    [changed] = scorer("score", article, "--config", own, "--format", "csv").rows
    assert "+" not in plain["features"]
    assert changed["features"].startswith(plain["features"] + "+")
    assert changed["evidential_quality"] != plain["evidential_quality"]


def test_explain_marks_under_it_and_says_so(article: Path, own: Path) -> None:
    plain = scorer("explain", article).out
    changed = scorer("explain", article, "--config", own).out
    assert "Made under a changed configuration" in changed
    assert "Made under a changed configuration" not in plain
    assert "Anna Kessler" in plain.split("Sources")[-1]
    assert "\nSources\n" not in changed


def test_a_project_around_the_folder_is_heeded_and_told_of(article: Path) -> None:
    project = article.with_name("pyproject.toml")
    project.write_text(f"[tool.scorer]\n{OFF}", encoding="utf-8")
    ended = scorer("score", article, "--format", "json")
    assert json.loads(ended.out)[0]["measured"]["sources_distinct"] == 0
    assert ended.err == (
        f"scorer: {project} changes what is marked: attributions off\n"
    )


def test_a_named_file_comes_before_the_project(article: Path, tmp_path: Path) -> None:
    project = article.with_name("pyproject.toml")
    project.write_text(f"[tool.scorer]\n{OFF}", encoding="utf-8")
    empty = tmp_path / "empty.toml"
    empty.write_text("", encoding="utf-8")
    ended = scorer("score", article, "--config", empty, "--format", "json")
    assert json.loads(ended.out)[0]["measured"]["sources_distinct"] > 0
    assert ended.err == ""


@pytest.mark.parametrize("command", ["score", "explain", "batch"])
def test_a_mistake_in_it_ends_the_command_with_one_sentence(
    article: Path, own: Path, command: str
) -> None:
    own.write_text('off = ["hedge.modals"]', encoding="utf-8")
    out = ["--out", "out.csv"] if command == "batch" else []
    ended = scorer(command, article, "--config", own, *out)
    assert ended.status == 2
    assert ended.err.startswith(
        f"scorer: {own}: off names 'hedge.modals', no detector or label; "
        "did you mean hedge.modal?"
    )
    assert ended.err.count("\n") == 1


def test_batch_writes_it_into_every_row_and_the_receipt(
    article: Path, own: Path
) -> None:
    arguments = ("batch", article, "--out", "out.csv", "--config", own)
    assert scorer(*arguments, "--jobs", "2").status == 0
    receipt = json.loads(Path("out.csv.receipt.json").read_text())
    assert receipt["configuration"].endswith("attributions off.")
    with Path("out.csv").open(newline="") as stream:
        [row] = csv.DictReader(stream)
    assert row["features"] == receipt["features"]
    assert row["sources_distinct"] == "0"
    assert "already holds" in scorer(*arguments).err


def test_batch_does_not_go_on_under_another_one(article: Path, own: Path) -> None:
    arguments = ("batch", article, "--out", "out.csv", "--config", own)
    assert scorer(*arguments).status == 0
    receipt = Path("out.csv.receipt.json").read_text()
    parts = Path("out.csv.parts")
    parts.mkdir()
    (parts / "manifest.json").write_text(receipt)
    Path("out.csv").unlink()
    own.write_text('off = ["hedges"]', encoding="utf-8")
    ended = scorer(*arguments)
    assert ended.status == 2
    assert "an unfinished run is here, but --config says something else" in ended.err
    assert scorer(*arguments, "--fresh").status == 0
