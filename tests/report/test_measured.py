import json
from pathlib import Path

import pytest

from scorer.detectors import DETECTORS
from scorer.report.guide import GUIDE
from scorer.report.measured import (
    measured_of,
    mistakes_of,
    read_figures,
    read_mistakes,
    tables_of,
)

ROOT = Path(__file__).parents[2]
LABELS = [label for detector in DETECTORS for label, _ in detector.labels]
TABLE = {
    "title": "Barns",
    "how": "five folds",
    "groups": 1200,
    "benchmark": "barns",
    "labels": [
        {
            "label": "hedge.modal",
            "precision": [0.5, 0.25, 0.75],
            "recall": [0.0, 0.0, 0.0],
            "f1": [0.0, 0.0, 0.0],
            "found": 4,
            "marked": 0,
        }
    ],
    "numbers": [{"name": "AUC", "value": [0.8, 0.7, 0.9]}],
}


def test_the_guide_has_every_label_and_no_other() -> None:
    assert list(GUIDE) == LABELS
    assert all(entry.why and entry.leaves for entry in GUIDE.values())


def test_every_benchmark_has_written_its_figures() -> None:
    commands = {
        path.stem
        for path in ROOT.glob("benchmarks/*.py")
        if "publish(" in path.read_text("utf-8") and path.stem != "figures"
    }
    tables = [one for some in read_figures().values() for one in some]
    assert {one["benchmark"] for one in tables} == commands


def test_every_label_was_measured() -> None:
    tables = read_figures()
    for detector in DETECTORS:
        for label, _ in detector.labels:
            assert list(measured_of(label, tables[detector.name])), label


@pytest.mark.parametrize("path", sorted(ROOT.glob("data/figures/*.json")), ids=str)
def test_intervals_hold_their_figures(path: Path) -> None:
    for one in json.loads(path.read_text("utf-8")).get("tables", ()):
        cells = [number["value"] for number in one["numbers"]]
        cells += [row[k] for row in one["labels"] for k in ("precision", "recall")]
        assert cells
        for middle, low, high in cells:
            assert low <= middle <= high


def test_a_recall_of_nothing_is_left_open() -> None:
    assert list(measured_of("hedge.modal", [TABLE]))[2:] == [
        "| Barns (five folds) | 0.50 (0.25–0.75) | – | – |"
    ]
    assert list(measured_of("hedge.weasel", [TABLE])) == []


def test_all_that_was_measured_says_how() -> None:
    said = "\n".join(tables_of([TABLE]))
    assert "Five folds. Intervals over 1,200 groups; `benchmarks/barns.py`." in said
    assert "- AUC: 0.80 (0.70–0.90)" in said


def test_mistakes_come_commonest_first_and_ten_at_most() -> None:
    counts = {f"kind {n}": n for n in range(1, 13)}
    own = {"read": 78, "of": "barns", "mistakes": counts}
    lines = list(mistakes_of("a", {"a": own}))
    assert lines[0] == "Errors read: 78 (barns)."
    assert lines[4:] == [f"| {n} | kind {n} |" for n in range(12, 2, -1)]


def test_counted_mistakes_add_up_to_what_was_read() -> None:
    for label, own in read_mistakes().items():
        assert sum(own["mistakes"].values()) == own["read"], label


def test_without_figures_there_is_none(tmp_path: Path) -> None:
    assert read_figures(tmp_path) == {}
    assert read_mistakes(tmp_path) == {}
