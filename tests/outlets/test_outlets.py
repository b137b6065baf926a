import csv
import json
from pathlib import Path

import pytest

from scorer.outlets.estimates import MEAN, find_standings, shrunken
from scorer.outlets.rows import Article, Outlet, read_outlets
from scorer.report.standings import to_csv, to_objects, to_text
from tests.cli.inside import scorer as run


def article(
    quality: float, day: int | None = None, copied: float | None = None
) -> Article:
    nothing = (None,) * 5
    return Article(quality, quality - 25, quality + 25, 30.0, nothing, 0.0, copied, day)


def outlet(name: str, *qualities: float) -> Outlet:
    return Outlet(name, len(qualities), tuple(map(article, qualities)))


def test_few_articles_are_drawn_to_the_middle_and_many_are_not() -> None:
    few = shrunken([article(90)] * 2, MEAN)
    many = shrunken([article(90)] * 200, MEAN)
    assert MEAN < few.value < many.value < 90
    assert many.value - few.value > 3
    assert few.high - few.low > many.high - many.low


def test_the_interval_of_many_articles_keeps_what_the_model_may_err_by() -> None:
    endless = shrunken([article(60)] * 100_000, MEAN)
    assert endless.high - endless.low > 3


def test_many_articles_are_not_drawn_to_the_middle() -> None:
    # A score is the reading to expect: what the model may err by is in it already.
    assert shrunken([article(90)] * 1000, MEAN).value == pytest.approx(90, abs=0.1)
    assert shrunken([article(10)] * 1000, MEAN).value == pytest.approx(10, abs=0.1)


def test_outlets_that_overlap_share_their_places() -> None:
    one, other = find_standings([outlet("A", *[60] * 12), outlet("B", *[62] * 12)])
    assert (one.best, one.worst) == (other.best, other.worst) == (1, 2)


def test_outlets_that_are_far_apart_are_ranked() -> None:
    best, worst = find_standings([outlet("A", *[10] * 60), outlet("B", *[90] * 60)])
    assert (best.outlet, best.best, best.worst) == ("B", 1, 1)
    assert (worst.best, worst.worst) == (2, 2)


def test_an_outlet_without_scores_has_a_row_and_no_place() -> None:
    *_, last = find_standings([outlet("A", 50, 60), Outlet("B", 3, ())])
    assert (last.outlet, last.rows, last.reliability, last.best) == ("B", 3, None, None)
    assert "None of its articles" in last.reason


def test_a_change_is_told_only_where_it_is_clear() -> None:
    rising = [article(40 + (i % 2) + 30 * (i >= 10), day=i) for i in range(20)]
    steady = [article(50 + 10 * (i % 2), day=i) for i in range(20)]
    few = [article(40 + 10 * i, day=i) for i in range(4)]
    found = {
        s.outlet: s.change
        for s in find_standings(
            [
                Outlet("R", 20, tuple(rising)),
                Outlet("S", 20, tuple(steady)),
                Outlet("F", 4, tuple(few)),
            ]
        )
    }
    assert found["R"] is not None
    assert found["R"].low > 20
    assert found["S"] is not None
    assert found["S"].low < 0 < found["S"].high
    assert found["F"] is None


def write(path: Path, *rows: dict[str, str]) -> Path:
    names = [
        "outlet",
        "url",
        "published",
        "status",
        "evidential_quality",
        "evidential_quality_low",
        "evidential_quality_high",
        "copied_share",
    ]
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.DictWriter(file, names, restval="")
        sheet.writeheader()
        sheet.writerows(rows)
    return path


SCORED = {
    "status": "ok",
    "evidential_quality": "70",
    "evidential_quality_low": "50",
    "evidential_quality_high": "85",
}


def test_an_outlet_is_known_by_name_or_by_the_host_of_its_address(
    tmp_path: Path,
) -> None:
    report = write(
        tmp_path / "r.csv",
        {"outlet": "Tarvik Echo", **SCORED},
        {"url": "https://www.post.example/x", **SCORED},
        {"url": "https://[broken", **SCORED},
        {"outlet": "Tarvik Echo", "status": "error"},
    )
    found = {o.name: (o.rows, len(o.articles)) for o in read_outlets(report)}
    assert found == {"Tarvik Echo": (2, 1), "post.example": (1, 1)}


def test_the_command_says_what_moved_and_what_is_copied(tmp_path: Path) -> None:
    rows = [{"outlet": "Tarvik Echo", "copied_share": "0.5", **SCORED}] * 3
    report = write(tmp_path / "r.csv", *rows)
    text = run("outlets", report).out
    assert "only 3 articles" in text
    assert "50% of its text stands in other articles" in text
    [found] = json.loads(run("outlets", report, "--format", "json").out)
    assert found["reliability_low"] < found["reliability"] < found["reliability_high"]
    [row] = run("outlets", report, "--format", "csv").rows
    assert float(row["copied_share"]) == 0.5


def test_what_is_no_report_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    done = run("outlets", path)
    assert done.status == 2
    assert "is no report" in done.err
    assert run("outlets", tmp_path / "none.csv").status == 2


def test_a_name_that_a_spreadsheet_would_run_is_neutralised() -> None:
    standings = find_standings([outlet("=1+1", 50)])
    assert "'=1+1" in to_csv(standings)
    assert to_objects(standings)[0]["outlet"] == "=1+1"
    assert to_text([]) != ""


@pytest.mark.parametrize("count", [0, 1])
def test_few_outlets_are_written_without_a_word_on_places(count: int) -> None:
    standings = find_standings([outlet("A", 50)] * count)
    assert "A place is a range" not in to_text(standings)
