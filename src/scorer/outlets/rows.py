"""The rows of a batch report, by outlet; their cells may be numbers or text."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Final, Self
from urllib.parse import urlsplit

from scorer.errors import InputError

SIGNALS: Final = ("hedging", "sourcing", "headline", "wording", "page")
_NEEDED: Final = frozenset({"status", "evidential_quality", "outlet", "url"})


@dataclass(frozen=True, slots=True)
class Article:
    """What a row says of an article; None where the cell is empty."""

    quality: float
    low: float
    high: float
    sensationalism: float | None
    signals: tuple[float | None, ...]
    single_source: float | None
    copied: float | None
    day: int | None

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Self | None:
        """Take a row's numbers; None if it has no score."""
        quality, low, high = (
            number(row.get(f"evidential_quality{end}")) for end in ("", "_low", "_high")
        )
        if quality is None or low is None or high is None:
            return None
        return cls(
            quality,
            low,
            high,
            number(row.get("sensationalism")),
            tuple(number(row.get(f"signal_{name}")) for name in SIGNALS),
            number(row.get("single_source")),
            number(row.get("copied_share")),
            _day(row.get("published")),
        )


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet's rows: how many there are, and those with a score."""

    name: str
    rows: int
    articles: tuple[Article, ...]


def read_outlets(path: Path) -> tuple[Outlet, ...]:
    """Gather the rows of a report by outlet, by name.

    Raises:
        InputError: The file is not there, or is no report.
    """
    return gather(_rows(path))


def gather(rows: Iterable[Mapping[str, object]]) -> tuple[Outlet, ...]:
    """Gather rows by outlet, by name; leave out those of which no outlet is known."""
    counts: dict[str, int] = defaultdict(int)
    found: dict[str, list[Article]] = defaultdict(list)
    for row in rows:
        name = outlet_of(row)
        if name:
            counts[name] += 1
            article = Article.of(row)
            if article is not None:
                found[name].append(article)
    return tuple(Outlet(n, counts[n], tuple(found[n])) for n in sorted(counts))


def outlet_of(row: Mapping[str, object]) -> str:
    """Return who published an article, by name or else by the host of its address.

    Example:
        >>> outlet_of({"outlet": "", "url": "https://www.tarvik-echo.example/a/1"})
        'tarvik-echo.example'
    """
    if name := str(row.get("outlet") or "").strip():
        return name
    try:
        host = urlsplit(str(row.get("url") or "")).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def number(cell: object) -> float | None:
    """Read a number; None where there is none.

    Example:
        >>> number("40.5"), number(""), number("nan")
        (40.5, None, None)
    """
    try:
        value = float(str(cell))
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with _opened(path) as file:
            rows = csv.DictReader(file)
            if not set(rows.fieldnames or ()) >= _NEEDED:
                raise InputError(
                    f"{path} is no report: it lacks columns that `scorer batch` writes."
                )
            yield from rows
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
        cause = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be read as a report ({cause}).") from error


def _opened(path: Path) -> IO[str]:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _day(published: object) -> int | None:
    try:
        return date.fromisoformat(str(published or "").strip()[:10]).toordinal()
    except ValueError:
        return None
