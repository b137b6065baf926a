"""The document: an article as every later stage sees it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from scorer.parse.parsed import Parsed
from scorer.parse.plain import parse_text
from scorer.types import Link, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article after parsing: its text, its lines by kind, and what is known of it.

    Attributes:
        id: As given, else the SHA-256 of URL and text.
        text: Normalised and final; every span indexes it in code points.
        segments: Every non-blank line of `text`, in order, without overlap.
        published: As the page or the caller gave it, ISO 8601 where possible.
        language: ISO 639-1 code, `und` where it could not be told.
        notes: What parsing had to mend, in sentences.
    """

    id: str
    text: str
    title: str | None = None
    segments: tuple[Segment, ...] = ()
    links: tuple[Link, ...] = ()
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str = "und"
    notes: tuple[str, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        title: str | None = None,
        url: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
    ) -> Self:
        """Parse scraped plain text.

        Args:
            text: The article as it was scraped, chrome and all.
            title: The headline, if known apart; it becomes the first line unless
                the text already begins with it.
            url: Where it was found.
            outlet: Who published it.
            published: When, ISO 8601 where possible.
        """
        parsed = parse_text(text, title)
        return cls._from_parsed(parsed, url, outlet, published)

    @classmethod
    def from_html(cls, markup: str | bytes, url: str | None = None) -> Self:
        """Parse a saved web page; metadata comes from the page itself.

        Raises:
            InputError: The bytes are no text.
            LimitError: The page is larger or deeper nested than is accepted.
        """
        # Imported here: lxml costs 70 ms, which plain text need not pay.
        from scorer.parse.html import parse_html  # noqa: PLC0415

        return cls._from_parsed(parse_html(markup, url), url, None, None)

    @classmethod
    def _from_parsed(
        cls,
        parsed: Parsed,
        url: str | None,
        outlet: str | None,
        published: str | None,
    ) -> Self:
        url = url or parsed.url
        return cls(
            id=_digest(url, parsed.text),
            text=parsed.text,
            title=parsed.title,
            segments=parsed.segments,
            links=parsed.links,
            url=url,
            outlet=outlet or parsed.outlet,
            author=parsed.author,
            published=published or parsed.published,
            language=parsed.language,
            notes=parsed.notes,
        )


def _digest(url: str | None, text: str) -> str:
    whole = f"{url or ''}\n{text}".encode("utf-8", "surrogatepass")
    return sha256(whole).hexdigest()
