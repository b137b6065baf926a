"""What the detectors mark, from the detectors themselves."""

import sys
import textwrap
from collections.abc import Iterator

from scorer.detector import Detector, Example
from scorer.detectors import DETECTORS
from scorer.report.guide import GUIDE
from scorer.report.measured import (
    measured_of,
    mistakes_of,
    read_figures,
    read_mistakes,
    tables_of,
)

_WIDTH = 88
_HEAD = (
    "Written by `scorer detectors --markdown`. In the examples double brackets show "
    "what is marked; an example without them shows what is left alone. Figures are "
    "those of the benchmarks in `data/figures`, with 90 % intervals; each says what "
    "the detector had seen of what it was measured on. A row of a label wants the "
    "label right too. Mistakes were counted by reading errors; they are in our words."
)
_PARSING = (
    "What a line is decides whether it is looked at: detectors look at headline, "
    "standfirst and body only, and cross-links are lines too."
)


def to_markdown() -> str:
    """Write the page about the detectors: what they mark, and how well."""
    figures, mistakes = read_figures(), read_mistakes()
    lines = ["# Detectors", "", _HEAD]
    for detector in DETECTORS:
        tables = figures.get(detector.name, [])
        lines += ["", f"## {_title(detector)}", "", *_about(detector)]
        for label, meaning in detector.labels:
            lines += _page_of(detector, label, meaning)
            lines += (
                ["", *measured] if (measured := [*measured_of(label, tables)]) else []
            )
            lines += _after("Commonest mistakes.", mistakes_of(label, mistakes))
        if tables:
            lines += ["", f"### All that was measured: {_name(detector)}"]
            lines += tables_of(tables)
    tables = figures.get("parsing", [])
    if tables:
        lines += ["", "## lines and pages", "", _PARSING]
        lines += _after("Commonest mistakes.", mistakes_of("lines", mistakes))
        lines += tables_of(tables)
    return "\n".join(lines) + "\n"


def _page_of(detector: Detector, label: str, meaning: str) -> list[str]:
    said = GUIDE[label]
    shown = [e for e in detector.examples if e.label == label]
    return [
        *("", f"### `{label}`"),
        *("", f"**What it is.** {meaning[0].upper()}{meaning[1:]}."),
        *("", f"**Why it bears on evidence.** {said.why}"),
        *("", f"**What it leaves alone.** {said.leaves}", ""),
        *(f"- {_one_line(example)}" for example in shown),
    ]


def _after(head: str, lines: Iterator[str]) -> list[str]:
    written = list(lines)
    return ["", f"**{head}** {written[0]}", *written[1:]] if written else []


def to_text() -> str:
    """Write the same for a terminal, with one example to a label."""
    lines: list[str] = []
    for detector in DETECTORS:
        lines += [_title(detector), *_wrapped(detector.summary, "  ")]
        for label, meaning in detector.labels:
            lines += ["", *_wrapped(f"{label}: {meaning}", "  ")]
            shown = [e for e in detector.examples if e.label == label and e.spans]
            lines += [
                line for e in shown[:1] for line in _wrapped(_one_line(e), "    ")
            ]
        lines.append("")
    return "\n".join(lines)


def _name(detector: Detector) -> str:
    return detector.name.replace("_", " ")


def _title(detector: Detector) -> str:
    return f"{_name(detector)} (version {detector.version})"


def _about(detector: Detector) -> Iterator[str]:
    yield detector.summary
    page = sys.modules[f"scorer.detectors.{detector.name}"].__doc__
    if page:
        yield ""
        yield page.strip()


def _one_line(example: Example) -> str:
    title = f"{example.title} / " if example.title else ""
    return " ".join(f"{title}{example.marked}".split())


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  "
    )
