"""Whole articles: their segments, findings and scores, held still.

A change here is a change that a user sees. `python tests/test_golden.py` writes the
files anew; look at the difference. Where scores moved, tests/test_ledger.py asks for
a new version and for a line of its own in CHANGELOG.md.
"""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from scorer import files
from scorer.batch.judging import load_judge
from scorer.document import Document
from scorer.report.objects import to_object
from scorer.report.rows import Entry
from scorer.scoring import annotate

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
ARTICLES = sorted(p for p in (ROOT / "data/articles").iterdir() if p.is_file())
_LEFT_OUT = ("evidence", "model", "features", "path")  # digests change too often


def seen(path: Path) -> dict[str, Any]:
    """Say all that a user can see of one article, but for the evidence."""
    document = files.read(path)
    judge = load_judge()
    outcome, measured, _ = judge.judge(document)
    entry = Entry(path=path.name, outcome=outcome, document=document, features=measured)
    score = {k: v for k, v in to_object(entry).items() if k not in _LEFT_OUT}
    segments = [f"{s.kind}: {s.span.of(document.text)}" for s in document.segments]
    return {"segments": segments, "findings": _findings(document), "score": score}


def _findings(document: Document) -> list[str]:
    return [
        f"{a.span.start}-{a.span.end} {a.label} {a.voice} {a.weight:.2f} "
        f"{'' if a.source is None else a.source}: {a.span.of(document.text)}"
        for a in annotate(document)
    ]


def _golden(path: Path) -> Path:
    return GOLDEN / f"{path.name}.json"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_an_article_is_seen_as_it_was(path: Path) -> None:
    expected = json.loads(_golden(path).read_text("utf-8"))
    assert seen(path) == expected, "if meant: python tests/test_golden.py"


def test_no_golden_file_is_left_over() -> None:
    assert {p.name for p in GOLDEN.iterdir()} == {_golden(p).name for p in ARTICLES}


def _write() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    for path in ARTICLES:
        text = json.dumps(seen(path), ensure_ascii=False, indent=1)
        _golden(path).write_text(f"{text}\n", encoding="utf-8", newline="\n")
    import_module("test_ledger").write()  # beside this file, where Python looks first


if __name__ == "__main__":
    _write()
