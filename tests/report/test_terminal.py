import io

import pytest
from rich.console import Console

from scorer.report import terminal
from scorer.report.explained import page
from scorer.report.plain import DISCLAIMER
from scorer.report.rows import Row, to_row
from scorer.types import Annotation, Failure, Span, Voice
from tests.report.test_rows import an_entry


def rows() -> list[Row]:
    failure = Failure("b.txt", "read", "b.txt: binary, not text")
    broken = an_entry(path="b.txt", outcome=failure, document=None, features={})
    return [to_row(an_entry()), to_row(broken)]


def on_terminal(width: int) -> Console:
    return Console(
        file=io.StringIO(), width=width, force_terminal=True, color_system="standard"
    )


def in_pipe(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, color_system=None, markup=False)


def test_a_pipe_gets_one_plain_line_an_article() -> None:
    lines = terminal.rendered(lambda console: terminal.scores(rows(), console))
    header, first, second = lines.splitlines()
    assert header.split() == ["article", "evidence", "quality", "sensationalism", "why"]
    assert "thin" in first
    assert "34 (20–60)" in first
    assert "hangs on one source" in first
    assert "error" in second
    assert "binary, not text" in second
    assert "\x1b" not in lines


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    console = in_pipe(width)
    with console.capture() as captured:
        console.print(terminal.scores(rows(), console))
    shown = captured.get()
    assert all(len(line) <= width for line in shown.splitlines())
    assert "one source" in " ".join(shown.split())


def test_a_terminal_gets_colours() -> None:
    console = on_terminal(120)
    with console.capture() as captured:
        console.print(terminal.scores(rows(), console))
    assert "\x1b[31m" in captured.get()


def explained(console: Console) -> str:
    findings = [
        Annotation("hedges", "hedge.modal", Span(0, 4)),
        Annotation("loaded", "loaded.word", Span(0, 4), voice=Voice.QUOTED),
        Annotation("attributions", "attribution.content", Span(16, 25), group=0),
        Annotation(
            "attributions", "attribution.source", Span(27, 36), group=0, source=0
        ),
        Annotation("attributions", "source.official", Span(27, 36), group=0, source=0),
        # Who says a second thing by the same words is marked once.
        Annotation("attributions", "source.official", Span(27, 36), group=1, source=0),
    ]
    entry = an_entry()
    assert entry.document is not None
    assert entry.document.text == "Rain in Haldon\n\nRain fell, officials said."
    with console.capture() as captured:
        console.print(page(entry, findings, console))
    return captured.get()


def test_without_colours_findings_are_told_apart_by_their_labels() -> None:
    shown = explained(in_pipe(200))
    assert "[hedge.modal: [loaded.word, quoted: Rain]] in Haldon" in shown
    assert "Rain fell, [source.official 1: officials] said." in shown
    assert DISCLAIMER in shown


def test_on_a_terminal_findings_are_coloured_and_the_text_is_untouched() -> None:
    shown = explained(on_terminal(100))
    assert "[hedge" not in shown
    assert "\x1b[33mhedge 1" in shown


def test_an_article_is_explained_whole_on_a_narrow_terminal() -> None:
    shown = explained(in_pipe(60))
    moved = shown.partition("What moved the scores")[2].partition("Notes")[0]
    assert moved
    assert "…" not in moved
    assert max(map(len, shown.splitlines())) <= 60


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "[hedge.modal:" in explained(on_terminal(100))


def test_pushes_stand_beside_their_feature() -> None:
    shown = explained(in_pipe(200))
    line = next(x for x in shown.splitlines() if x.startswith("single source"))
    assert "-9.1" in line
    assert "+0.5" in line


def test_wide_terminals_get_columns_with_the_interval_drawn() -> None:
    console = in_pipe(120)
    with console.capture() as captured:
        console.print(terminal.scores(rows(), console))
    head, first, *_ = captured.get().splitlines()
    assert head.index("quality") == first.index("34 ")
    assert "··▒▒█▒▒▒····" in first


def test_narrow_terminals_get_a_line_for_each_estimate() -> None:
    console = in_pipe(60)
    with console.capture() as captured:
        console.print(terminal.scores(rows(), console))
    lines = [line.split() for line in captured.get().splitlines()]
    assert ["quality", "34", "··▒▒█▒▒▒····", "20–60"] in lines


def test_a_source_tells_its_share_of_the_story() -> None:
    shown = explained(in_pipe(200))
    line = next(x for x in shown.splitlines() if x.startswith("1 "))
    assert line.split()[1:4] == ["officials", "official", "1"]
    assert line.rstrip().endswith("50 %")


def test_a_part_of_the_article_adds_up_its_features() -> None:
    shown = explained(in_pipe(200))
    line = next(x for x in shown.splitlines() if x.startswith("Sources "))
    assert "-7.6" in line
