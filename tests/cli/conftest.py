"""Run the program as a user does: another process, its streams kept apart."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.articles import ARTICLE

Run = subprocess.CompletedProcess[bytes]
Runner = Callable[..., Run]


@pytest.fixture
def scorer(tmp_path: Path) -> Runner:
    """Run `scorer` with these arguments in an empty folder."""

    def run(*arguments: str | Path, **settings: object) -> Run:
        command = [sys.executable, "-m", "scorer", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        environment.pop("PYTHONUNBUFFERED", None)  # as for most users
        options = {"capture_output": True, "check": False, "cwd": tmp_path}
        return subprocess.run(command, env=environment, **{**options, **settings})  # type: ignore[call-overload, no-any-return]  # noqa: PLW1510 - check is among the options

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Write one good article."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
