"""What one pass over a web page yields: its text in blocks, and its metadata."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

_TELLING_TAGS = (
    "article main aside header footer nav ul ol table form figure figcaption blockquote"
    " section p li td button label dl"
)
_TELLING = frozenset(_TELLING_TAGS.split())


class Frame:
    """An open element that shapes blocks: its tag, its hints, its place."""

    __slots__ = ("depth", "hints", "inherited", "parent", "tag", "tags")

    def __init__(self, parent: Frame | None, tag: str, hints: int) -> None:
        """Open an element within `parent`."""
        self.parent = parent
        self.tag = tag
        self.hints = hints
        self.inherited: int = parent.inherited | parent.hints if parent else 0
        self.depth: int = parent.depth + 1 if parent else 0
        known: frozenset[str] = parent.tags if parent else frozenset()
        self.tags: frozenset[str] = known | {tag} if tag in _TELLING else known


class Anchor(NamedTuple):
    """The words of a hyperlink within one block, and its target as written."""

    text: str
    href: str


class Block(NamedTuple):
    """A run of text between two boundaries of the page: a line to be judged.

    Attributes:
        frame: The element that holds it.
        inline: Hints on the inline elements within it.
        inline_tags: Tags of the inline elements within it.
        linked: How many of its characters are anchor text.
    """

    text: str
    frame: Frame
    inline: int
    inline_tags: frozenset[str]
    anchors: tuple[Anchor, ...]
    linked: int


@dataclass(slots=True)
class Page:
    """What one pass over a page yields."""

    blocks: list[Block] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    title: str = ""
    base: str = ""
    canonical: str = ""
    language: str = ""
