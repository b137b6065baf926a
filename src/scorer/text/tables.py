"""Read the packaged tables: word lists and learned weights, all of them plain JSON.

Every table names the corpus and the command that made it in its `about` entry.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """Read `tables/<name>.json`, once per process.

    Example:
        >>> sorted(load_table("marks"))
        ['about', 'apostrophes', 'double_quotes', 'single_quotes']
    """
    path = files("scorer").joinpath("tables", f"{name}.json")
    table: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return table
