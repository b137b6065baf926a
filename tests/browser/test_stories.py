"""The stories of a batch in a real browser."""

from pathlib import Path

import pytest

from tests.browser.window import Window

OPENED = "return [...document.querySelectorAll('details.told[open]')].map((d) => d.id)"


def test_it_opens_without_a_complaint_or_a_request(
    browser: Window, stories: Path
) -> None:
    browser.open(stories)
    assert browser.errors() == []
    assert [url for url in browser.requests()[1:] if not url.startswith("data:")] == []
    assert browser.count("details.told") >= 5
    assert len(browser.run(OPENED)) == 2


def test_a_story_names_its_origins_and_keeps_its_ties_apart(
    browser: Window, stories: Path
) -> None:
    browser.open(stories)
    for story in browser.all("details.told"):
        name = story.get_attribute("id")
        origins = browser.count(f"#{name} .ties-told h4:first-child + ul > li")
        assert f"{origins} independent" in browser.text(f"#{name} .tally")
        drawn = browser.count(f"#{name} .ties:not(.lines .ties) circle.article")
        assert drawn == browser.count(f"#{name} .tellers > li") > 1
    heads = browser.run(
        "return [...document.querySelectorAll('.told h4')]"
        ".map((h) => h.firstChild.textContent.trim())"
    )
    assert {"Copied text", "Shared primary sources", "Named relays"} <= set(heads)


def test_an_article_leads_to_its_story_folded_or_not(
    browser: Window, stories: Path
) -> None:
    browser.open(stories)
    last = browser.run(
        "return [...document.querySelectorAll('details.told')].at(-1).id"
    )
    assert last not in browser.run(OPENED)
    data = "JSON.parse(document.querySelector('#data').textContent).rows"
    titles = browser.run(
        f"return {data}.filter((row) => row[12] && `story-${{row[12][0]}}` ==="
        " arguments[0]).map((row) => row[0])",
        last,
    )
    browser.one("[name=query]").send_keys(titles[0])
    browser.one("#rows .open").click()
    assert "independent origin" in browser.text("#one")
    browser.one("#one .to-story").click()
    assert not browser.one("#one").is_displayed()
    assert last in browser.run(OPENED)


def test_an_article_of_its_own_page_leads_to_the_story_and_back(
    browser: Window, stories: Path
) -> None:
    browser.open(stories)
    browser.one("#stories .tellers a").click()
    assert "independent origin" in browser.text("#story")
    browser.one("#story a").click()
    place = browser.run("return location.hash.slice(1)")
    assert place in browser.run(OPENED)
    assert browser.errors() == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_everybody_can_use_it(
    browser: Window, stories: Path, width: int, *, dark: bool
) -> None:
    browser.open(stories, width=width, dark=dark)
    browser.run(
        "document.querySelectorAll('details').forEach((d) => { d.open = true })"
    )
    assert browser.overflow() <= 0
    assert browser.violations() == []
    name = f"stories-{width}-{'dark' if dark else 'light'}"
    assert len(browser.picture(name)) > 9000
