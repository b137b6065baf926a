import json
from pathlib import Path

from tests.articles import ARTICLE
from tests.cli.inside import scorer


def test_counts_over_articles_as_table_and_as_json(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        tmp_path.joinpath(name).write_text(ARTICLE, encoding="utf-8")
    table = scorer("detectors", "--on", tmp_path)
    assert table.status == 0
    assert table.out.startswith("2 articles, ")
    assert "\n  hedge.modal " in table.out
    made = json.loads(scorer("detectors", "--on", tmp_path, "--format", "json").out)
    assert made["articles"] == 2
    assert made["failed"] == 0


def test_what_cannot_be_read_is_told_of_and_left_out(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(ARTICLE, encoding="utf-8")
    bad.write_bytes(bytes(range(256)))
    ended = scorer("detectors", "--on", good, bad, "--format", "json")
    assert ended.status == 1
    assert json.loads(ended.out)["articles"] == 1
    assert ended.err.startswith("scorer: 1 could not be read: ")
    assert str(bad) in ended.err


def test_without_articles_it_asks_for_them() -> None:
    ended = scorer("detectors", "--on")
    assert ended.status == 2
    assert "name the articles after --on" in ended.err


def test_labels_that_are_off_never_fire(tmp_path: Path) -> None:
    own, article = tmp_path / "own.toml", tmp_path / "one.txt"
    own.write_text('off = ["attributions"]', encoding="utf-8")
    article.write_text(ARTICLE, encoding="utf-8")
    arguments = ("detectors", "--on", article, "--config", own, "--format", "json")
    [first, *_] = json.loads(scorer(*arguments).out)["detectors"]
    assert first["detector"] == "attributions"
    assert first["articles"] == 0
