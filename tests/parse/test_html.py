"""From a saved web page to its lines, links and metadata."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.document import Document
from scorer.errors import LimitError

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
