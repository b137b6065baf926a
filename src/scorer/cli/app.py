"""The `scorer` command and what all its commands share."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Final, NoReturn

import typer
from typer.core import TyperGroup

from scorer.cli import (
    batch,
    card,
    compare,
    detectors,
    evaluate,
    explain,
    features,
    learn,
    outlets,
    report,
    train,
)
from scorer.cli import score as score_command
from scorer.errors import ScorerError
from scorer.version import __version__

INTERRUPTED = 130  # what a shell expects after Ctrl-C


class _Commands(TyperGroup):
    """Turn what may go wrong in any command into one sentence and a status."""

    def make_context(self, *args: Any, **settings: Any) -> Any:  # noqa: ANN401 - as in typer
        with _one_sentence():
            return super().make_context(*args, **settings)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as in typer
        with _one_sentence():
            super().invoke(ctx)
            sys.stdout.flush()


@contextmanager
def _one_sentence() -> Iterator[None]:
    try:
        yield
    except ScorerError as error:
        _end(str(error), 2)
    except KeyboardInterrupt:
        _end("stopped", INTERRUPTED)
    except BrokenPipeError:
        _hush()
        raise typer.Exit(0) from None
    except OSError as error:
        if error.filename is None:  # stdout: what it still holds is lost as well
            _hush()
        _end(f"{error.filename or 'output'}: {error.strerror or error}", 2)


def _end(sentence: str, status: int) -> NoReturn:
    typer.echo(f"scorer: {sentence}", err=True)
    raise typer.Exit(status) from None


def _hush() -> None:
    """Let Python close an output that takes nothing without a word about it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _show_version(value: bool) -> None:
    if value:
        from scorer.batch.judging import load_judge

        judge = load_judge()
        typer.echo(
            f"scorer {__version__}, model {judge.model_digest}, "
            f"features {judge.features_digest}"
        )
        raise typer.Exit


def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help="Name the program, its model and its features.",
        ),
    ] = False,
) -> None:
    """Score how well news articles show their evidence.

    It marks hedges, sources, loaded words and bait, and says what they mean for
    the evidence that an article shows. It is no verdict on the truth of a claim.
    """
    del version


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # rich would cost every --help a tenth of a second
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(options)
COMMANDS: Final = {
    "score": score_command,
    "explain": explain,
    "batch": batch,
    "report": report,
    "compare": compare,
    "outlets": outlets,
    "detectors": detectors,
    "learn": learn,
    "features": features,
    "train": train,
    "evaluate": evaluate,
    "card": card,
}
_BRIEFLY: Final = {
    "score": "Score articles, and say why.",
    "explain": "Show one article with its findings marked.",
    "batch": "Score many articles into one CSV report.",
    "report": "Make a page that people look at, of one article or many.",
    "compare": "Group articles into stories; count their independent origins.",
    "outlets": "Judge outlets by the articles of a report.",
    "detectors": "Say what is marked, with examples.",
    "learn": "Learn the detectors' weight tables anew.",
    "features": "Rebuild the feature table from the corpora.",
    "train": "Fit the model from the feature table.",
    "evaluate": "Measure the model on outlets it never saw.",
    "card": "Write the model card.",
}
for _name, _module in COMMANDS.items():
    app.command(_name, epilog=_module.EPILOG, short_help=_BRIEFLY[_name])(
        _module.command
    )


def main() -> None:
    """Run the command line."""
    app(prog_name="scorer")
