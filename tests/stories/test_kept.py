"""Comparisons that are stopped and started again."""

import json
import os
import sys
from pathlib import Path

import pytest

from scorer.batch import comparing, kept
from scorer.batch.parts import Parts
from scorer.errors import ScorerError
from tests.cli.inside import Ended
from tests.cli.inside import scorer as run
from tests.stories.articles import story

# What articles tell of that tell nothing of the ferry.
LONE = ("lamp", "rope", "sail", "mast", "keel", "hull", "deck", "gull", "barge")


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep parts of two, of however few articles."""
    monkeypatch.setattr(kept, "_WORTH", 2)
    monkeypatch.setattr(comparing, "CHUNK", 2)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    rows = [
        {"text": d.text, "outlet": d.outlet, "date": d.published, "id": f"f{i}"}
        for i, d in enumerate(story())
    ]
    rows += [{"text": f"The {w}wright of {w}holm sold {w}kins.", "id": w} for w in LONE]
    lines = [json.dumps(row) for row in rows] + ["{broken"]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines))
    return path


def compare(source: Path, out: Path, *more: str) -> Ended:
    return run("compare", source, "--out", out, "--jobs", "1", *more)


def stop_after(monkeypatch: pytest.MonkeyPatch, parts: int) -> None:
    true_write = Parts.write
    written: list[int] = []

    def write(self: Parts, number: int, part: object) -> None:
        if len(written) == parts:
            raise KeyboardInterrupt
        written.append(number)
        true_write(self, number, part)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(Parts, "write", write)


@pytest.mark.parametrize("form", ["json", "csv", "text"])
@pytest.mark.parametrize("parts", [0, 3, 8, 10, 12])
def test_a_stopped_comparison_goes_on_and_ends_in_the_same_bytes(
    source: Path, monkeypatch: pytest.MonkeyPatch, form: str, parts: int
) -> None:
    whole, out = source.with_name("whole"), source.with_name("out")
    compare(source, whole, "--format", form)
    with monkeypatch.context() as patch:
        stop_after(patch, parts)
        compare(source, out, "--format", form)
    assert not out.exists()
    looked: list[object] = []
    true_look = comparing._look  # noqa: SLF001 - counted

    def look(item: object) -> object:
        looked.append(item)
        return true_look(item)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(comparing, "_look", look)
    ended = compare(source, out, "--format", form)
    assert ended.status == 1  # for the broken line
    assert "1 of 15 could not be read" in ended.err
    assert out.read_bytes() == whole.read_bytes()
    assert len(looked) == max(0, 15 - 2 * parts)
    assert sorted(p.name for p in source.parent.iterdir()) == [
        "in.jsonl",
        "out",
        "whole",
    ]


def stopped(source: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin a comparison that ends after three parts; return its output."""
    out = source.with_name("out.json")
    with monkeypatch.context() as patch:
        stop_after(patch, 3)
        compare(source, out)
    return out


def test_it_does_not_go_on_with_other_articles_unless_it_starts_over(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = stopped(source, monkeypatch)
    source.write_text(source.read_text() + "\n{also broken")
    refused = compare(source, out)
    assert refused.status == 2
    assert "an unfinished run is here, but the input was 1 files" in refused.err
    assert not out.exists()
    assert "2 of 16 could not be read" in compare(source, out, "--fresh").err
    assert out.exists()


def test_it_does_not_go_on_with_other_tables(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = stopped(source, monkeypatch)
    monkeypatch.setattr(kept, "load_table", lambda name: {"about": name})
    refused = compare(source, out)
    assert refused.status == 2
    assert "but the model was stories" in refused.err


@pytest.mark.parametrize("why", ["few", "piped"])
def test_what_is_quick_or_cannot_be_known_again_is_not_kept(
    source: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    stop_after(monkeypatch, 0)  # the first part would stop it
    if why == "few":
        monkeypatch.setattr(kept, "_WORTH", 16)
        ended = compare(source, source.with_name("out"))
    else:
        out = source.with_name("out")
        text = story()[0].text.encode()
        ended = run("compare", source, "-", "--out", out, "--jobs", "1", stdin=text)
    assert ended.status == 1
    assert source.with_name("out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_worker_that_is_gone_ends_a_comparison_in_one_sentence() -> None:
    with pytest.raises(ScorerError, match="a worker was killed"):
        list(comparing._done(os._exit, [[1], [1]], 2))  # noqa: SLF001 - ends a worker
