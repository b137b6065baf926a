"""Many articles at once: one function from records to rows, and what carries it.

`score_table` is that function for whoever has the articles in a table.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scorer.batch.arrow import score_batches as score_batches
    from scorer.batch.arrow import score_table as score_table
    from scorer.batch.columns import Columns as Columns
    from scorer.batch.schemas import schema as schema

_HOMES = {
    "Columns": "scorer.batch.columns",
    "schema": "scorer.batch.schemas",
    "score_batches": "scorer.batch.arrow",
    "score_table": "scorer.batch.arrow",
}

__all__ = ["Columns", "schema", "score_batches", "score_table"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's names have any type
    if name not in _HOMES:
        raise AttributeError(f"module 'scorer.batch' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
