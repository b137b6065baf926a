from collections.abc import Iterator

import pytest

from scorer.configuration.chosen import Configuration
from scorer.detectors import DETECTORS
from scorer.document import Document
from scorer.report import firing as module
from scorer.report.firing import LABELS, Firing
from scorer.report.firing_table import lay_out
from scorer.report.terminal import rendered
from scorer.scoring import annotate
from scorer.types import Annotation, Span
from tests.articles import ARTICLE

DOCUMENTS = (
    Document.from_text(ARTICLE),
    Document.from_text("Mr Tarn has reportedly left. Rain fell on Ostwick."),
)


@pytest.fixture
def firing() -> Firing:
    counted = Firing()
    for document in DOCUMENTS:
        counted.add(document)
    return counted


def test_counts_are_those_of_the_annotations(firing: Firing) -> None:
    strong = [a for d in DOCUMENTS for a in annotate(d)]
    weak = [a for d in DOCUMENTS for a in annotate(d, all=True) if a.weight < 0.5]
    assert strong
    for _, label in LABELS:
        assert firing.findings[label] == sum(a.label == label for a in strong)
        assert firing.weak[label] == sum(a.label == label for a in weak)
    assert firing.firing["hedge.evidential"] == 1
    assert firing.firing["attributions"] == 2
    assert firing.quoted.total() <= firing.findings.total()


def test_every_label_is_in_the_object_once(firing: Firing) -> None:
    made = firing.to_object()
    labels = [
        (part["detector"], label["label"])
        for part in made["detectors"]
        for label in part["labels"]
    ]
    assert labels == [*LABELS]
    assert made["articles"] == 2
    assert made["words"] == firing.words > 150


def test_time_is_measured_for_each_detector(firing: Firing) -> None:
    assert set(firing.seconds) == {"reading", *(d.name for d in DETECTORS)}
    assert all(spent >= 0 for spent in firing.seconds.values())


def test_overlaps_are_between_detectors_and_go_both_ways(
    firing: Firing, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert firing.overlaps["hedge.evidential", "attribution.cue"] == 1
    marks = (
        Annotation("hedges", "hedge.modal", Span(0, 9)),
        Annotation("hedges", "hedge.weasel", Span(2, 4)),
        Annotation("loaded_words", "loaded.word", Span(3, 5)),
        Annotation("loaded_words", "loaded.word", Span(5, 12)),
        Annotation("headlines", "headline.overclaim", Span(20, 30)),
        Annotation("loaded_words", "loaded.word", Span(25, 28), weight=0.4),
    )

    def marked(*_: object, **__: object) -> tuple[Annotation, ...]:
        return marks

    monkeypatch.setattr(module, "annotate", marked)
    counted = Firing()
    counted.add(DOCUMENTS[0])
    assert dict(counted.overlaps) == {
        ("hedge.modal", "loaded.word"): 1,
        ("hedge.weasel", "loaded.word"): 1,
        ("loaded.word", "hedge.modal"): 2,
        ("loaded.word", "hedge.weasel"): 1,
    }


def test_a_configuration_is_heeded() -> None:
    counted = Firing()
    counted.add(DOCUMENTS[1], Configuration(off=("hedge.evidential",)))
    assert counted.findings["hedge.evidential"] == 0


def test_a_table_of_nothing_can_be_laid_out() -> None:
    said = rendered(lambda console: lay_out(Firing(), console))
    assert said.startswith("0 articles, 0 words;")


def lines_of(firing: Firing) -> Iterator[list[str]]:
    for line in rendered(lambda console: lay_out(firing, console)).splitlines():
        yield line.split()


def test_the_table_has_a_line_for_every_label(firing: Firing) -> None:
    lines = [*lines_of(firing)]
    for _, label in LABELS:
        [line] = [line for line in lines if line[:1] == [label] and len(line) > 4][:1]
        assert int(line[1]) == firing.findings[label]
    assert ["hedge.evidential", "1", "100", "%", "attribution.cue"] in lines
