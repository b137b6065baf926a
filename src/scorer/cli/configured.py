"""The configuration that a command works under."""

from pathlib import Path
from typing import TYPE_CHECKING

from scorer.cli import output

if TYPE_CHECKING:
    from scorer.configuration.chosen import Configuration

_PROJECT = "pyproject.toml"


def configured(config: Path | None) -> "Configuration | None":
    """Read the configuration that is named, else that of a project around here.

    One that nobody named is told of, since it changes what a score means.

    Raises:
        ConfigurationError: The file cannot be read, or says something unknown.
    """
    named = config is not None
    if config is None:
        config = _of_project(Path.cwd())
    if config is None:
        return None
    from scorer.scoring import configured as read

    changed = read(config)
    if changed and not named:
        output.warn(f"{config} changes what is marked: {changed.changes()}")
    return changed


def _of_project(folder: Path) -> Path | None:
    homes = (folder, *folder.parents)
    if not any((home / _PROJECT).exists() for home in homes):
        return None  # as nearly always; the reader need not even be imported
    from scorer.configuration.settings import find

    return find(folder)
