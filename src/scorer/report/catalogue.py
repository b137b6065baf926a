"""What the detectors mark, from the detectors themselves."""

import sys
import textwrap
from collections.abc import Iterator

from scorer.detector import Detector, Example
from scorer.detectors import DETECTORS

_WIDTH = 88
_HEAD = (
    "Written by `scorer detectors --markdown`. In the examples double brackets show "
    "what is marked; an example without them shows what is left alone."
)


def to_markdown() -> str:
    """Write the page about the detectors."""
    lines = [
        "# Detectors",
        "",
        _HEAD,
    ]
    for detector in DETECTORS:
        lines += ["", f"## {_title(detector)}", "", *_about(detector), ""]
        lines += ["| label | what it marks |", "|---|---|"]
        lines += [f"| `{label}` | {meaning} |" for label, meaning in detector.labels]
        for label, _ in detector.labels:
            examples = [e for e in detector.examples if e.label == label]
            lines += ["", f"`{label}`", "", *(f"- {_one_line(e)}" for e in examples)]
    return "\n".join(lines) + "\n"


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


def _title(detector: Detector) -> str:
    return f"{detector.name.replace('_', ' ')} (version {detector.version})"


def _about(detector: Detector) -> Iterator[str]:
    yield detector.summary
    page = sys.modules[detector.find.__module__].__doc__
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
