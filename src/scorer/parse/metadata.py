"""Take what a page says of itself: JSON-LD, OpenGraph and meta elements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from scorer.parse.jsonld import find_articles
from scorer.parse.page import Page
from scorer.parse.urls import registered_domain, resolve

_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "twitter:creator:name",
)
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title")
_OUTLET = ("og:site_name", "publisher", "dc.publisher", "application-name")
_DIVIDER = re.compile(r"\s+[|\-–—:»·•]+\s+|\s*[|»•]\s*|\s+::\s+")
_DAY = re.compile(r"\b((?:19|20)\d\d)[-/.]?([01]\d)[-/.]?([0-3]\d)\b")
_BY = re.compile(r"^(?:by|from|words)\b:?\s+", re.IGNORECASE)
_LONGEST = 300
_FIRST_YEAR = 1600  # before there were newspapers; "0001-01-01" is an empty field


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its article; None where it is silent."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    summary: str | None = None


def read_metadata(page: Page, url: str | None) -> Metadata:
    """Gather what a page says of itself; JSON-LD is trusted before the rest."""
    articles = [a for script in page.scripts for a in find_articles(script)]
    own = articles[0] if articles else {}
    given = (
        _named(page, _OUTLET[:1]),
        _names(own.get("publisher")),
        _named(page, _OUTLET[1:]),
    )
    outlet = _first(filter(_is_name, (name.lstrip("@") for n in given for name in n)))
    canonical = resolve(page.canonical, url) or resolve(
        _first(_named(page, ("og:url",))) or "", url
    )
    titles = [*_texts(own.get("headline")), *_named(page, _TITLE), page.title]
    title = next((t for t in titles if t), None)
    return Metadata(
        title=without_outlet(title, outlet, canonical or url) if title else None,
        outlet=outlet,
        author=_author(own, page),
        published=_published(own, page),
        url=canonical,
        language=_language(page),
        summary=_first(_named(page, ("og:description", "description"))),
    )


def _first(*sources: Iterator[str]) -> str | None:
    return next((text for source in sources for text in source if text), None)


def _named(page: Page, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for value in page.meta.get(name, ()):
            if text := " ".join(value.split())[:_LONGEST]:
                yield text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())[:_LONGEST]


def _names(value: object) -> Iterator[str]:
    """Yield the names of a JSON-LD person or organisation, or of a list of them."""
    for one in value if isinstance(value, list) else [value]:
        yield from _names_of_one(one)


def _names_of_one(one: object) -> Iterator[str]:
    name = one.get("name") if isinstance(one, dict) else one
    for text in name if isinstance(name, list) else [name]:
        yield from _texts(text)


def _author(own: dict[str, Any], page: Page) -> str | None:
    found = [name for name in _names(own.get("author")) if _is_name(name)]
    if not found:
        by_name = ([n for n in _named(page, (k,)) if _is_name(n)] for k in _AUTHOR)
        found = next((names for names in by_name if names), [])
    clean = dict.fromkeys(_BY.sub("", name) for name in found)
    return ", ".join(clean) or None


def _is_name(text: str) -> bool:
    return bool(text) and "://" not in text and not text.startswith(("@", "www."))


def _published(own: dict[str, Any], page: Page) -> str | None:
    given = [
        *_texts(own.get("datePublished")),
        *_named(page, _PUBLISHED),
        *page.times[:1],
    ]
    dates = [date for text in given if (date := to_iso(text))]
    return dates[0] if dates else None


def to_iso(text: str) -> str | None:
    """Return a date and time as ISO 8601; None where none can be made out.

    Example:
        >>> to_iso("Mon, 04 Mar 2024 10:30:00 +0100"), to_iso("2024/03/04 soon")
        ('2024-03-04T10:30:00+01:00', '2024-03-04')
    """
    text = text.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if moment.year < _FIRST_YEAR:
            continue
        is_day = len(text) <= len("2024-03-04")
        return moment.date().isoformat() if is_day else moment.isoformat()
    day = _DAY.search(text)
    return "-".join(day.groups()) if day else None


def _language(page: Page) -> str | None:
    given = page.language or _first(_named(page, ("og:locale", "language"))) or ""
    code = re.match(r"[A-Za-z]{2}(?![A-Za-z])", given)
    return code[0].lower() if code else None


def without_outlet(title: str, outlet: str | None, url: str | None) -> str:
    """Cut the outlet's name, and the section before it, off the end of a title."""
    houses = {_key(outlet or ""), _key(registered_domain(url or "").split(".")[0])} - {
        ""
    }
    parts = list(_DIVIDER.finditer(title))
    for divider in reversed(parts):
        tail = _key(title[divider.end() :])
        if tail and any(tail == h or h in tail or tail in h for h in houses):
            title = title[: divider.start()]
        else:
            break
    for divider in parts[:1]:
        head = _key(title[: divider.start()])
        if head in houses and divider.end() < len(title):
            title = title[divider.end() :]
    return title.strip()


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower())).removeprefix("the")
