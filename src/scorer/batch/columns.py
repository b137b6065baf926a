"""Which field of a record holds what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from scorer.document import Document
from scorer.errors import InputError

# Tried in this order where the user names no column.
DEFAULTS: Final[dict[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content", "article", "maintext"),
    "html": ("html", "markup"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "id": ("id",),
    "outlet": ("outlet", "publisher", "source", "domain"),
    "published": ("published", "date", "published_at", "date_publish"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns in which each part of an article is looked for, best first."""

    names: tuple[tuple[str, tuple[str, ...]], ...] = tuple(DEFAULTS.items())

    @classmethod
    def named(cls, **chosen: str | None) -> Self:
        """Take the defaults but for the columns that the user names."""
        own = {part: (name,) for part, name in chosen.items() if name}
        return cls(tuple({**DEFAULTS, **own}.items()))

    def among(self, present: Iterable[str]) -> list[str]:
        """Name those columns of a table that an article is made of."""
        wanted = {name for _, names in self.names for name in names}
        return [name for name in present if name in wanted]

    def document(self, fields: Mapping[str, object]) -> Document:
        """Make the document of one record.

        Raises:
            InputError: There is no text, or a field is no text.
        """
        found = {part: _first(fields, names) for part, names in self.names}
        document = self._parsed(found)
        return replace(
            document,
            id=found["id"] or document.id,
            title=document.title or found["title"],
            outlet=found["outlet"] or document.outlet,
            published=found["published"] or document.published,
        )

    def _parsed(self, found: Mapping[str, str | None]) -> Document:
        if found["text"] is not None:
            return Document.from_text(
                found["text"], title=found["title"], url=found["url"]
            )
        if found["html"] is not None:
            return Document.from_html(found["html"], url=found["url"])
        tried = ", ".join(dict(self.names)["text"])
        raise InputError(f"no text in it; try --text-column NAME (looked for {tried})")


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = fields.get(name)
        if value is None:
            continue
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and name not in DEFAULTS["text"]:
            return str(value)
        kind = type(value).__name__
        raise InputError(f"'{name}' holds a {kind} where a text should be")
    return None


DEFAULT_COLUMNS: Final = Columns()
