"""What measures a fold's articles had not seen them."""

import gzip
import json
from pathlib import Path

from scorer.learning.corpora import read_rows
from scorer.learning.folding import lay_out, map_fresh
from scorer.text.tables import load_table


def write_rows(path: Path, ids: str) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": i, "set": "s"}) + "\n" for i in ids)


def test_a_fresh_process_takes_its_tables_from_the_folder_first(tmp_path: Path) -> None:
    (tmp_path / "marks.json").write_text('{"learned": "without"}', "utf-8")
    [marks, confusables] = map_fresh(tmp_path, load_table, ["marks", "confusables"], 1)
    assert marks == {"learned": "without"}
    assert confusables == load_table("confusables")
    assert "about" in load_table("marks")


def test_corpora_without_a_fold_hold_nothing_of_it(tmp_path: Path) -> None:
    corpora = tmp_path / "corpora"
    (corpora / "loaded").mkdir(parents=True)
    for name in ("articles", "ratings", "spans"):
        write_rows(corpora / f"{name}.jsonl.gz", "abc")
    lay_out(corpora, tmp_path / "fold", {("a", "s"), ("c", "s")})
    for name in ("articles", "ratings", "spans"):
        rows = read_rows(tmp_path / "fold" / "corpora" / f"{name}.jsonl.gz")
        assert [row["id"] for row in rows] == ["a", "c"]
    assert (tmp_path / "fold" / "corpora" / "loaded").is_dir()
    assert (tmp_path / "fold" / "src" / "scorer" / "tables" / "loaded.json").is_file()
    assert (tmp_path / "fold" / "data" / "annotations" / "lines.jsonl").is_file()
