"""Look many keys up at once, without a call for each."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

_LEAST: Final = 2  # keys; for fewer an itemgetter returns no tuple


def look_up(table: Mapping[Any, Any] | Sequence[Any], keys: Sequence[Any]) -> Any:  # noqa: ANN401 - a tuple of whatever the table holds
    """Return what stands at each of some keys, as a tuple.

    Example:
        >>> look_up({"a": 1, "b": 2}, ["b", "a", "b"])
        (2, 1, 2)
    """
    if len(keys) < _LEAST:
        return tuple([table[key] for key in keys])
    return itemgetter(*keys)(table)
