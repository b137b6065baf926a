"""Write the model card from the model's own files."""

from pathlib import Path


def write(model: Path) -> None:
    """Write `CARD.md` beside a model."""
    (model / "CARD.md").write_text(f"# {model.name}\n", "utf-8")
