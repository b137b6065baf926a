"""Read a saved web page once, from its first byte to its last, into blocks.

The parser calls `Reader` for each tag and each run of text; no tree is built, so
time and memory grow only with the page, and nesting costs nothing.
"""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from scorer.errors import LimitError
from scorer.parse.cells import join_cells
from scorer.parse.hints import find_hints
from scorer.parse.page import Anchor, Block, Frame, Page

MAX_BYTES = 32_000_000
MAX_DEPTH = 2_000
MAX_ELEMENTS = 200_000
MAX_LINKS = 50_000
_MAX_META = 1_000
_MAX_SCRIPT = 1_000_000

_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i img input ins"
    " kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt"
    " u var wbr"
)
_INLINE = frozenset(_INLINE_TAGS.split())
_UNSEEN_TAGS = (
    "applet audio canvas datalist iframe map math noframes noscript object option"
    " select style svg template textarea"
)
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_ONE_LINE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "figcaption"})
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_LINE_END = re.compile(r"""[.!?:…。]["'”’»)\]]*\s*$""")
_NAMED_BY = ("class", "id", "role", "itemprop", "data-component", "data-testid")


def read_page(markup: str) -> Page:
    """Read a page into blocks and metadata.

    Raises:
        LimitError: The page is beyond one of the limits above.
    """
    data = markup.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise LimitError(
            f"the page holds {len(data):,} bytes; at most {MAX_BYTES:,} are read"
        )
    reader = Reader()
    # The override makes whatever encoding the page declares of no account.
    target = cast("etree.ParserTarget", reader)
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    data = data.replace(b"\0", b" ")
    if data.strip():
        etree.HTML(data, parser)
    reader.flush()
    return reader.page


