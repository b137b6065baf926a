"""Every command explains itself, and what it shows as an example works."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from scorer.cli.app import COMMANDS, app
from scorer.version import __version__
from tests.cli.conftest import Runner

ROOT = Path(__file__).parents[2]
FIRST = {"outlets": ("batch", "data/articles", "--out", "out/report.csv")}
LONG = {"learn", "features", "train", "evaluate"}  # minutes, or the corpora


def test_version_names_program_model_and_features(scorer: Runner) -> None:
    said = scorer("--version").stdout.decode()
    pattern = rf"scorer {re.escape(__version__)}, model \S+ \S+, features \S+\n"
    assert re.fullmatch(pattern, said)


def test_help_names_every_command(scorer: Runner) -> None:
    said = scorer("--help").stdout.decode()
    assert COMMANDS
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", said, re.MULTILINE)


def test_help_loads_no_heavy_library(scorer: Runner) -> None:
    del scorer
    assert app.rich_markup_mode is None


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_ends_with_an_example_that_works(
    scorer: Runner, name: str, tmp_path: Path
) -> None:
    said = scorer(name, "--help").stdout.decode()
    match = re.search(r"Example:\s+scorer ([\s\S]+)\Z", said)
    assert match
    arguments = shlex.split(match[1])
    assert arguments[0] == name
    if name in LONG:
        return
    for folder in ("data", "models"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    if name in FIRST:  # what the example reads must be there
        scorer(*FIRST[name])
    run = scorer(*arguments)
    assert run.returncode == 0, run.stderr.decode()
    assert b"Traceback" not in run.stderr
