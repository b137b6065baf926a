"""`scorer card`: the model card, written from the model's own files."""

from scorer.cli import output
from scorer.cli.choices import MODEL, ModelFolder, example

EPILOG = example("scorer card")


def command(model: ModelFolder = MODEL) -> None:
    """Write the model's card, CARD.md, from the model and its figures."""
    from scorer.learning.card import write

    write(model)
    output.warn(f"{model / 'CARD.md'} is written")
