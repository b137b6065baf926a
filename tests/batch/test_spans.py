import json
from pathlib import Path
from typing import Any

import pytest

from scorer.batch.running import run
from scorer.errors import OutputError
from tests.batch.conftest import options

pytestmark = pytest.mark.usefixtures("stand_in")


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_there_is_a_line_of_spans_for_each_row(source: Path) -> None:
    spans = source.with_name("deep") / "spans.jsonl"
    receipt = run(options(source, spans=spans))
    lines = read(spans)
    assert len(lines) == 20
    assert lines[0] == {
        "id": "n0",
        "path": str(source),
        "spans": [{"label": "loaded.word", "start": 0, "end": 4, "weight": 0.75}],
    }
    assert lines[4] == {"id": f"{source}, line 5", "path": str(source), "spans": []}
    assert receipt["spans"] == {"name": "spans.jsonl", "bytes": spans.stat().st_size}


def test_asking_for_spans_halfway_is_refused(source: Path) -> None:
    def stop(counts: dict[str, int]) -> None:
        if counts["rows"] == 9:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(options(source), stop)
    with pytest.raises(OutputError, match="--spans was not given and is given"):
        run(options(source, spans=source.with_name("spans.jsonl")))


def test_spans_asked_for_afterwards_are_made(source: Path) -> None:
    run(options(source))
    spans = source.with_name("spans.jsonl")
    assert "already" not in run(options(source, spans=spans))
    assert len(read(spans)) == 20
    assert run(options(source, spans=spans))["already"]
    spans.unlink()
    assert "already" not in run(options(source, spans=spans))
    assert len(read(spans)) == 20
