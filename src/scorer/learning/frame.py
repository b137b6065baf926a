"""The feature table in memory: one array for each column, and who may see whom."""

import csv
import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from scorer.errors import TrainingError
from scorer.features import NAMES, schema_digest

Array = NDArray[np.float64]
Rows = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The columns of a feature table, as numbers; what is empty there is NaN.

    Attributes:
        ids: The articles' ids, in the table's order.
        numbers: Every other column but the set's name.
        note: What `scorer features` wrote beside the table.
    """

    ids: tuple[str, ...]
    sets: tuple[str, ...]
    numbers: dict[str, Array]
    note: dict[str, Any]

    @classmethod
    def read(cls, table: Path) -> Self:
        """Read a table that `scorer features` wrote.

        Raises:
            TrainingError: The table is missing or was made for other features.
        """
        note_path = table.with_name(table.name.split(".")[0] + ".json")
        if not table.exists() or not note_path.exists():
            raise TrainingError(
                f"{table} or {note_path.name} is missing; make them with"
                " 'scorer features'."
            )
        note = json.loads(note_path.read_text("utf-8"))
        if note["schema"] != schema_digest():
            raise TrainingError(
                f"{table} was made for features {note['schema']}, but this"
                f" program measures {schema_digest()}; make it anew with"
                " 'scorer features'."
            )
        with gzip.open(table, "rt", encoding="utf-8", newline="") as lines:
            head, *rows = csv.reader(lines)
        by_column = dict(zip(head, zip(*rows, strict=True), strict=True))
        numbers = {
            name: np.array([float(cell) if cell else np.nan for cell in column])
            for name, column in by_column.items()
            if name not in ("id", "set")
        }
        return cls(by_column["id"], by_column["set"], numbers, note)

    def __getitem__(self, name: str) -> Array:
        """Return a column; one that the table lacks is NaN throughout."""
        return self.numbers.get(name, np.full(len(self), np.nan))

    def __len__(self) -> int:
        """Count the articles."""
        return len(self.ids)

    @property
    def features(self) -> Array:
        """The features, one row an article, in the order of the schema."""
        return np.column_stack([self.numbers[name] for name in NAMES])

    def features_without(self, fold: float) -> Array:
        """The features as they are where no reading of a fold was ever seen."""
        tail = f"_without_{fold:.0f}"
        return np.column_stack(
            [self.numbers.get(f"{name}{tail}", self.numbers[name]) for name in NAMES]
        )

    @property
    def read_rows(self) -> Rows:
        """Which articles were read."""
        return ~np.isnan(self.numbers["reading_quality"])

    def judged(self) -> Self:
        """Leave only the corpora's own readings: those that figures are about."""
        ours = self["own_reading"] == 1
        blank = {
            name: np.where(ours, np.nan, column)
            for name, column in self.numbers.items()
            if name.startswith("reading_")
        }
        return type(self)(self.ids, self.sets, self.numbers | blank, self.note)

    def outlet_weights(self, rows: Rows, power: float = 0.5) -> Array:
        """Weigh rows so that an outlet of n of them counts as n^power, 0 elsewhere."""
        outlets = self.numbers["outlet"].astype(int)
        counts = np.bincount(outlets[rows], minlength=outlets.max() + 1)
        weights = np.zeros(len(self))
        if rows.any():
            weights[rows] = counts[outlets[rows]] ** (power - 1.0)
            weights /= weights[rows].mean()
        return weights
