"""From a saved web page to its lines, links and metadata."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.document import Document
from scorer.errors import InputError, LimitError

_MARKUP = st.lists(
    st.sampled_from(
        [
            *(
                "<p>",
                "</p>",
                "<div class='related'>",
                "</div>",
                "<a href='/b'>",
                "</a>",
            ),
            *(
                "<h1>",
                "</h1>",
                "<table><tr><td>",
                "</table>",
                "<!--",
                "-->",
                "<![CDATA[",
            ),
            *("<script>", "</script>", "<br>", "<li>", "&amp;", "&#0;", "&#x26;", "<"),
            *(
                "The mayor of Osterby said it rained for nine days, and nobody came. ",
                "\0",
            ),
            *(
                "<title>",
                "</title>",
                "<base href='http://['>",
                "\ud800",
                "“”",
                "ﬁ",
                "\x85",
            ),
            '<script type="application/ld+json">',
            '{"@type": "Article", "author": [1, {}]}',
        ]
    ),
    max_size=60,
).map("".join)


@settings(deadline=None)  # the first page loads the table and the parser
@given(markup=_MARKUP)
def test_holds_on_any_markup(markup: str) -> None:
    document = Document.from_html(markup, url="https://example.org/a")
    spans = [segment.span for segment in document.segments]
    assert [s.of(document.text) for s in spans] == [
        line for line in document.text.split("\n") if line.strip()
    ]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for link in document.links:
        assert link.span.of(document.text).strip()
        assert link.url.startswith("http")


@pytest.mark.parametrize(
    ("markup", "limit"),
    [
        ("<div>" * 100_000 + "x", "deep"),
        ("<a href=b>c</a>" * 1_000_000, "links|elements"),
        ("x" * 50_000_000, "bytes"),
    ],
)
def test_refuses_what_is_beyond_a_limit_and_names_it(markup: str, limit: str) -> None:
    with pytest.raises(LimitError, match=limit):
        Document.from_html(markup)


_STORY = "The mayor of Osterby said on Monday that it had rained for nine days. " * 3


def _body(markup: str | bytes) -> list[str]:
    document = Document.from_html(markup)
    return [s.span.of(document.text) for s in document.segments if s.kind == "body"]


@pytest.mark.parametrize(
    "markup",
    ["", "   ", "<html></html>", "<frameset><frame src=a></frameset>", "<!-- a -->"],
)
def test_makes_an_empty_document_of_a_page_without_text(markup: str) -> None:
    assert Document.from_html(markup).text == ""


def test_reads_xhtml_that_declares_an_encoding() -> None:
    page = f'<?xml version="1.0" encoding="utf-16"?><html><body><p>{_STORY}</p></body>'
    assert _body(page) == [_STORY.strip()]
    assert _body(page.encode()) == [_STORY.strip()]


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "nonsense"])
def test_believes_the_bytes_before_the_declaration(declared: str) -> None:
    story = _STORY.replace("Osterby", "Østerby")
    page = f'<meta charset="{declared}"><p>{story}</p>'
    assert _body(page.encode("utf-8")) == [story.strip()]
    assert _body(page.encode("cp1252")) == [story.strip()]


def test_refuses_bytes_that_are_no_text() -> None:
    with pytest.raises(InputError, match="PDF"):
        Document.from_html(b"%PDF-1.7 " + bytes(range(256)))


def test_parts_paragraphs_at_breaks_and_divisions() -> None:
    other = _STORY.replace("mayor", "vicar")
    for page in (
        f"<div>{_STORY}<br><br>{other}</div>",
        f"<div>{_STORY}<br>{other}</div>",
        f"<div><div>{_STORY}</div><div>{other}</div></div>",
        f"<ul><li>{_STORY}<ul><li>{other}</ul></ul>",
    ):
        assert _body(page) == [_STORY.strip(), other.strip()], page


def test_runs_on_through_inline_elements_and_a_break_within_a_sentence() -> None:
    page = f"<p>{_STORY} In <b>Oster</b>by<br>it <own-tag>still</own-tag> rains.</p>"
    assert _body(page)[0].endswith("In Osterby it still rains.")


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>UNSEEN</script>",
        "<style>UNSEEN</style>",
        "<template><p>UNSEEN</p></template>",
        "<noscript><p>UNSEEN</p></noscript>",
        "<svg><title>UNSEEN</title><text>UNSEEN</text></svg>",
        "<!-- <p>UNSEEN</p> -->",
        "<p hidden>UNSEEN</p>",
        "<div style='color: red; display:none'><p>UNSEEN</p></div>",
        "<textarea>UNSEEN</textarea>",
    ],
)
def test_leaves_out_what_no_reader_sees(unseen: str) -> None:
    page = f"<article><p>{_STORY}</p>{unseen}<p>{_STORY} Nobody came.</p></article>"
    document = Document.from_html(page)
    assert "UNSEEN" not in document.text
    assert len(_body(page)) == 2


def test_makes_one_line_of_a_row_of_facts() -> None:
    row = "<tr><td>Osterby</td><td>14 mm</td></tr>"
    page = f"<article><p>{_STORY}</p><table>{row}</table><p>{_STORY} So.</p></article>"
    assert "Osterby | 14 mm" in Document.from_html(page).text.split("\n")


def test_decodes_entities_once_and_keeps_the_line_whole() -> None:
    page = (
        f"<p>{_STORY}Fish &amp; chips&#10;cost &pound;9 &ndash; or &lt;nothing&gt;.</p>"
    )
    assert _body(page)[0].endswith("Fish & chips cost £9 – or <nothing>.")


def test_puts_the_title_first_where_the_page_shows_none() -> None:
    document = Document.from_html(f"<title>Rain in Osterby</title><p>{_STORY}</p>")
    assert document.segments[0].kind == "headline"
    assert document.text.startswith("Rain in Osterby\n")


def test_tells_the_language_by_the_text_not_by_the_page() -> None:
    german = (
        "Der Deich an der Au wird im Herbst erneuert, weil das Hochwasser ihn"
        " beschädigt hat. Die Gemeinde und das Land teilen sich die Kosten. "
    )
    page = f"<html lang='en'><body><article><p>{german * 3}</p></article></body>"
    assert Document.from_html(page).language == "de"
    silent = f"<html lang='xx'><body><article><p>{_STORY * 3}</p></article></body>"
    assert Document.from_html(silent).language == "en"


def test_believes_the_page_where_the_text_is_too_short_to_tell() -> None:
    assert Document.from_html("<html lang='sv'><p>Ja.</p>").language == "sv"
