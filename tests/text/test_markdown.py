"""Markdown reads like plain text."""

import pytest

from scorer.text.markdown import unmark


@pytest.mark.parametrize(
    ("text", "title", "plain"),
    [
        ("# Cows flee #\n\nTwo fled.", "Cows flee", "Two fled."),
        ("\n## *Cows* flee\nTwo fled.", "Cows flee", "Two fled."),
        ('---\ntitle: "Cows flee"\nx: 1\n---\nTwo fled.', "Cows flee", "Two fled."),
        ("Two __cows__ and _one_ *goat*.", None, "Two cows and one goat."),
        ("A snake_case_name and 2 * 3 * 4.", None, "A snake_case_name and 2 * 3 * 4."),
        ("See [the *map*](https://a.example/x).", None, "See the map."),
        ("[![A cow](cow.png)](https://a.example)", None, "A cow"),
        ("> “We ran,” he said.", None, "“We ran,” he said."),
        ("Fled.\n\n---\n\nFound.", None, "Fled.\n\n\n\nFound."),
        ("[Cows] fled (twice).", None, "[Cows] fled (twice)."),
    ],
)
def test_takes_out_the_marks_alone(text: str, title: str | None, plain: str) -> None:
    assert unmark(text) == (title, plain)
