"""Read the packaged tables: word lists and learned weights, all of them plain JSON.

Every table names the corpus and the command that made it in its `about` entry.
"""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

_BEFORE: Final[list[Path]] = []


class _Floats(dict[str, float]):
    """Each number as it is written, made once.

    Weights are rounded, so that a few hundred numbers make up a table of thousands:
    where they are the same objects, all that an article needs stays at hand in the
    processor's memory.
    """

    def __missing__(self, digits: str) -> float:
        number = self[digits] = float(digits)
        return number


_FLOATS: Final = _Floats()


@cache
def load_table(name: str) -> dict[str, Any]:
    """Read `tables/<name>.json`, once per process.

    Example:
        >>> sorted(load_table("marks"))
        ['about', 'apostrophes', 'double_quotes', 'single_quotes']
    """
    for folder in _BEFORE:
        if (folder / f"{name}.json").is_file():
            return parse_table((folder / f"{name}.json").read_text("utf-8"))
    path = files("scorer").joinpath("tables", f"{name}.json")
    return parse_table(path.read_text("utf-8"))


def parse_table(text: str) -> dict[str, Any]:
    """Read a table or a model, every number that recurs in any of them the same object.

    Example:
        >>> parse_table('{"a": [0.25, 0.25]}')
        {'a': [0.25, 0.25]}
    """
    table: dict[str, Any] = json.loads(text, parse_float=_FLOATS.__getitem__)
    return table


def put_before(folder: Path) -> None:
    """Take tables from a folder where it has them, for the rest of the process.

    For measuring with tables that had not seen what is measured: call it first in a
    fresh process, since modules keep what they read when they were imported.
    """
    _BEFORE.insert(0, folder)
    load_table.cache_clear()
