"""What is written by a command is what the command writes now."""

from pathlib import Path

from scorer.report.catalogue import to_markdown, to_text

ROOT = Path(__file__).parents[1]


def test_the_page_about_detectors_is_up_to_date() -> None:
    written = (ROOT / "docs" / "detectors.md").read_text("utf-8")
    assert written == to_markdown(), (
        "run: scorer detectors --markdown --out docs/detectors.md"
    )


def test_the_terminal_names_every_label_with_an_example() -> None:
    said = to_text()
    for label in ("hedge.modal", "attribution.source", "loaded.word"):
        assert f"{label}: " in said
    assert "[[" in said
