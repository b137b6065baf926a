import pytest

from scorer.detectors.loaded_words import DETECTOR
from scorer.document import Document
from scorer.reading import Reading
from scorer.text.emphasis import drop_house_style, find_capitals, join_words
from scorer.types import Annotation, Span, Voice

PLAIN = (
    "Two people died and eleven were wounded on Monday when a bomb exploded near "
    "the market in Tarsk, the police said. The dead were a man of 40 and his son. "
    "No group has said that it placed the bomb. The war in the north began in May "
    "and has killed about 900 people, according to the hospitals. The governor, "
    "Tove Lind, said that schools would stay closed until Friday and asked people "
    "to keep away from the market. Trains to Olm run every two hours. The army has "
    "sent forty soldiers to guard the bridge, a spokesman told reporters."
)


def _found(text: str, title: str | None = None) -> list[tuple[str, Annotation]]:
    document = Document.from_text(text, title=title)
    found = DETECTOR.annotate(Reading.of(document))
    return [(a.span.of(document.text), a) for a in found]


def _findings(text: str, title: str | None = None) -> list[str]:
    return [words for words, a in _found(text, title) if a.weight >= 0.5]


def test_plain_hard_news_has_no_findings() -> None:
    assert _findings(PLAIN, "Two dead after bomb near Tarsk market") == []


def test_a_verdict_in_the_headline_is_found() -> None:
    assert "Disgraceful" in _findings(PLAIN, "Disgraceful governor shuts schools")


def test_a_word_in_a_quotation_is_the_speakers_and_no_finding() -> None:
    text = '"This is a disgraceful, pathetic plan," the mayor told reporters.'
    marks = [a for words, a in _found(text) if words in {"disgraceful", "pathetic"}]
    assert marks
    assert {a.voice for a in marks} == {Voice.QUOTED}
    assert max(a.weight for a in marks) < 0.5


def test_a_cry_in_a_quotation_is_no_finding() -> None:
    assert _findings('"Get out!" she told the reporters.') == []


@pytest.mark.parametrize(
    ("line", "opens", "shouted"),
    [
        ("JANE ROE'S neighbours never saw it", True, []),
        ("They NEVER saw it", True, ["NEVER"]),
        ("NEVER have they seen it", False, ["NEVER"]),
        ("WRONG AND NEVER RIGHT", False, []),
        ("The NATO mission never ended", True, []),
    ],
)
def test_shouting_is_told_from_house_style(
    line: str,
    opens: bool,  # noqa: FBT001 - a parameter of the table above
    shouted: list[str],
) -> None:
    common = {"never", "wrong", "right", "and", "jane"}
    capitals = find_capitals(line)
    runs = join_words(line, capitals, common)
    whole = Span(0, len(line))
    found = drop_house_style(line, whole, capitals, runs, opens_story=opens)
    assert [span.of(line) for span in found] == shouted


def test_capitals_that_recur_with_the_same_neighbour_are_a_name() -> None:
    name = f"{PLAIN} Tarsk NOW wrote of a bomb. The army then spoke to Tarsk NOW."
    cry = f"The shameless, disgusting governor must go NOW. {PLAIN}"
    assert "NOW" not in _findings(name)
    assert "NOW" in _findings(cry)


def test_capitals_side_by_side_are_one_finding() -> None:
    assert "NEVER EVER" in _findings("They will NEVER EVER tell you about it.")


def test_a_mark_within_a_name_is_no_cry() -> None:
    assert _findings("Staff at the Wow! shop said that it had closed.") == []


def test_the_marks_of_a_post_are_its_writers() -> None:
    post = "What a day in Olm! — Tove Lind (@tovelind) May 3"
    assert "!" in [words for words, _ in _found(post)]
    assert "!" not in _findings(post)


def test_a_topic_that_recurs_weighs_less_than_a_word_met_once() -> None:
    once = f"{PLAIN} The toxic dust lay for days."
    often = f"{once} Inspectors measured toxic dust. A toxic cloud was seen. {PLAIN}"

    def most(text: str) -> float:
        return max(a.weight for words, a in _found(text) if words == "toxic")

    assert most(often) < most(once)


@pytest.mark.parametrize(
    "line",
    [
        "See our Privacy Policy for further details. Thank you!",
        "Sign up for our newsletter and never miss a flood again!",
        "Orm lamp oil is back in stock! Get it at 50% off now!",
    ],
)
def test_a_page_that_thanks_or_sells_is_no_cry_of_the_story(line: str) -> None:
    assert "!" not in _findings(f"{PLAIN}\n\n{line}\n\n{PLAIN}")
    assert "!" in _findings(f"{PLAIN} What a disgraceful mess!\n\n{PLAIN}")


@pytest.mark.parametrize(
    "phrase", ["toxic waste", "a sham procedure", "disaster relief"]
)
def test_a_phrase_that_is_plain_in_news_is_not_loaded(phrase: str) -> None:
    assert _findings(f"The council paid for {phrase} in May.") == []


def test_quotation_marks_in_plain_news_are_somebodys() -> None:
    plain = f'{PLAIN} The "hot spots" are in the north. {PLAIN}'
    assert '"hot spots"' not in _findings(plain)
    assert '"experts"' in _findings('These "experts" now tell us to stay at home.')


def test_what_somebody_posted_is_the_speakers() -> None:
    lines = "The ferry left at noon.\n\nIt was a disgraceful and pathetic lie."

    def voices(text: str) -> set[Voice]:
        return {a.voice for words, a in _found(text) if words in text[24:]}

    assert voices(lines) == {Voice.OUTLET}
    assert voices(f"{lines} — Oda Brenn (@odab) May 3, 2019") == {Voice.QUOTED}


def test_a_cry_in_the_name_below_a_post_is_no_finding() -> None:
    post = "The ferry left at noon — Tove never waits! (@tovelind) May 3, 2019"
    assert "!" in [words for words, _ in _found(post)]
    assert "!" not in _findings(post)


def test_a_cry_beside_a_link_to_a_post_is_the_outlets() -> None:
    line = "The mayor is a disgraceful coward! See pic.twitter.com/abc for more."
    assert "!" in _findings(line)


def test_a_plain_sentence_cools_its_words_and_a_judging_one_heats_them() -> None:
    def weight(text: str) -> float:
        return max(
            (a.weight for words, a in _found(text) if words == "chaos"), default=0
        )

    plain = "Police said on Monday that the chaos in Olm had begun in April."
    judging = "These pathetic, shameless liars want us to believe in this chaos."
    assert weight(plain) < 0.5 < weight(judging)


def test_scare_quotes_need_a_sentence_that_judges() -> None:
    plain = 'Officials said the river level of the "low mark" was reached on Monday.'
    assert '"low mark"' not in _findings(plain)
    assert '"experts"' in _findings('These "experts" now tell us to stay at home.')
