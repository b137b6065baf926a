"""What every detector promises, whoever wrote it."""

from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given

from scorer import detectors
from scorer.detector import Detector
from scorer.detectors import DETECTORS
from scorer.document import Document
from scorer.reading import Reading
from tests.strategies import documents

every_detector = pytest.mark.parametrize("detector", DETECTORS, ids=attrgetter("name"))


@every_detector
def test_finds_just_what_its_examples_show(detector: Detector) -> None:
    for example in detector.examples:
        document = Document.from_text(example.text, title=example.title)
        shift = len(document.text) - len(example.text)
        found = detector.annotate(Reading.of(document))
        spans = tuple(
            (a.span.start - shift, a.span.end - shift)
            for a in found
            if a.label == example.label and a.weight >= 0.5
        )
        assert spans == example.spans, example.marked


@every_detector
def test_has_an_example_to_mark_and_one_to_leave_for_every_label(
    detector: Detector,
) -> None:
    for label, _ in detector.labels:
        kinds = {bool(e.spans) for e in detector.examples if e.label == label}
        assert kinds == {True, False}, label


@every_detector
@given(document=documents())
def test_holds_on_any_document(detector: Detector, document: Document) -> None:
    found = detector.annotate(Reading.of(document))
    assert found == detector.annotate(Reading.of(document))
    assert list(found) == sorted(found, key=attrgetter("span"))
    labels = {label for label, _ in detector.labels}
    for annotation in found:
        assert 0 <= annotation.span.start < annotation.span.end <= len(document.text)
        assert annotation.span.of(document.text).strip()
        assert 0 <= annotation.weight <= 1
        assert annotation.label in labels
        assert annotation.detector == detector.name


def test_every_file_is_registered() -> None:
    folder = Path(detectors.__file__).parent
    files = {path.stem for path in folder.iterdir() if path.stem[0] != "_"}
    assert files == {detector.name for detector in DETECTORS}
