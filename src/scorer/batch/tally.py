"""How many rows there are of each kind, and of each cause of error."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from scorer.report.rows import ERROR, Row, is_below

ERRORS: Final = "error: "  # begins the name under which a cause is counted
OTHERS: Final = "other causes"
_MOST_CAUSES: Final = 100  # a receipt is read by people, and memory has an end
_PLACE = re.compile(r"^\W*(?:(?:line|row|record) \d+\W*)?")


def count(rows: Iterable[Row], fail_under: float | None) -> dict[str, int]:
    """Count rows by status, errors by cause, and those below a limit."""
    counts: Counter[str] = Counter()
    for row in rows:
        for kind in _kinds(row, fail_under):
            counts[kind] += 1
    return dict(counts)


def add(total: Counter[str], more: Mapping[str, int]) -> None:
    """Add counts up; causes beyond the first hundred are counted together."""
    for name, number in more.items():
        known = name in total or not name.startswith(ERRORS)
        full = not known and sum(n.startswith(ERRORS) for n in total) >= _MOST_CAUSES
        total[f"{ERRORS}{OTHERS}" if full else name] += number


def causes(total: Mapping[str, int]) -> dict[str, int]:
    """Return the causes of errors, the most frequent first."""
    found = {
        name.removeprefix(ERRORS): number
        for name, number in total.items()
        if name.startswith(ERRORS)
    }
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _kinds(row: Row, fail_under: float | None) -> Iterator[str]:
    yield "rows"
    yield str(row["status"])
    if row["status"] == ERROR:
        yield f"{ERRORS}{_cause(str(row['path']), str(row['reason']))}"
    if is_below(row, fail_under):
        yield "below"


def _cause(path: str, reason: str) -> str:
    """Say why without saying where, so that like causes are counted together."""
    _, _, cause = reason.replace(path, "").partition(": ")
    return _PLACE.sub("", cause).split(" (", maxsplit=1)[0][:80]
