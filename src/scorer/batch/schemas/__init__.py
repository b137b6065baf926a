"""The JSON Schema of each record that a batch writes."""

import json
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent


def schema(record: str) -> dict[str, Any]:
    """Return the JSON Schema of `row`, `spans` or `receipt`.

    Raises:
        ValueError: There is no such record.

    Example:
        >>> schema("spans")["required"]
        ['id', 'path', 'spans']
    """
    known = sorted(path.stem for path in FOLDER.glob("*.json"))
    if record not in known:
        raise ValueError(f"no record {record!r}; there are {', '.join(known)}")
    found: dict[str, Any] = json.loads((FOLDER / f"{record}.json").read_text("utf-8"))
    return found
