import io
import sys
import time

import pytest

from scorer.cli import progress


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_without_a_terminal_there_is_a_line_a_minute(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    with progress.following(lambda: 5000) as show:
        show({"rows": 1000})
        for seconds, rows in ((30, 1500), (31, 2220), (1, 2300)):
            now += seconds
            show({"rows": rows, "error": 3})
    assert capsys.readouterr().err == (
        "scorer: 2,220 of 5,000 rows, 20 a second, 3 errors, 2 min left\n"
    )


def test_what_is_counted_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    with progress.following(lambda: 40, "articles compared") as show:
        now += 61
        show({"rows": 40})
    assert "40 of 40 articles compared," in capsys.readouterr().err


def test_a_terminal_shows_how_far_it_is_and_is_left_clean(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress.following(lambda: 20) as show:
        show({"rows": 20, "error": 2})
    shown = screen.getvalue()
    assert "20/20" in shown
    assert "2 errors" in shown
    assert shown.endswith("\x1b[2K")
