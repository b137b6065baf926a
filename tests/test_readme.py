"""What the README shows runs as written."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ scorer (.+)$", README, re.MULTILINE)
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def _run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data" / "articles", tmp_path / "data" / "articles")
    return tmp_path


def test_there_is_something_to_run() -> None:
    assert len(COMMANDS) >= 3
    assert BLOCKS


def test_the_shown_commands_work_in_their_order(copy: Path) -> None:
    for command in COMMANDS:
        run = _run("-m", "scorer", *shlex.split(command), cwd=copy)
        assert run.returncode == 0, (command, run.stderr)
        assert run.stdout or run.stderr, command


@pytest.mark.parametrize("block", BLOCKS)
def test_shown_python_works(copy: Path, block: str) -> None:
    run = _run("-c", block, cwd=copy)
    assert run.returncode == 0, run.stderr
    assert run.stdout


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
