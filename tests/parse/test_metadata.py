"""What a page says of itself, however brokenly."""

import pytest

from scorer.document import Document
from scorer.parse.jsonld import find_articles
from scorer.parse.metadata import to_iso, without_outlet
from scorer.parse.urls import registered_domain, resolve

_STORY = "<p>" + "The mayor of Osterby said on Monday that it had rained. " * 3 + "</p>"


def _page(head: str) -> Document:
    body = f"<article><h1>Rain in Osterby again</h1>{_STORY * 3}</article>"
    return Document.from_html(f"<html><head>{head}</head><body>{body}</body></html>")


def _jsonld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": "Rain", "author": {"name": "Ada Finch"}}',
        '[{"@type": ["Thing", "Article"], "author": ["Ada Finch"]}]',
        '{"@graph": [{}, {"@type": "Article", "author": "Ada Finch"}]}',
        '{"@type": "Article", "author": [{"name": "By Ada Finch"},],}',
        '<!-- {"@type": "Article", "author": "Ada Finch"} -->',
        '{"@type": "Article", "headline": "Rain", "author": "Ada Finch", oh no}',
    ],
)
def test_finds_the_author_in_any_shape_of_json_ld(data: str) -> None:
    assert _page(_jsonld(data)).author == "Ada Finch"


@pytest.mark.parametrize("data", ["", "[" * 100_000, "null", '{"@type": 1}', "{}"])
def test_makes_nothing_of_json_ld_that_holds_nothing(data: str) -> None:
    assert list(find_articles(data)) == []


def test_falls_back_on_meta_elements() -> None:
    document = _page(
        '<meta name="author" content="https://example.org/ada">'
        '<meta name="parsely-author" content="Ada Finch">'
        '<meta property="og:site_name" content="The Dale Echo">'
        '<meta name="date" content="4 March 2024 10:30:00 +0100">'
        '<meta property="og:url" content="https://echo.example/rain">'
    )
    assert document.author == "Ada Finch"
    assert document.outlet == "The Dale Echo"
    assert document.published == "2024-03-04T10:30:00+01:00"
    assert document.url == "https://echo.example/rain"


@pytest.mark.parametrize(
    ("given", "outlet"),
    [("@thedaleecho", "thedaleecho"), ("https://echo.example", None), ("@", None)],
)
def test_an_address_is_no_outlet_and_a_handle_loses_its_sign(
    given: str, outlet: str | None
) -> None:
    page = _page(f'<meta property="og:site_name" content="{given}">')
    assert page.outlet == outlet


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2024-03-04", "2024-03-04"),
        ("2024-03-04T10:30:00Z", "2024-03-04T10:30:00+00:00"),
        ("2024/03/04 at ten", "2024-03-04"),
        ("yesterday", None),
        ("0001-01-01T00:00:00Z", None),
        ("", None),
    ],
)
def test_writes_a_date_as_iso_8601_or_not_at_all(given: str, iso: str | None) -> None:
    assert to_iso(given) == iso


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Rain in Osterby | The Dale Echo", "Rain in Osterby"),
        ("Rain in Osterby - Weather - Dale Echo", "Rain in Osterby - Weather"),
        ("The Dale Echo: rain", "The Dale Echo: rain"),
        ("Rain - and more rain", "Rain - and more rain"),
    ],
)
def test_cuts_the_outlet_off_a_title_and_nothing_else(title: str, left: str) -> None:
    assert without_outlet(title, "The Dale Echo", None) == left


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "mailto:a@b.example", "#top", "", "http://[", "data:,x"],
)
def test_drops_an_address_that_leads_to_no_page(address: str) -> None:
    assert resolve(address, "https://example.org/") is None


def test_tells_sites_apart_by_the_domain_somebody_registered() -> None:
    assert registered_domain("https://a.b.example.co.uk/x") == "example.co.uk"
    assert registered_domain("https://news.example.org:80") == "example.org"
    assert registered_domain("http://[") == ""
