"""Parse a saved web page."""

from collections.abc import Sequence
from dataclasses import replace

from scorer.parse.blocks import find_body
from scorer.parse.encodings import decode_page
from scorer.parse.kinds import Line, sort_blocks
from scorer.parse.metadata import Metadata, read_metadata, without_outlet
from scorer.parse.page import Page
from scorer.parse.parsed import Parsed
from scorer.parse.reader import read_page
from scorer.parse.repeats import without_repeats
from scorer.parse.urls import registered_domain, resolve
from scorer.text.language import UNKNOWN, find_language
from scorer.text.normalise import normalise
from scorer.types import Link, Segment, SegmentKind, Span


def parse_html(markup: str | bytes, url: str | None = None) -> Parsed:
    """Take a page's article and what stands beside it, line by line.

    Raises:
        InputError: The bytes are no text.
        LimitError: The page is larger or deeper nested than is accepted.
    """
    text, notes = decode_page(markup) if isinstance(markup, bytes) else (markup, ())
    page = read_page(text)
    about = read_metadata(page, url)
    is_body = find_body(page.blocks, about.title or "")
    parsed = _write(sort_blocks(page.blocks, is_body, about), page, about, url)
    return replace(parsed, notes=notes + parsed.notes)


def _write(
    lines: Sequence[Line], page: Page, about: Metadata, url: str | None
) -> Parsed:
    title = _plain(about.title or "")
    rows: list[tuple[SegmentKind, str, Line | None]] = []
    for line in lines:
        text = line.block.text
        if line.kind is SegmentKind.HEADLINE:
            text = without_outlet(text, about.outlet, about.url)
            title = _plain(text) or title
        text = _plain(text)
        if any(map(str.isalnum, text)):
            rows.append((line.kind, text, line))
    if title and all(kind is not SegmentKind.HEADLINE for kind, _, _ in rows):
        rows.insert(0, (SegmentKind.HEADLINE, title, None))
    base = resolve(page.base, url) or url or about.url
    segments, links, at = [], [], 0
    for kind, text, kept in rows:
        span = Span(at, at + len(text))
        segments.append(Segment(kind, span))
        if kept is not None:
            links += _links(kept, text, at, base, url or about.url)
        at = span.end + 2
    whole = "\n\n".join(text for _, text, _ in rows)
    return Parsed(
        text=whole,
        title=title or None,
        segments=without_repeats(whole, segments),
        links=tuple(links),
        url=about.url,
        outlet=_plain(about.outlet or "") or None,
        author=_plain(about.author or "") or None,
        published=about.published,
        language=_language(rows, about),
    )


def _language(
    rows: Sequence[tuple[SegmentKind, str, Line | None]], about: Metadata
) -> str:
    """Tell the language by the text; pages often claim another than they speak."""
    body = "\n".join(text for kind, text, _ in rows if kind is SegmentKind.BODY)
    found = find_language(body)
    return found if found != UNKNOWN else about.language or UNKNOWN


def _links(
    line: Line, text: str, at: int, base: str | None, home: str | None
) -> list[Link]:
    links, place = [], 0
    for anchor in line.block.anchors:
        words = _plain(anchor.text)
        found = text.find(words, place) if words else -1
        target = resolve(anchor.href, base)
        if found < 0 or target is None:
            continue
        place = found + len(words)
        leaves = registered_domain(target) != registered_domain(home or target)
        links.append(Link(Span(at + found, at + place), target, leaves))
    return links


def _plain(text: str) -> str:
    """Normalise one line, and keep it one."""
    return " ".join(normalise(text).text.split())
