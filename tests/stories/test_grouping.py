import pytest

from scorer.document import Document
from scorer.stories import neighbours
from scorer.stories.clusters import cluster
from scorer.stories.grouping import group
from scorer.stories.neighbours import Pair
from scorer.stories.profiles import Profile, to_day

FERRY = (
    "The ferry Albatross ran aground off Skarnholm on Tuesday night with 212 people"
    " on board, the coastguard said. All passengers were taken off by lifeboat before"
    " dawn. The Albatross had left Tarvik at nine in a light fog."
)
FERRY_TOLD_ANEW = (
    "More than two hundred passengers spent hours in lifeboats after their ferry, the"
    " Albatross, struck a reef near Skarnholm. The coastguard at Tarvik said nobody"
    " was hurt and that fog had closed in shortly before."
)
PUPILS = (
    "Pupils in Morwen will have free lunches from autumn. The council voted on Monday"
    " to spend three million crowns on kitchens, said the mayor, Ida Brokk."
)
STRIKER = (
    "Striker Juno Valdes signed for Rovers until next summer. The club paid a fee of"
    " nine million. Valdes scored fourteen goals for Harlow last season."
)
BANK = (
    "The central bank of Ostrava kept its rate at four per cent. Inflation fell for"
    " a third month, the governor Lev Anders told reporters."
)
BEETLES = (
    "Scientists at Belmont found that beetles navigate by starlight. Their study of"
    " sixty dung beetles appears in a journal of zoology."
)
OWN_WORDS = ("lamp", "rope", "sail", "mast", "keel", "hull", "deck", "gull", "reef")
OTHERS = (PUPILS, STRIKER, BANK, BEETLES)


def grouped(*texts: str, days: dict[int, str] | None = None) -> list[tuple[int, ...]]:
    days = days or {}
    documents = [
        Document.from_text(text, published=days.get(i)) for i, text in enumerate(texts)
    ]
    return list(group([Profile.of(document) for document in documents]).stories)


def test_puts_two_tellings_of_one_event_together_and_leaves_others_alone() -> None:
    found = grouped(FERRY, *OTHERS, FERRY_TOLD_ANEW)
    assert found == [(0, 5), (1,), (2,), (3,), (4,)]


def test_finds_a_story_with_nothing_else_in_the_batch() -> None:
    assert grouped(FERRY, FERRY_TOLD_ANEW) == [(0, 1)]


def test_leaves_unlike_articles_apart_in_a_small_batch() -> None:
    assert grouped(*OTHERS) == [(0,), (1,), (2,), (3,)]


def test_keeps_like_events_months_apart() -> None:
    days = {0: "2031-03-04", 1: "2031-11-20"}
    assert grouped(FERRY, FERRY_TOLD_ANEW, days=days) == [(0,), (1,)]
    near = {0: "2031-03-04", 1: "2031-03-06T12:00:00Z"}
    assert grouped(FERRY, FERRY_TOLD_ANEW, days=near) == [(0, 1)]


def test_identical_articles_are_one_story_however_many() -> None:
    found = grouped(*[FERRY] * 300, *OTHERS)
    assert found[0] == tuple(range(300))
    assert len(found) == 1 + len(OTHERS)


def test_empty_and_foreign_articles_stand_alone_with_a_note() -> None:
    german = (
        "Der Deich bei Norden wird ab Montag repariert, teilte das Amt mit. Arbeiten"
        " dauern bis zum Herbst und kosten vier Millionen, sagte ein Sprecher."
    )
    documents = [Document.from_text(t) for t in ("", german, german, "")]
    found = group([Profile.of(document) for document in documents])
    assert found.stories == ((0,), (1,), (2,), (3,))
    assert "4 without words" in found.notes[0]


def test_order_of_the_articles_does_not_change_the_stories() -> None:
    texts = [FERRY, *OTHERS, FERRY_TOLD_ANEW]
    forth = {frozenset(texts[i] for i in s) for s in grouped(*texts)}
    texts.reverse()
    back = {frozenset(texts[i] for i in s) for s in grouped(*texts)}
    assert forth == back


