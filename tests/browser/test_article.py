"""The page of one article in a real browser."""

from pathlib import Path

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from scorer.document import Document
from scorer.report.page.article_page import write_article
from scorer.report.page.marks import shown
from scorer.report.rows import Entry
from scorer.scoring import annotate, score
from tests.browser.hostile import FINDINGS, article
from tests.browser.window import Window


def test_every_sample_opens_without_a_complaint_or_a_request(
    browser: Window, samples: Path
) -> None:
    pages = sorted(samples.with_name("samples-articles").iterdir())
    assert len(pages) == 20
    for page in pages:
        browser.open(page)
        assert browser.errors() == []
        asked = browser.requests()
        assert asked[0] == page.as_uri()
        assert [url for url in asked[1:] if not url.startswith("data:")] == []
        assert browser.count("main section") >= 4


def test_a_switch_hides_one_kind_and_leaves_the_others(
    browser: Window, sample: Path
) -> None:
    browser.open(sample)
    loaded = browser.count(".story mark.loaded.on")
    hedges = browser.count(".story mark.hedge.on")
    assert loaded > 5
    browser.one('[data-kind="loaded"]').click()
    assert browser.count(".story mark.loaded.on") == 0
    assert browser.count(".story mark.hedge.on") == hedges
    browser.one('[data-kind="loaded"]').click()
    assert browser.count(".story mark.loaded.on") == loaded


def test_the_slider_shows_weaker_marks_and_hides_unsure_ones(
    browser: Window, sample: Path
) -> None:
    browser.open(sample)
    findings = browser.count(".story mark.on")
    slider = browser.one("#sure")
    slider.send_keys(Keys.HOME)
    everything = browser.count(".story mark.on")
    slider.send_keys(Keys.END)
    surest = browser.count(".story mark.on")
    assert everything > findings > surest > 0
    assert browser.text("#least") == "95"
    least = browser.run(
        "return Math.min(...[...document.querySelectorAll('.story mark.on')]"
        ".map((mark) => +mark.dataset.w))"
    )
    assert least >= 95


def test_pointing_at_a_mark_tells_what_it_is_and_why_it_counts(
    browser: Window, sample: Path
) -> None:
    browser.open(sample)
    mark = browser.one(".story mark.loaded.on")
    browser.run("arguments[0].scrollIntoView({block: 'center'})", mark)
    ActionChains(browser.driver).move_to_element(mark).perform()
    told = browser.text("#about")
    assert "Loaded words: word" in told
    assert mark.text in told
    assert "% sure" in told
    assert "what to feel or think" in told
    assert "Counted in" in told


@pytest.mark.parametrize("width", [1280, 1000])
def test_what_is_told_of_a_mark_needs_no_scrolling_sideways(
    browser: Window, sample: Path, width: int
) -> None:
    browser.open(sample, width=width)
    browser.run("document.querySelector('.story mark.hedge').focus()")
    wide = "const c = document.querySelector('.controls');"
    assert browser.run(f"{wide} return c.scrollWidth - c.clientWidth") <= 0
    ends = "return document.querySelector('#about').getBoundingClientRect().bottom"
    assert browser.run(ends) <= 900


@pytest.mark.parametrize("width", [1280, 800, 400])
def test_names_of_sources_have_room(browser: Window, sample: Path, width: int) -> None:
    browser.open(sample, width=width)
    narrowest = browser.run(
        "return Math.min(...[...document.querySelectorAll('.sources th bdi')]"
        ".map((name) => name.closest('th').getBoundingClientRect().width))"
    )
    assert narrowest >= 120


def test_a_source_tells_who_it_is(browser: Window, sample: Path) -> None:
    browser.open(sample)
    browser.run("document.querySelector('.story mark.source[data-s]').focus()")
    assert "of the story" in browser.text("#about")


