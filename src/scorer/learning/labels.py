"""Read labels of one's own, and refuse what cannot be measured honestly."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scorer import files
from scorer.document import Document
from scorer.errors import InputError, TrainingError

_COLUMNS: Final = ("path", "label", "outlet")
_ARTICLES, _OUTLETS = 60, 10  # fewer say nothing about outlets never seen
_LARGEST: Final = 0.4  # of the articles; more, and a fold would be one outlet
_BEST: Final = 10.0


@dataclass(frozen=True, slots=True)
class Label:
    """An article, its mark from 0 to 10, and who published it."""

    document: Document
    label: float
    outlet: str


def read_labels(path: Path) -> list[Label]:
    """Read a CSV with the columns path, label and outlet.

    Raises:
        TrainingError: A line is unfit, or the whole cannot be split by outlet.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TrainingError(f"{path} cannot be read: {error}.") from error
    missing = [name for name in _COLUMNS if rows and name not in rows[0]]
    if missing or not rows:
        raise TrainingError(
            f"{path} needs a first line that names the columns {', '.join(_COLUMNS)}"
            + (f"; '{missing[0]}' is missing." if missing else ", and lines below it.")
        )
    marks = list(_marks(path, rows))
    _check([outlet for _, outlet in marks], [mark for mark, _ in marks])
    documents = [_document(path, n, row["path"]) for n, row in enumerate(rows, 2)]
    return [
        Label(document, mark, outlet)
        for document, (mark, outlet) in zip(documents, marks, strict=True)
    ]


def _marks(
    path: Path, rows: Sequence[dict[str, str | None]]
) -> Iterator[tuple[float, str]]:
    for n, row in enumerate(rows, 2):
        text, outlet = row["label"] or "", (row["outlet"] or "").strip().lower()
        try:
            mark = float(text)
        except ValueError:
            mark = -1.0
        if not 0 <= mark <= _BEST:
            raise TrainingError(
                f"{path}, line {n}: the label '{text}' is no number from 0 to 10."
            )
        if not outlet:
            raise TrainingError(
                f"{path}, line {n}: without an outlet it cannot be kept apart from"
                " other articles of the same outlet; name who published it."
            )
        yield mark, outlet


def _check(outlets: Sequence[str], marks: Sequence[float]) -> None:
    """Refuse what five folds without a shared outlet cannot be made of."""
    counts = Counter(outlets)
    largest, most = counts.most_common(1)[0]
    if len(outlets) < _ARTICLES:
        raise TrainingError(
            f"There are {len(outlets)} labelled articles; it takes at least {_ARTICLES}"
            " to fit and to measure a model."
        )
    if len(counts) < _OUTLETS:
        raise TrainingError(
            f"The articles come from {len(counts)} outlets; it takes at least"
            f" {_OUTLETS} to split them so that none stands on both sides."
        )
    if most > _LARGEST * len(outlets):
        raise TrainingError(
            f"'{largest}' has {most} of {len(outlets)} articles, so that hardly any"
            " are left when it is held out; label more of others."
        )
    if len(set(marks)) == 1:
        raise TrainingError("All labels are equal; there is nothing to learn.")


def _document(path: Path, line: int, name: str | None) -> Document:
    try:
        return files.read(path.parent / (name or ""))
    except InputError as error:
        raise TrainingError(f"{path}, line {line}: {error}") from error
