import pickle
from pathlib import Path

import pytest
from hypothesis import given

import scorer
from scorer.configuration.chosen import Configuration
from scorer.detectors import DETECTORS
from scorer.document import Document
from scorer.parallel import score_many
from scorer.scoring import Scorer, annotate
from scorer.types import Annotation, Failure, Status, Voice
from tests.articles import ARTICLE
from tests.strategies import documents

DOCUMENT = Document.from_text(ARTICLE)
LABELS = [label for detector in DETECTORS for label, _ in detector.labels]
SAMPLES = sorted(Path(__file__).parents[2].glob("data/articles/tabloid-*.txt"))


def texts_of(
    text: str, label: str, configuration: Configuration | None = None
) -> list[tuple[str, Voice]]:
    document = Document.from_text(text)
    found = annotate(document, config=configuration)
    return [(a.span.of(document.text), a.voice) for a in found if a.label == label]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_that_is_off_is_never_given(label: str) -> None:
    chosen = Configuration(off=(label,))
    loud = [scorer.read(path) for path in SAMPLES]
    for document in loud:
        plain = annotate(document, all=True)
        left = annotate(document, all=True, config=chosen)
        assert left == tuple(a for a in plain if a.label != label)


@pytest.mark.parametrize("name", [d.name for d in DETECTORS] + LABELS)
def test_a_score_can_do_without_any_of_them(name: str) -> None:
    chosen = Configuration(off=(name,))
    score = Scorer.load(config=chosen).score(DOCUMENT)
    assert score.status is Status.OK
    assert chosen.told() in score.notes
    assert name in chosen.told()


def test_something_that_is_off_moves_a_score() -> None:
    document = scorer.read(SAMPLES[0])
    without = Scorer.load(config=Configuration(off=("loaded_words", "headlines")))
    plain, other = scorer.score(document), without.score(document)
    assert plain.sensationalism is not None
    assert other.sensationalism is not None
    assert other.sensationalism.value < plain.sensationalism.value


def test_own_words_are_marked_wherever_the_outlet_writes_them() -> None:
    text = 'The greening of Orm was a mess. "A mess," Ms Tarn said.'
    chosen = Configuration(loaded=("greening", "a mess"))
    found = texts_of(text, "loaded.word", chosen)
    assert found == [("greening", Voice.OUTLET), ("a mess", Voice.OUTLET)]
    document = Document.from_text(text)
    weak = [
        a
        for a in annotate(document, all=True, config=chosen)
        if a.label == "loaded.word" and a.voice is Voice.QUOTED
    ]
    assert [a.span.of(document.text) for a in weak] == ["A mess"]


def test_own_hedges_are_marked_by_kind_also_in_quotations() -> None:
    chosen = Configuration(hedges=(("evidential", ("the talk holds",)),))
    text = 'The talk holds that Mr Orlo left. "The talk holds he ran," said Ada Tarn.'
    assert texts_of(text, "hedge.evidential") == []
    assert texts_of(text, "hedge.evidential", chosen) == [
        ("The talk holds", Voice.OUTLET),
        ("The talk holds", Voice.QUOTED),
    ]


def test_an_own_word_takes_the_place_of_the_detectors_mark() -> None:
    text = "Mr Tarn has reportedly left Ostrava Bay."
    chosen = Configuration(hedges=(("weasel", ("has reportedly",)),))
    assert texts_of(text, "hedge.evidential") == [("reportedly", Voice.OUTLET)]
    assert texts_of(text, "hedge.evidential", chosen) == []
    assert texts_of(text, "hedge.weasel", chosen) == [("has reportedly", Voice.OUTLET)]


def test_an_ignored_word_is_neither_loaded_nor_a_hedge() -> None:
    text = "The mayor's disgraceful plan has reportedly failed."
    chosen = Configuration(ignored=("disgraceful", "reportedly"))
    assert texts_of(text, "loaded.word") == [("disgraceful", Voice.OUTLET)]
    assert texts_of(text, "loaded.word", chosen) == []
    assert texts_of(text, "hedge.evidential", chosen) == []


@pytest.mark.parametrize("cue", ["vouchsafed", "vouchsafes"])
def test_an_own_cue_is_read_as_said_is(cue: str) -> None:
    text = f"Maya Orlen {cue} that the bridge was closed."
    chosen = Configuration(cues=(cue,))
    assert texts_of(text, "attribution.cue") == []
    assert texts_of(text, "attribution.cue", chosen) == [(cue, Voice.OUTLET)]
    assert texts_of(text, "source.named", chosen) == [("Maya Orlen", Voice.OUTLET)]


def test_a_score_without_changes_says_nothing_of_them() -> None:
    notes = Scorer.load(config=Configuration()).score(DOCUMENT).notes
    assert notes == scorer.score(DOCUMENT).notes


def test_a_file_serves_as_well(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('words.loaded = ["repair"]', encoding="utf-8")
    assert Scorer.load(config=path).configuration == Configuration(loaded=("repair",))
    found = annotate(DOCUMENT, config=str(path))
    assert [a.span.of(DOCUMENT.text) for a in found if a.label == "loaded.word"] == [
        "repair",
        "repair",
    ]


def test_a_scorer_survives_pickling_with_its_configuration() -> None:
    whole = Scorer.load(config=Configuration(loaded=("repair",)))
    again = pickle.loads(pickle.dumps(whole))  # noqa: S301 - our own bytes
    assert again == whole
    assert repr(again.score(DOCUMENT)) == repr(whole.score(DOCUMENT))


def test_workers_score_under_it_too() -> None:
    chosen = Configuration(off=("attributions",), loaded=("repair",))
    failure = Failure("x", "read", "gone")
    inputs: list[Document | Failure] = [DOCUMENT, failure, DOCUMENT]
    expected = repr(Scorer.load(config=chosen).score(DOCUMENT))  # NaN is not itself
    assert expected != repr(scorer.score(DOCUMENT))
    for jobs in (None, 2):
        found = [repr(outcome) for outcome in score_many(inputs, jobs, chosen)]
        assert found == [expected, repr(failure), expected]


@given(documents())
def test_marks_stay_in_the_text_and_in_order(document: Document) -> None:
    chosen = Configuration(
        off=("loaded.capitals",),
        loaded=("the", "said that"),
        hedges=(("modal", ("may", "is")),),
        cues=("may",),
    )
    found: tuple[Annotation, ...] = annotate(document, all=True, config=chosen)
    assert list(found) == sorted(found, key=lambda a: a.span)
    assert all(0 <= a.span.start < a.span.end <= len(document.text) for a in found)
    assert "loaded.capitals" not in {a.label for a in found}