def test_a_flood_of_near_copies_is_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    true_ask = neighbours.Index.ask

    def counting(
        self: neighbours.Index, vector: dict[str, float], since: int
    ) -> list[int]:
        found = true_ask(self, vector, since)
        asked.append(len(found))
        return found

    monkeypatch.setattr(neighbours.Index, "ask", counting)
    texts = [f"{FERRY} Report number {i}." for i in range(400)]
    documents = [Document.from_text(text) for text in texts]
    found = group([Profile.of(document) for document in documents])
    assert max(asked) < neighbours.WINDOW
    assert max(map(len, found.stories)) > 300


def test_words_shared_on_purpose_bound_what_an_article_is_compared_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[int] = []
    true_ask = neighbours.Index.ask

    def counting(
        self: neighbours.Index, vector: dict[str, float], since: int
    ) -> list[int]:
        found = true_ask(self, vector, since)
        compared.append(len(found))
        return found

    monkeypatch.setattr(neighbours.Index, "ask", counting)
    monkeypatch.setattr(neighbours, "WINDOW", 20)
    planted = " ".join(f"qorvex{letter}" for letter in "abcdefghijklmnopqrst")
    own = (f"{planted} " + " ".join(f"{w}{n}ka" for w in OWN_WORDS) for n in range(80))
    found = group([Profile.of(Document.from_text(text)) for text in own])
    assert max(compared) <= 20
    assert any("more than 150" in note for note in found.notes)
    assert sorted(i for story in found.stories for i in story) == list(range(80))


def test_near_copies_of_another_month_are_a_story_of_their_own() -> None:
    texts = [f"{FERRY} Report number {i}." for i in range(4)]
    days = ("2031-05-02", "2031-05-02", "2031-09-02", "2031-09-02")
    documents = [
        Document.from_text(text, published=day)
        for text, day in zip(texts, days, strict=True)
    ]
    found = group([Profile.of(document) for document in documents])
    assert set(found.stories) == {(0, 1), (2, 3)}


def test_an_index_keeps_so_many_articles_under_a_word_and_tells_of_the_rest() -> None:
    index = neighbours.Index()
    for number in range(neighbours.WINDOW):
        index.add(number, {"ferry": 1.0})
    assert not index.overflows
    index.add(neighbours.WINDOW, {"ferry": 1.0})
    assert index.overflows


def test_an_index_asked_for_days_gives_no_article_of_earlier_ones() -> None:
    index = neighbours.Index()
    for number, day in enumerate((3, 7, 12)):
        index.add(number, {"ferry": 1.0}, day)
    assert sorted(index.ask({"ferry": 1.0}, 7)) == [1, 2]
    assert sorted(index.ask({"ferry": 1.0})) == [0, 1, 2]


def test_what_lies_months_back_and_leaves_the_index_is_no_loss_to_tell_of() -> None:
    index = neighbours.Index()
    for number in range(neighbours.WINDOW):
        index.add(number, {"ferry": 1.0}, day=number, since=number - 10)
    index.add(neighbours.WINDOW, {"ferry": 1.0}, day=999, since=989)
    assert not index.overflows


def test_articles_of_one_word_weeks_apart_are_not_even_compared() -> None:
    words = [{"albatross": 1.0}, {"albatross": 1.0}, {"albatross": 1.0}]
    followers: dict[int, int] = {}
    days = [40, 1, None]
    pairs = neighbours.find_pairs(words, days, neighbours.Index(), followers)
    assert list(pairs) == []
    assert list(followers) == [2]  # without a day, it may be of any


@pytest.mark.parametrize(
    ("days", "enough"), [([None, None], 0.16), ([5, None], 0.13), ([5, 6], 0.1)]
)
def test_two_lone_articles_must_be_the_more_alike_the_fewer_days_are_known(
    days: list[int | None], enough: float
) -> None:
    for likeness in (enough - 0.01, enough + 0.01):
        shared, own = likeness**0.5, (1 - likeness) ** 0.5
        words = [{"ferry": shared, "reef": own}, {"ferry": shared, "fog": own}]
        found = cluster(words, days, [Pair(0, 1, likeness)])
        assert found == ([[0, 1]] if likeness > enough else [])


