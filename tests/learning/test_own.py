"""Labels of one's own: what is refused, and that a model of them works."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from scorer.errors import TrainingError
from scorer.learning.labels import read_labels
from scorer.learning.own import fold_outlets, train_own
from scorer.scoring import Scorer

DRAW = np.random.default_rng(5)
PLAIN = (
    "The bridge over the Lind was closed on Monday after cracks were found in it.",
    "Work will begin in April and is expected to take until the end of the autumn.",
    "The road behind it leads to the harbour, where the ferry to Orrin leaves.",
    "Lorries have to go round by Selby, which takes them forty minutes longer.",
    "The old bridge was built in 1931 and has been mended four times since then.",
    "A new one would cost about twelve million crowns, or three times as much.",
    "The shops on the eastern bank have fewer customers than they had last year.",
    "In the winter the river is often too high for the small boats of the anglers.",
)
SOURCED = (
    '"We found the cracks in March," said Ada Lind, the chief engineer of the town.',
    "The cost was put at four million crowns in a report by the audit office.",
    "Piet Moran, who runs the ferry, said he had been told nothing of the work.",
    "The ministry of transport said in a statement that it would pay a third.",
)


def article(sources: int) -> str:
    sentences = [*PLAIN, *SOURCED[:sources]]
    return " ".join(DRAW.permutation(sentences).tolist())


def write(folder: Path, rows: list[tuple[str, object, str]]) -> Path:
    path = folder / "labels.csv"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(("path", "label", "outlet"))
        writer.writerows(rows)
    return path


def labelled(folder: Path, articles: int = 90, outlets: int = 15) -> Path:
    rows: list[tuple[str, object, str]] = []
    for n in range(articles):
        sources = n % 5
        (folder / f"{n}.txt").write_text(article(sources), "utf-8")
        mark = 2 + 1.5 * sources + float(DRAW.random())
        rows.append((f"{n}.txt", round(mark, 1), f"paper {n // 5 % outlets}"))
    return write(folder, rows)


def test_a_model_of_ones_own_is_fitted_measured_and_used(tmp_path: Path) -> None:
    out = tmp_path / "mine"
    figures = train_own(labelled(tmp_path), out)
    assert figures["outlets"] == 15
    assert figures["spearman"] > 0.6
    assert 0.8 <= figures["coverage"] <= 1
    assert json.loads((out / "metrics.json").read_text("utf-8")) == figures
    assert "do not quote" in (out / "CARD.md").read_text("utf-8")
    scorer = Scorer.load(out)
    assert scorer.model.label.startswith("mine ")


def test_no_outlet_is_split() -> None:
    outlets = [f"o{n * n % 23}" for n in range(300)]
    folds = fold_outlets(outlets)
    assert len({*zip(outlets, folds, strict=True)}) == len(set(outlets))
    assert max(map(folds.count, range(5))) < 2 * min(map(folds.count, range(5)))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("a.txt", 5, "")] * 90, "line 2: without an outlet"),
        ([("a.txt", "good", "x")] * 90, "'good' is no number from 0 to 10"),
        ([("a.txt", 11, "x")] * 90, "'11' is no number"),
        ([("a.txt", "nan", "x")] * 90, "'nan' is no number"),
        ([("a.txt", 5, "x")] * 20, "20 labelled articles; it takes at least 60"),
        ([("a.txt", n % 9, "x") for n in range(90)], "1 outlets"),
        (
            [("a.txt", n % 9, "x" if n < 60 else f"y{n}") for n in range(90)],
            "'x' has 60 of 90",
        ),
        ([("a.txt", 5, f"y{n}") for n in range(90)], "nothing to learn"),
        ([("none.txt", n % 9, f"y{n}") for n in range(90)], "line 2: .*none.txt"),
    ],
)
def test_what_cannot_be_measured_honestly_is_refused(
    tmp_path: Path, rows: list[tuple[str, object, str]], reason: str
) -> None:
    (tmp_path / "a.txt").write_text(article(2), "utf-8")
    with pytest.raises(TrainingError, match=reason):
        read_labels(write(tmp_path, rows))


def test_a_file_without_outlets_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text("path,label\na.txt,3\n", "utf-8")
    with pytest.raises(TrainingError, match="'outlet' is missing"):
        read_labels(path)
