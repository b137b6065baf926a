"""Run the program in this process, which is quicker than starting another."""

import csv
import io
import json
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from scorer.cli.app import app


class Ended(NamedTuple):
    """What a command left: its status and its two streams."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """Read stdout as CSV."""
        return list(csv.DictReader(io.StringIO(self.out, newline="")))


def scorer(*arguments: str | Path, stdin: bytes | None = None) -> Ended:
    """Run `scorer` with these arguments."""
    done = CliRunner().invoke(app, [*map(str, arguments)], input=stdin)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ended(done.exit_code, done.stdout_bytes.decode(), done.stderr)


def score_csv(*paths: Path) -> Ended:
    """Score files into CSV."""
    return scorer("score", *paths, "--format", "csv")


def score_json(path: Path) -> dict[str, Any]:
    """Score one file into JSON."""
    [found] = json.loads(scorer("score", path, "--format", "json").out)
    assert isinstance(found, dict)
    return found