def test_a_lone_article_without_a_day_joins_a_story_without_one() -> None:
    own = {"ferry": 0.35, "reef": 0.937}
    words = [own, own, {"ferry": 0.35, "fog": 0.937}]
    pairs = [Pair(0, 1, 1.0), Pair(0, 2, 0.1225), Pair(1, 2, 0.1225)]
    assert cluster(words, [None] * 3, pairs) == [[0, 1, 2]]


@pytest.mark.parametrize(
    ("texts", "days", "told"),
    [
        ((FERRY, FERRY_TOLD_ANEW), {}, True),
        ((FERRY, FERRY_TOLD_ANEW), {0: "2031-05-02"}, True),
        ((FERRY, FERRY_TOLD_ANEW), {0: "2031-05-02", 1: "2031-05-03"}, False),
        ((FERRY, FERRY, PUPILS), {}, False),  # one text, and one alone
    ],
)
def test_a_note_tells_of_stories_whose_days_are_not_known(
    texts: tuple[str, ...], days: dict[int, str], *, told: bool
) -> None:
    documents = [
        Document.from_text(text, published=days.get(i)) for i, text in enumerate(texts)
    ]
    notes = group([Profile.of(document) for document in documents]).notes
    assert any("without a date are in 1 of the stories" in n for n in notes) is told


@pytest.mark.parametrize(
    ("published", "same"),
    [
        ("2031-05-02", True),
        ("2031-05-02T23:10:00+02:00", True),
        (" 2031-05-02 08:00 GMT", True),
        ("20310502", True),
    ],
)
def test_reads_the_day_of_many_forms(published: str, *, same: bool) -> None:
    assert (to_day(published) == to_day("2031-05-02")) is same


def test_knows_no_day_where_none_is_given() -> None:
    assert to_day(None) is None
    assert to_day("yesterday") is None


def of_one_story_and_a_third(shares: tuple[float, float]) -> list[list[int]]:
    """Group two alike articles, a lone one, and another, as like as that to each."""
    likeness = 0.12
    lone, pair = shares
    words = [{"ferry": 1.0}, {"ferry": 1.0}]
    words.append({"ferry": likeness, "fog": (1 - likeness**2) ** 0.5})
    rest = (lone - pair * likeness) / (1 - likeness**2) ** 0.5
    words.append({"ferry": pair, "fog": rest, "reef": (1 - pair**2 - rest**2) ** 0.5})
    pairs = [Pair(0, 1, 1.0), Pair(0, 2, likeness), Pair(1, 2, likeness)]
    pairs += [Pair(0, 3, pair), Pair(1, 3, pair), Pair(2, 3, lone)]
    return cluster(words, [None] * 4, pairs)


@pytest.mark.parametrize(
    ("lone", "pair", "joined"),
    [
        (0.1, 0.05, True),  # near to the lone article alone
        (0.05, 0.1, True),  # near to the story alone
        (0.1, 0.1, False),  # to both: what all share, many stories do
        (0.118, 0.02, False),  # hardly less near than the story is
    ],
)
def test_only_what_is_near_to_both_keeps_a_lone_article_from_a_story(
    lone: float, pair: float, *, joined: bool
) -> None:
    found = of_one_story_and_a_third((lone, pair))
    assert found == ([[0, 1, 2]] if joined else [[0, 1]])


def test_two_lone_articles_must_stand_out_more_than_one_that_joins_a_story() -> None:
    for third, joined in ((0.08, False), (0.05, True)):
        one, other = {"ferry": 1.0}, {"ferry": 0.11, "reef": 0.994}
        words = [one, other, {"ferry": third, "fog": (1 - third**2) ** 0.5}]
        pairs = [Pair(0, 1, 0.11), Pair(0, 2, third), Pair(1, 2, 0.11 * third)]
        found = cluster(words, [5, 5, 5], pairs)
        assert found == ([[0, 1]] if joined else [])
