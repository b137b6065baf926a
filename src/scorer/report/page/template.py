"""Turn values into a page: escaped throughout, and allowed to run only our script."""

import base64
import json
import re
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scorer.report import numbers, plain
from scorer.report.page.marks import shown

_HERE: Final = Path(__file__).parent
_COMMENT: Final = re.compile(r"^\s*(?://.*|/\*.*\*/)$", re.MULTILINE)
_INDENT: Final = re.compile(r"\n\s+")
_CODES: Final = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
_WEB: Final = ("http://", "https://")


class Section(NamedTuple):
    """One part of a page: a heading and a template with what it shows.

    Attributes:
        name: Names it in links; letters only.
        template: A file in `templates/`, which knows `it` as the data.
    """

    name: str
    title: str
    template: str
    it: Any


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_readable,
    )
    environment.filters |= {
        "signed": plain.signed,
        "feature_name": plain.feature_name,
        "percent": percent,
        "web": web_address,
        "whole": numbers.whole,
        "place": lambda value: f"{value:.2f}".rstrip("0").rstrip("."),
        "count": lambda value: f"{value:,}",
        "compact": _compact,
    }
    environment.globals |= {"numbers": numbers, "plain": plain, "rendered": _section}
    return environment


def _section(section: Section) -> Markup:
    """Write a section, whole: piece by piece it would pass through every template."""
    template = _environment().get_template(section.template)
    return Markup(template.render(it=section.it))  # noqa: S704 - escaped there


def _readable(value: object) -> object:
    """Take out of any text what would turn it around or hide it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return shown(value)
    return value


def percent(share: float) -> str:
    """Write a share.

    Example:
        >>> percent(0.004), percent(0.123), percent(0), percent(0.997)
        ('under 1 %', '12 %', '0 %', 'over 99 %')
    """
    if 0 < share <= 0.005:  # noqa: PLR2004 - what would be rounded to nothing
        return "under 1 %"
    if 0.995 <= share < 1:  # noqa: PLR2004 - what would be rounded to all
        return "over 99 %"
    return f"{100 * share:.0f} %"


def web_address(url: str | None) -> str | None:
    """Return an address only if it leads to the web: `javascript:` never does."""
    if url is not None and url.lower().startswith(_WEB):
        return url
    return None


def _compact(value: object) -> Markup:
    """Write JSON that can stand in a page: nothing in it ends the script or is read.

    What would turn the text around is taken out here too.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for letter, code in _CODES:
        text = text.replace(letter, code)
    return Markup(shown(text))  # noqa: S704 - no `<` is left in it


@cache
def _asset(name: str) -> str:
    text = (_HERE / "assets" / name).read_text("utf-8")
    return _INDENT.sub("\n", _COMMENT.sub("", text)).strip()


def _joined(names: Sequence[str]) -> tuple[Markup, str]:
    text = "\n".join(map(_asset, names))
    digest = base64.b64encode(sha256(text.encode()).digest()).decode()
    return Markup(text), f"'sha256-{digest}'"  # noqa: S704 - ours, not the article's


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - whatever it shows
    """Write a page: one file that fetches nothing and runs nothing but our script.

    Args:
        template: `article.html` or `batch.html`; style and script of that name are
            put in after the common ones.
        values: What the template shows.
    """
    name = template.partition(".")[0]
    style, style_hash = _joined(["base.css", f"{name}.css"])
    script, script_hash = _joined(["base.js", f"{name}.js"])
    policy = (
        f"default-src 'none'; script-src {script_hash}; style-src {style_hash}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    page = _environment().get_template(template)
    return page.render(style=style, script=script, policy=policy, **values)
