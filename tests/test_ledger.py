"""Scores stand still between versions: they move only with a model, a line, a version.

The ledger has one entry for each state that the golden scores ever had. A score that
moves asks for a new model or a detector's new version, and for a line of its own
under "Model and features" in CHANGELOG.md; then `python tests/test_golden.py` adds
the entry. What was never released binds nobody: an entry whose line stands under
"Unreleased" is replaced, all others stay for ever.
"""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from scorer.batch.judging import load_judge

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
LEDGER = Path(__file__).parent / "ledger.json"
MOVING = ("status", "band", "bands", "evidential_quality", "sensationalism", "signals")

Entry = dict[str, str]


def state() -> Entry:
    """Name the golden scores, and what made them."""
    judge = load_judge()
    scores = [
        {
            name: json.loads(path.read_text("utf-8"))["score"].get(name)
            for name in MOVING
        }
        for path in sorted(GOLDEN.glob("*.json"))
    ]
    digest = sha256(json.dumps(scores, sort_keys=True).encode()).hexdigest()[:16]
    return {
        "scores": digest,
        "model": judge.model_digest,
        "features": judge.features_digest,
    }


def ledger() -> list[Entry]:
    """Read the ledger, its oldest entry first."""
    entries: list[Entry] = json.loads(LEDGER.read_text("utf-8"))
    return entries


def told(changelog: str) -> list[str]:
    """Return the lines about model and features, the newest first."""
    parts = re.findall(
        r"^### Model and features\n(.*?)(?=^#|\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    return [
        line for part in parts for line in part.splitlines() if line.startswith("- ")
    ]


def is_unreleased(entry: Entry, changelog: str) -> bool:
    """Tell whether an entry's line stands under the heading of what is to come."""
    head = re.search(
        r"^## Unreleased\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    return head is not None and entry["changelog"] in told(head[1])


def fault(entries: list[Entry], now: Entry, lines: list[str]) -> str | None:
    """Say what is wrong with a ledger that ends in these scores."""
    last = entries[-1]
    if last["scores"] != now["scores"]:
        return (
            "scores moved, and the ledger has no entry for it: see the top of this file"
        )
    makers = [(entry["model"], entry["features"]) for entry in entries]
    if len(set(makers)) < len(makers):
        return "scores moved without a new model; raise the changed DETECTOR's version"
    named = [entry["changelog"] for entry in entries]
    if len(set(named)) < len(named):
        return (
            "scores moved without a new line on top of Model and features, CHANGELOG.md"
        )
    missing = [line for line in named if line not in lines]
    return f"CHANGELOG.md has lost the line {missing[0]!r}" if missing else None


def test_scores_move_only_with_a_version_and_a_line() -> None:
    lines = told((ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert fault(ledger(), state(), lines) is None


FIRST: Entry = {"scores": "1", "model": "a", "features": "x", "changelog": "- One."}
SECOND: Entry = {"scores": "2", "model": "b", "features": "x", "changelog": "- Two."}


@pytest.mark.parametrize(
    ("entry", "lines", "expected"),
    [
        (SECOND, ["- Two.", "- One."], None),
        (FIRST, ["- One."], "no entry"),
        (SECOND | {"model": "a"}, ["- Two.", "- One."], "raise the changed"),
        (SECOND | {"changelog": "- One."}, ["- One."], "without a new line"),
        (SECOND, ["- One."], "has lost the line"),
    ],
    ids=["right", "not told", "same version", "same line", "no line"],
)
def test_a_ledger_that_hides_a_move_is_found_out(
    entry: Entry, lines: list[str], expected: str | None
) -> None:
    found = fault([FIRST, entry], {"scores": "2"}, lines)
    assert found is None if expected is None else expected in str(found)


def test_only_what_was_released_binds() -> None:
    new = "## Unreleased\n\n### Model and features\n\n- Two.\n"
    old = "\n## 1.0\n\n### Model and features\n\n- One.\n"
    assert told(new + old) == ["- Two.", "- One."]
    assert is_unreleased(SECOND, new + old)
    assert not is_unreleased(FIRST, new + old)


def write() -> None:
    """Add an entry for the golden scores as they are, if they moved.

    Raises:
        SystemExit: They moved without a version or without a line.
    """
    entries: list[Any] = ledger() if LEDGER.exists() else []
    now = state()
    if entries and entries[-1]["scores"] == now["scores"]:
        return
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    lines = told(changelog)
    if entries and is_unreleased(entries[-1], changelog):
        entries.pop()
    entries.append(now | {"changelog": lines[0]})
    if found := fault(entries, now, lines):
        raise SystemExit(found)
    LEDGER.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
