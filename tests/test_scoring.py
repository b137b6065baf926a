"""Scores of whole documents, and what happens at the edges."""

import pickle
import subprocess
import sys
from math import fsum

import pytest

import scorer
from scorer.types import Failure, Score, Status

BODY = (
    "The reservoir above Tarn Valley fell to a third of its volume this week, the"
    " water board said on Monday. Ines Okafor, who runs the board, told reporters"
    " that pumps would start before the weekend.\n\n"
    "“We have ten days of supply in the upper basin,” she said.\n\n"
    "A report by the regional institute of hydrology found that rainfall since"
    " October was 41 percent below the mean of thirty years. Its author, Professor"
    " Jon Hale, said that two dry winters in a row had happened only once before.\n\n"
    "Farmers on the eastern slope disagree with the board. “They let the turbines"
    " run all autumn,” said Petra Lind, whose family keeps sheep near the dam. The"
    " company that owns the turbines declined to comment.\n\n"
    "According to figures that the board published in March, leaks cost the network"
    " 18 percent of what it carries. Repairs are to begin in June."
)
HEADLINE = "Reservoir falls to a third as board starts pumps"


@pytest.fixture(scope="module")
def score() -> Score:
    return scorer.score(scorer.Document.from_text(BODY, title=HEADLINE))


def test_an_article_gets_estimates_bands_and_signals(score: Score) -> None:
    assert score.status is Status.OK
    assert score.evidential_quality is not None
    assert score.sensationalism is not None
    low, high = score.evidential_quality.low, score.evidential_quality.high
    assert 0 <= low <= score.evidential_quality.value <= high <= 100
    assert sum(score.bands.values()) == pytest.approx(1, abs=1e-3)
    assert set(score.signals) == {"hedging", "sourcing", "headline", "wording", "page"}
    assert score.model.startswith("readings ")


def test_sourced_news_beats_a_rant(score: Score) -> None:
    rant = (
        "These shameless crooks have lied to you again! Everyone knows the truth: the"
        " disgusting fools in the water board let your taps run dry, and they laugh"
        " about it. Wake up! Nobody believes their pathetic excuses any more. "
    ) * 4
    worse = scorer.score(scorer.Document.from_text(rant, title="They LIED to you!"))
    assert score.evidential_quality is not None
    assert score.sensationalism is not None
    assert worse.evidential_quality is not None
    assert worse.sensationalism is not None
    assert score.evidential_quality.value > worse.evidential_quality.value + 30
    assert score.sensationalism.value < worse.sensationalism.value - 30


def test_evidence_adds_up_and_comes_largest_first(score: Score) -> None:
    for name in ("evidential_quality", "sensationalism"):
        parts = [e.contribution for e in score.evidence if e.score == name]
        assert len({e.feature for e in score.evidence}) == len(parts)
        assert 0 <= fsum([score.base[name], *parts]) <= 100
    sizes = [abs(e.contribution) for e in score.evidence]
    assert sizes == sorted(sizes, reverse=True)


def test_evidence_shows_the_spans_that_were_counted(score: Score) -> None:
    sources = next(e for e in score.evidence if e.feature == "sources_distinct")
    assert sources.value >= 3
    assert {a.label for a in sources.annotations} == {"attribution.source"}


def test_the_way_of_telling_shows_its_words(score: Score) -> None:
    told = next(e for e in score.evidence if e.feature == "wording_quality")
    assert {a.label for a in told.annotations} <= {"wording.raises", "wording.lowers"}
    assert told.annotations


def test_a_score_travels_between_processes(score: Score) -> None:
    arrived = pickle.loads(pickle.dumps(score))  # noqa: S301 - our own bytes
    assert repr(arrived) == repr(score)  # NaN is no equal of itself


def test_too_few_words_are_named_and_not_scored() -> None:
    short = scorer.score(scorer.Document.from_text("It rained. " * 20))
    assert short.status is Status.INSUFFICIENT
    assert short.evidential_quality is None
    assert short.band is None
    assert "40 words" in short.notes[0]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\ufeff"])
def test_nothing_to_read_is_insufficient(text: str) -> None:
    empty = scorer.score(scorer.Document.from_text(text))
    assert empty.status is Status.INSUFFICIENT
    assert "0 words" in empty.notes[0]


def test_another_language_is_named() -> None:
    german = (
        "Der Wasserstand der Talsperre ist in dieser Woche auf ein Drittel gefallen,"
        " teilte das Amt am Montag mit. Die Leiterin sagte, dass die Pumpen noch vor"
        " dem Wochenende laufen sollen und dass niemand sich sorgen muss. "
    ) * 5
    score = scorer.score(scorer.Document.from_text(german))
    assert score.status is Status.UNSUPPORTED_LANGUAGE
    assert "German" in score.notes[0]


def test_without_a_headline_its_signal_is_none_and_noted() -> None:
    score = scorer.score(scorer.Document.from_text(BODY))
    assert score.signals["headline"] == 0
    assert "There is no headline to judge." in score.notes


def test_many_keep_their_order_in_one_process_and_in_two() -> None:
    documents = [
        scorer.Document.from_text(BODY, title=HEADLINE, url=f"https://x.example/{i}")
        for i in range(40)
    ]
    alone = list(scorer.score_many(iter(documents)))
    assert [outcome.document_id for outcome in alone] == [d.id for d in documents]
    assert repr(list(scorer.score_many(documents, jobs=2))) == repr(alone)


def test_many_answer_each_item_whatever_it_is() -> None:
    failure = Failure("x", "read", "no such file")
    document = scorer.Document.from_text(BODY)
    broken: list[scorer.Document | Failure] = [failure, document, None]  # type: ignore[list-item]
    first, second, third = scorer.score_many(broken)
    assert first is failure
    assert isinstance(second, Score)
    assert isinstance(third, Failure)
    assert third.stage == "score"


def test_annotate_hides_weak_marks_unless_told_otherwise() -> None:
    document = scorer.Document.from_text(BODY, title=HEADLINE)
    findings, everything = (
        scorer.annotate(document),
        scorer.annotate(document, all=True),
    )
    assert findings
    assert set(findings) <= set(everything)
    assert min(a.weight for a in findings) >= 0.5
    assert [a.span for a in findings] == sorted(a.span for a in findings)


def test_a_missing_model_is_named() -> None:
    with pytest.raises(scorer.ScorerError, match="no model 'elsewhere'"):
        scorer.Scorer.load("elsewhere")


def test_scoring_imports_no_heavy_library() -> None:
    code = (
        "import sys, scorer;"
        "scorer.score(scorer.Document.from_text('It rained. ' * 99));"
        "print(*{m.split('.')[0] for m in sys.modules})"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    heavy = {
        "sklearn",
        "numpy",
        "nltk",
        "textstat",
        "pandas",
        "scipy",
        "lxml",
        "joblib",
    }
    assert not heavy & set(run.stdout.split())
