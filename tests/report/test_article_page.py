"""The page of one article, as text; tests/browser opens it."""

import base64
import re
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from scorer.batch.judging import load_judge
from scorer.batch.records import Record, score_records
from scorer.document import Document
from scorer.report.page.article_page import SECTIONS, write_article
from scorer.report.page.marks import Painter, marks_of
from scorer.report.page.stories import Place
from scorer.report.page.template import web_address
from scorer.report.plain import DISCLAIMER
from scorer.report.rows import Entry
from scorer.scoring import annotate, score
from scorer.types import Annotation, Failure, Span
from tests.articles import ARTICLE

HOSTILE = """Council <script>alert(1)</script> votes on "bridge" & pier

The <img src=x onerror=alert(2)> town council reportedly voted, <b onclick="x()">said \
Anna Kessler</b>, the council's chief engineer, </article></main></script>. Read it at \
javascript:alert(3) before \u202etxt.exe\u202c may be gone.
"""


def an_entry(text: str, **known: str) -> Entry:
    document = Document.from_text(text, **known)
    scored = score(document)
    features = {item.feature: item.value for item in scored.evidence}
    return Entry(path="a.txt", outcome=scored, document=document, features=features)


class Page(HTMLParser):
    """Every tag with its attributes, and the text of the story."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def page() -> str:
    place = Place("s1", 3, 2, 0.25, shown=True)
    return write_article(an_entry(ARTICLE), "../all.html", place=place)


def test_every_section_is_on_the_page(page: str) -> None:
    names = re.findall(r'<section id="(\w+)"', page)
    assert len(names) == len(SECTIONS)
    assert DISCLAIMER in page


def test_its_story_is_told_and_led_to(page: str) -> None:
    told = page.partition('<section id="story"')[2].partition("</section>")[0]
    assert "<b>3</b> articles of this batch" in told
    assert "<b>2</b> independent origins" in told
    assert "25 % of this article’s words" in told
    assert 'href="../all.html#story-s1"' in told


def test_a_story_that_the_batch_does_not_show_is_not_led_to() -> None:
    page = write_article(an_entry(ARTICLE), "../all.html", place=Place("s9", 2, 1, 0))
    assert "one confirmation" in page
    assert "#story-s9" not in page


def test_an_article_alone_in_its_story_says_so() -> None:
    page = write_article(an_entry(ARTICLE), "../all.html", place=Place("", 1, 1, 0))
    assert "No other article of this batch tells its story" in page


def test_the_text_stands_there_word_for_word(page: str) -> None:
    story = re.search(r"<article.*?</article>", page, re.DOTALL)
    assert story
    plain = "".join(Page(re.sub(r'<span class="what">.*?</span>', "", story[0])).words)
    assert plain.split() == Document.from_text(ARTICLE).text.split()


def test_nothing_on_the_page_may_run_but_its_own_script_and_style(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    allowed = dict(part.split(" ", 1) for part in policy[1].split("; "))
    assert allowed["default-src"] == "&#39;none&#39;"
    for tag in ("script", "style"):
        [text] = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(sha256(text.encode()).digest()).decode()
        assert allowed[f"{tag}-src"] == f"&#39;sha256-{digest}&#39;"
    tags = Page(page).tags
    assert not [a for _, attrs in tags for a in attrs if a.startswith("on")]
    assert not [attrs for _, attrs in tags if "style" in attrs]


def test_a_page_fetches_nothing(page: str) -> None:
    for tag, attributes in Page(page).tags:
        assert "src" not in attributes
        if tag == "link":
            assert attributes["href"] == "data:,"


def test_what_an_article_holds_never_becomes_markup() -> None:
    page = write_article(an_entry(HOSTILE * 8, url="javascript:alert(4)"))
    tags = Page(page).tags
    assert not [t for t, a in tags if t == "img" or "onclick" in a]
    assert sum(t == "script" for t, _ in tags) == 2
    assert not [a for _, a in tags if "javascript" in (a.get("href") or "")]
    assert "\u202e" not in page
    assert "&lt;img src=x onerror=alert(2)&gt;" in page


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "", None]
)
def test_only_the_web_is_linked_to(url: str | None) -> None:
    assert web_address(url) is None


def test_an_article_without_a_score_still_shows_its_text() -> None:
    page = write_article(an_entry("A barn burned. Police reportedly said so."))
    assert "Too little to score" in page
    assert '<mark class="hedge on"' in page
    assert DISCLAIMER in page


def test_what_could_not_be_read_says_why() -> None:
    failure = Failure("b.txt", "read", "b.txt: binary, not text")
    page = write_article(Entry(path="b.txt", outcome=failure))
    assert "b.txt: binary, not text" in page


def painted(text: str, *found: Annotation) -> str:
    marks = marks_of(found)
    labels = {a.label: i for i, a in enumerate(found)}
    return str(Painter(text, labels).paint(Span(0, len(text)), marks))


def test_marks_nest_where_findings_nest() -> None:
    outer = Annotation("a", "attribution.content", Span(0, 9))
    inner = Annotation("h", "hedge.modal", Span(4, 7))
    html = painted("it may be", outer, inner)
    assert re.sub(" data-[^>]+", "", html) == (
        '<mark class="said on">it m<mark class="hedge on">ay </mark>be</mark>'
    )


def test_marks_that_cross_are_cut_and_lose_no_letter() -> None:
    first = Annotation("a", "loaded.word", Span(0, 6))
    second = Annotation("h", "hedge.modal", Span(3, 9))
    html = painted("abcdefghi", first, second)
    assert re.sub(" data-[^>]+", "", html) == (
        '<mark class="loaded on">abc<mark class="hedge on cut">def</mark></mark>'
        '<mark class="hedge on cont">ghi</mark>'
    )


def test_a_weak_annotation_is_there_but_not_shown() -> None:
    weak = Annotation("h", "hedge.modal", Span(0, 3), weight=0.3)
    assert '<mark class="hedge"' in painted("may be", weak)


def test_a_source_and_its_kind_are_one_mark() -> None:
    role = Annotation("a", "attribution.source", Span(0, 4), source=0)
    kind = Annotation("a", "source.named", Span(0, 4), source=0)
    assert painted("Anna said", role, kind).count("<mark") == 1


def test_every_text_is_painted_whole() -> None:
    document = Document.from_text(ARTICLE)
    found = annotate(document, all=True)
    labels = {a.label: i for i, a in enumerate(found)}
    painter = Painter(document.text, labels)
    html = painter.paint(Span(0, len(document.text)), marks_of(found))
    assert "".join(Page(str(html)).words) == document.text
    assert html.count("<mark") == html.count("</mark>")


def test_marks_kept_from_the_score_make_the_same_page() -> None:
    record = Record(path="a.txt", data=ARTICLE.encode())
    pages = []
    for marks in (False, True):
        [entry] = score_records([record], load_judge(), marks=marks)
        assert (entry.marks is not None) is marks
        pages.append(write_article(entry))
    assert pages[0] == pages[1]
