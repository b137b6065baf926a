"""Parse a saved web page."""

from lxml import html

from scorer.parse.parsed import Parsed
from scorer.parse.plain import parse_text


def parse_html(markup: str | bytes, url: str | None = None) -> Parsed:
    """Take the text of a page's paragraphs; what else a page holds is to come."""
    del url
    root = html.fromstring(markup)
    lines = ["".join(map(str, node.itertext())) for node in root.iter("h1", "p")]
    return parse_text("\n\n".join(" ".join(line.split()) for line in lines))
