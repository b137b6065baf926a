"""Interviews and transcripts: labels say who speaks."""

import pytest

from scorer.detectors.attributions import DETECTOR
from scorer.document import Document
from scorer.reading import Reading

ABOVE = "The ferry left Lund at noon with forty people aboard."


def statements(*lines: str) -> list[tuple[str, str, int | None]]:
    """Return who says what in some lines, and the number of the source."""
    document = Document.from_text("\n\n".join((ABOVE, *lines)))
    found = [a for a in DETECTOR.annotate(Reading.of(document)) if a.weight >= 0.5]
    said = {
        a.group: a.span.of(document.text)
        for a in found
        if a.label == "attribution.content"
    }
    return [
        (a.span.of(document.text), said[a.group], a.source)
        for a in found
        if a.label == "attribution.source"
    ]


def test_who_has_a_turn_says_it_and_who_asks_is_no_source() -> None:
    found = statements(
        "JON PELL: When will the bridge be open again?",
        "ODA BRENN: We closed the bridge because it was unsafe.",
        "PELL: Was nobody on it when you closed it?",
        "BRENN: Nobody was on it that night.",
    )
    assert found == [
        ("ODA BRENN", "We closed the bridge because it was unsafe", 0),
        ("BRENN", "Nobody was on it that night", 0),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Location: the bridge is closed for the week.",
            "Weather: the rain will stay for the week.",
            "Traffic: the road is closed for the week.",
        ),
        (
            "Argument: the bridge was closed for no reason.",
            "Argument: the bridge was never closed at all.",
            "Argument: the bridge was closed too late.",
        ),
        (
            "The Facts: the bridge was closed for a reason.",
            "Ada Lind: the bridge was never closed at all.",
            "The Facts: the bridge was closed on time.",
        ),
    ],
)
def test_lines_with_other_labels_are_no_conversation(lines: tuple[str, ...]) -> None:
    assert statements(*lines) == []
