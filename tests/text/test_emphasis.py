import pytest

from scorer.text.emphasis import (
    drop_house_style,
    find_capitals,
    find_exclamations,
    join_words,
)
from scorer.types import Span

WORDS = """
a ahead all and are be care dam ever fact first for free is it may more never not now
source story the they this to truth will work
"""
COMMON = frozenset(WORDS.split())


def shouts(text: str) -> list[str]:
    """Return what shouts in a line of the body."""
    capitals = find_capitals(text)
    runs = join_words(text, capitals, COMMON)
    whole = Span(0, len(text))
    found = drop_house_style(text, whole, capitals, runs, opens_story=True)
    return [run.of(text) for run in found]


def cries(text: str) -> list[str]:
    return [m.of(text) for m in find_exclamations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said that it may NOT work at all.", ["NOT"]),
        ("They told us that it was ALL FREE and safe.", ["ALL FREE"]),
        ("One day the TRUTH: about the dam is told here.", []),
        ("The dam has held so far. SOURCE: a page of the Orm council.", []),
        ("A fund for care at the dam (CARE) paid for the work.", []),
        ("A number to ring is 1-800-555-FREE for all callers.", []),
        ("A poll by TRUTH/ORM was read to the council there.", []),
        ("Council opens new lock MORE (Orm) said on Monday there.", []),
        ("Council opens new lock MORE ’s claims were read there.", []),
        ("We saw far MORE water in the dam than last year.", ["MORE"]),
    ],
)
def test_a_label_an_acronym_or_a_link_does_not_shout(
    text: str, words: list[str]
) -> None:
    assert shouts(text) == words


def test_a_heading_that_stands_in_the_text_does_not_shout() -> None:
    text = (
        "The council met on Monday for two hours. WILL THE DAM EVER WORK? It has been "
        "closed since May, and nobody knows when the lock will open for boats again."
    )
    assert shouts(text) == []
    assert shouts(text.replace("WORK?", "WORK!")) == ["WILL THE DAM EVER WORK"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Orm shows air on E! Through May, the channel said.", []),
        ("The Yahoo! Page of the town was closed.", []),
        ("What a day! The lock is open.", ["!"]),
    ],
)
def test_a_name_that_cries_is_no_cry(text: str, marks: list[str]) -> None:
    assert cries(text) == marks