class Reader:
    """The target of the parser: its methods are called as the page goes by."""

    def __init__(self) -> None:
        """Begin a page."""
        self.page = Page()
        self.frame = Frame(None, "", 0)
        self.opened: list[Frame | None] = []
        self.skipping = 0  # how many of the open elements are never shown
        self.captured: list[str] | None = None
        self.elements = 0
        self.links = 0
        self.href = ""
        self._begin()

    def _begin(self) -> None:
        self.pieces: list[str] = []
        self.inline = 0
        self.inline_tags: set[str] = set()
        self.anchors: list[Anchor] = []
        self.anchor_from = 0
        self.broken = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise LimitError(f"the page has more than {MAX_ELEMENTS:,} elements")
        if len(self.opened) + self.skipping >= MAX_DEPTH:
            raise LimitError(f"the page nests tags more than {MAX_DEPTH:,} deep")
        if self.skipping or tag in _UNSEEN or _is_hidden(attributes):
            self.skipping += 1
            return
        frame: Frame | None = None
        if tag in _INLINE or "-" in tag:  # an element of the site's own runs in line
            self._open_inline(tag, attributes)
        elif tag in _SPECIAL:
            _SPECIAL[tag](self, attributes)
        else:
            self.flush()
            # What a page's whole body is called says nothing of its parts.
            hints = 0 if tag == "body" else _hints_of(attributes)
            frame = Frame(self.frame, tag, hints)
            self.frame = frame
        if not self.skipping:
            self.opened.append(frame)

    def end(self, tag: str) -> None:
        """Close the element last opened."""
        if self.skipping:
            self.skipping -= 1
            return
        frame = self.opened.pop()
        if frame is not None:
            self.flush()
            if tag == "tr":
                join_cells(self.page.blocks, frame)
            self.frame = frame.parent or frame
        elif tag == "a":
            self._end_anchor()
            self.href = ""
        elif self.captured is not None:
            self._end_capture(tag)

    def data(self, text: str) -> None:
        """Take a run of text."""
        if self.skipping:
            return
        if self.captured is not None:
            self.captured.append(text)
        else:
            self.broken = self.broken and text.isspace()
            self.pieces.append(text)

    def close(self) -> None:
        """End the page."""

    def flush(self) -> None:
        """End a block, and keep it if it holds any text."""
        if not self.pieces:
            return
        if self.href:
            self._end_anchor()
        if text := " ".join("".join(self.pieces).split()):
            self.page.blocks.append(
                Block(
                    text,
                    self.frame,
                    self.inline,
                    frozenset(self.inline_tags),
                    tuple(self.anchors),
                    sum(len(anchor.text) for anchor in self.anchors),
                )
            )
        self._begin()

    def _open_inline(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "time" and "datetime" in attributes:
            self.page.times.append(attributes["datetime"])
        self.inline |= _hints_of(attributes)
        self.inline_tags.add(tag)
        if tag == "a":
            self._end_anchor()
            self.href = (attributes.get("href") or "").strip()
            self.anchor_from = len(self.pieces)

    def _end_anchor(self) -> None:
        if not self.href:
            return
        if text := " ".join("".join(self.pieces[self.anchor_from :]).split()):
            self.links += 1
            if self.links > MAX_LINKS:
                raise LimitError(f"the page has more than {MAX_LINKS:,} links")
            self.anchors.append(Anchor(text, self.href))
        self.anchor_from = len(self.pieces)

    def break_line(self, attributes: dict[str, str]) -> None:
        """End a line at a break that ends a sentence, or at a second one."""
        del attributes
        last = self.pieces[-1] if self.pieces else ""
        if self.frame.tag in _ONE_LINE or not (self.broken or _LINE_END.search(last)):
            self.pieces.append(" ")
            self.broken = True
        else:
            self.flush()

    def read_meta(self, attributes: dict[str, str]) -> None:
        """Note a meta element."""
        name = next(
            (
                attributes[k]
                for k in ("property", "name", "itemprop")
                if k in attributes
            ),
            "",
        )
        value = attributes.get("content", "").strip()
        if name and value and len(self.page.meta) < _MAX_META:
            self.page.meta.setdefault(name.strip().lower(), []).append(value)

    def read_link(self, attributes: dict[str, str]) -> None:
        """Note the canonical address."""
        if "canonical" in attributes.get("rel", "").lower().split():
            self.page.canonical = self.page.canonical or attributes.get("href", "")

    def read_base(self, attributes: dict[str, str]) -> None:
        """Note the address that links start from."""
        self.page.base = self.page.base or attributes.get("href", "").strip()

    def read_root(self, attributes: dict[str, str]) -> None:
        """Note the language."""
        language = attributes.get("lang") or attributes.get("xml:lang") or ""
        self.page.language = self.page.language or language

    def begin_title(self, attributes: dict[str, str]) -> None:
        """Begin to gather the title."""
        del attributes
        self.captured = []

    def begin_script(self, attributes: dict[str, str]) -> None:
        """Begin to gather JSON-LD; leave any other script out."""
        if "ld+json" in attributes.get("type", "").lower():
            self.captured = []
        else:
            self.skipping += 1

    def _end_capture(self, tag: str) -> None:
        text = "".join(self.captured or ()).strip()
        self.captured = None
        if tag == "title":
            self.page.title = self.page.title or " ".join(text.split())
        elif tag == "script" and len(text) <= _MAX_SCRIPT:
            self.page.scripts.append(text)


_SPECIAL = {
    "br": Reader.break_line,
    "meta": Reader.read_meta,
    "link": Reader.read_link,
    "base": Reader.read_base,
    "html": Reader.read_root,
    "title": Reader.begin_title,
    "script": Reader.begin_script,
}


def _hints_of(attributes: dict[str, str]) -> int:
    if not attributes:
        return 0
    named = " ".join([attributes[k] for k in _NAMED_BY if k in attributes])
    return find_hints(named) if named else 0


def _is_hidden(attributes: dict[str, str]) -> bool:
    if not attributes:
        return False
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _NO_DISPLAY.search(style.lower()))
