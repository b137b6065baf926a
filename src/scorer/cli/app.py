"""The `scorer` command and what all its commands share."""

import typer

from scorer.version import __version__

app = typer.Typer(no_args_is_help=True, add_completion=False)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"scorer {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_show_version, is_eager=True, help="Show version."
    ),
) -> None:
    """Score how well news articles show their evidence."""


def main() -> None:
    """Run the command line."""
    app()
