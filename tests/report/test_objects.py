import json

from scorer.report.objects import to_array, to_line, to_object
from scorer.report.rows import to_row
from tests.report.test_rows import an_entry


def test_the_object_shows_the_same_digits_as_the_row() -> None:
    entry = an_entry()
    row, shown = to_row(entry), to_object(entry)
    assert shown["evidential_quality"]["value"] == row["evidential_quality"]
    assert shown["sensationalism"]["low"] == row["sensationalism_low"]
    assert shown["measured"]["relayed_share"] == row["relayed_share"]
    assert shown["signals"]["sourcing"] == row["signal_sourcing"]


def test_base_and_contributions_still_add_up() -> None:
    shown = to_object(an_entry())
    total = shown["base"]["evidential_quality"] + sum(
        item["contribution"]
        for item in shown["evidence"]
        if item["score"] == "evidential_quality"
    )
    assert abs(total - (50 - 9.123456 - 2 + 1.5)) < 1e-3


def test_a_line_is_one_line_of_json() -> None:
    line = to_line(an_entry())
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(to_array([to_object(an_entry())]))[0]