def test_marks_are_walked_with_the_keyboard(browser: Window, sample: Path) -> None:
    browser.open(sample)
    here = "return document.activeElement.dataset.n"
    browser.run("document.querySelector('.story mark[tabindex=\"0\"]').focus()")
    first = browser.run(here)
    assert browser.count('.story mark[tabindex="0"]') == 1
    ActionChains(browser.driver).send_keys(Keys.ARROW_RIGHT).perform()
    second = browser.run(here)
    assert second != first
    ActionChains(browser.driver).send_keys(Keys.ARROW_LEFT).perform()
    assert browser.run(here) == first
    ActionChains(browser.driver).send_keys(Keys.ESCAPE).perform()
    assert not browser.one("#about").is_displayed()
    browser.one("#next").click()
    assert browser.one("#about").is_displayed()


def test_links_to_the_parts_of_the_page_lead_there(
    browser: Window, sample: Path
) -> None:
    browser.open(sample)
    links = browser.all("nav.parts a")
    assert len(links) == 8
    for link in links:
        link.click()
        target = browser.run("return location.hash")
        top = browser.run(
            "return document.querySelector(location.hash).getBoundingClientRect().top"
        )
        assert target
        assert top < 900


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_everybody_can_use_it(
    browser: Window, sample: Path, width: int, *, dark: bool
) -> None:
    browser.open(sample, width=width, dark=dark)
    browser.run(
        "document.querySelectorAll('details').forEach((d) => { d.open = true })"
    )
    assert browser.overflow() <= 0
    assert browser.violations() == []
    browser.run("document.querySelector('.story mark.hedge.on').focus()")
    assert browser.violations() == []
    assert len(browser.picture(f"article-{width}-{'dark' if dark else 'light'}")) > 9000


def test_the_policy_lets_nothing_else_run_or_load(
    browser: Window, sample: Path
) -> None:
    browser.open(sample)
    browser.run(
        "document.body.insertAdjacentHTML('beforeend',"
        ' \'<p id=trap onclick="document.title=1">x</p>'
        '<img src="https://evil.example/a.png">\');'
        "document.querySelector('#trap').click()"
    )
    assert browser.driver.title != "1"
    refused = browser.errors()
    assert any("inline event handler" in message for message in refused)
    assert any("img-src data:" in message for message in refused)


def test_the_button_turns_the_page_dark_and_back(browser: Window, sample: Path) -> None:
    browser.open(sample)
    colour = "return getComputedStyle(document.body).backgroundColor"
    light = browser.run(colour)
    browser.one("#theme").click()
    assert browser.run(colour) != light
    browser.one("#theme").click()
    assert browser.run(colour) == light


def test_paper_gets_the_text_and_no_switches(browser: Window, sample: Path) -> None:
    browser.open(sample, dark=True)
    browser.emulate(dark=True, media="print")
    assert not browser.one("#controls").is_displayed()
    assert browser.one(".story").is_displayed()
    ink = browser.run("return getComputedStyle(document.body).color")
    assert ink == "rgb(27, 29, 33)"


def test_a_hostile_article_is_shown_whole_and_harmlessly(
    browser: Window, tmp_path: Path
) -> None:
    document = Document.from_text(article(), url="javascript:alert(1)")
    found = annotate(document)
    assert len(found) >= FINDINGS
    scored = score(document)
    features = {item.feature: item.value for item in scored.evidence}
    entry = Entry(path="x", outcome=scored, document=document, features=features)
    page = tmp_path / "hostile.html"
    page.write_text(write_article(entry), "utf-8")
    browser.open(page)
    assert browser.errors() == []
    assert [url for url in browser.requests()[1:] if not url.startswith("data:")] == []
    assert "owned" not in browser.driver.title.split("<")[0]
    assert browser.count("img, iframe, .story svg, .story script, .story b") == 0
    assert browser.count("a[href^='javascript']") == 0
    story = browser.run(
        "return [...document.querySelectorAll('.story .segment > p')]"
        ".map((p) => p.textContent).join('\\n')"
    )
    assert story.split() == shown(document.text).split()
    assert browser.count(".story mark.on:not(.cont)") >= FINDINGS - 1000
    browser.one('[data-kind="hedge"]').click()
    assert browser.count(".story mark.hedge.on") == 0
