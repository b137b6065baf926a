"""A batch of twenty records, four of them broken, in parts of three."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scorer.batch import chunks, manifest
from scorer.batch.running import Options
from tests.stand_in import StandIn


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a judge score that tests can foresee."""

    def load(*_: object) -> StandIn:
        return StandIn()

    monkeypatch.setattr(chunks, "load_judge", load)
    monkeypatch.setattr(manifest, "load_judge", load)
    monkeypatch.setattr(chunks, "PART_ROWS", 3)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write the records."""
    path = tmp_path / "in.jsonl"
    with path.open("w") as stream:
        for i in range(20):
            line = {"id": f"n{i}", "text": "Rain fell on the town again. " * (1 + i)}
            stream.write("{broken\n" if i % 5 == 4 else f"{json.dumps(line)}\n")
    return path


def options(source: Path, **changes: object) -> Options:
    """Ask for a report of them."""
    out = source.with_name("out.csv")
    return replace(Options(inputs=(str(source),), out=out), **changes)  # type: ignore[arg-type]
