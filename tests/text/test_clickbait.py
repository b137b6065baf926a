import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.text.clickbait import clickbait_probability, lift

BAIT = [
    "You won't believe what this baker did next",
    "Seven things you never knew about your kettle",
    "This is why nurses are leaving the ward",
    "Here's what happens when you stop eating bread",
]
PLAIN = [
    "Council approves budget for harbour repairs",
    "Two arrested after fire at Tarsk warehouse",
    "Central bank raises interest rate to 4 per cent",
    "Marn parliament passes fisheries bill",
]


@pytest.mark.parametrize("line", BAIT)
def test_bait_is_likelier_than_not(line: str) -> None:
    assert clickbait_probability(line) >= 0.5


@pytest.mark.parametrize("line", PLAIN)
def test_plain_news_is_not_bait(line: str) -> None:
    assert clickbait_probability(line) < 0.4


def test_one_unknown_name_counts_as_much_as_another() -> None:
    one = clickbait_probability("Mayor of Zorvik opens new bridge")
    other = clickbait_probability("Mayor of Quelmy opens new bridge")
    assert one == pytest.approx(other, abs=0.03)


@given(st.text(max_size=80))
def test_any_line_has_a_probability(line: str) -> None:
    assert 0 <= clickbait_probability(line) <= 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_lifting_keeps_the_order(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert lift(low) <= lift(high) <= 1
