"""The page of many articles in a real browser."""

from pathlib import Path

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from tests.browser.window import Window

COLUMN = (
    "return [...document.querySelectorAll('#rows tbody tr')]"
    ".map((row) => row.children[arguments[0]].firstChild?.textContent ?? null)"
)


def numbers(browser: Window, column: int) -> list[int | None]:
    return [None if cell is None else int(cell) for cell in browser.run(COLUMN, column)]


def test_it_opens_without_a_complaint_or_a_request(
    browser: Window, batch: Path
) -> None:
    browser.open(batch)
    assert browser.errors() == []
    asked = browser.requests()
    assert asked[0] == batch.as_uri()
    assert [url for url in asked[1:] if not url.startswith("data:")] == []
    assert browser.count("#rows tbody tr") == 50
    assert browser.text("#at") == "1–50 of 300"


def test_a_heading_sorts_and_sorts_back(browser: Window, batch: Path) -> None:
    browser.open(batch)
    heading = browser.one('[data-sort="quality"]')
    heading.click()
    down = numbers(browser, 2)
    assert down == sorted(down, key=lambda value: -(value or 0))
    assert browser.count('th[aria-sort="descending"]') == 1
    heading.click()
    up = numbers(browser, 2)
    assert up == sorted(up, key=lambda value: value or 0)
    assert up != down


def test_articles_without_a_score_sort_last_either_way(
    browser: Window, batch: Path
) -> None:
    browser.open(batch)
    for _ in range(2):
        browser.one('[data-sort="sensation"]').click()
        browser.one('[data-page="last"]').click()
        assert numbers(browser, 3)[-1] is None


def test_pages_turn(browser: Window, batch: Path) -> None:
    browser.open(batch)
    first = browser.run(COLUMN, 0)
    browser.one('[data-page="next"]').click()
    assert browser.text("#at") == "51–100 of 300"
    assert browser.run(COLUMN, 0) != first
    browser.one('[data-page="last"]').click()
    assert not browser.one('[data-page="next"]').is_enabled()
    browser.one('[data-page="first"]').click()
    assert browser.run(COLUMN, 0) == first


def test_searching_and_filtering_narrow_the_table(browser: Window, batch: Path) -> None:
    browser.open(batch)
    browser.one("[name=query]").send_keys("LIGHTHOUSE flee")
    assert 0 < browser.count("#rows tbody tr") < 50
    titles = browser.run(COLUMN, 0)
    assert all("lighthouse" in title.lower() for title in titles)
    browser.one("#clear").click()
    assert browser.text("#found") == "All 300"
    Select(browser.one("[name=state]")).select_by_visible_text("could not be read")
    assert browser.text("#found") == "10 of 300"
    browser.one("#clear").click()
    Select(browser.one("[name=outlet]")).select_by_visible_text("Outlet 3")
    assert browser.text("#found") == "24 of 300"


def test_an_article_opens_and_closes(browser: Window, batch: Path) -> None:
    browser.open(batch)
    button = browser.one("#rows .open")
    title = button.text
    button.click()
    assert browser.one("#one").is_displayed()
    assert title in browser.text("#one")
    assert "nine times in ten" in browser.text("#one")
    ActionChains(browser.driver).send_keys(Keys.ESCAPE).perform()
    assert not browser.one("#one").is_displayed()


def test_links_lead_to_the_article_and_back(browser: Window, samples: Path) -> None:
    browser.open(samples)
    browser.one("[name=query]").send_keys("sardine")
    browser.one("#rows .open").click()
    browser.one("#one a.whole").click()
    assert "sardine" in browser.text("h1")
    assert browser.count(".story mark.on") > 50
    browser.one(".top a").click()
    assert browser.text("h1") == "20 articles"
    assert browser.errors() == []


def middle(browser: Window, quality: float, sensationalism: float) -> tuple[int, int]:
    """Return where on the screen a place of the map is."""
    x, y = browser.run(
        "const f = document.querySelector('#cloud'), d = f.dataset;"
        "f.scrollIntoView({block: 'center'});"
        "const m = f.querySelector('svg').getScreenCTM();"
        "const p = new DOMPoint(+d.left + d.width * arguments[0] / 100,"
        " +d.top + d.height * (1 - arguments[1] / 100)).matrixTransform(m);"
        "return [Math.round(p.x), Math.round(p.y)]",
        quality,
        sensationalism,
    )
    return x, y


def test_pointing_at_the_map_names_an_article(browser: Window, batch: Path) -> None:
    browser.open(batch)
    values = browser.run(
        "return JSON.parse(document.querySelector('#data').textContent).rows[0][4]"
    )
    x, y = middle(browser, values[0], values[3])
    browser.mouse("Moved", x, y)
    assert browser.one("#spot").is_displayed()
    assert f"quality {int(values[0] + 0.5)}" in browser.text("#spot")


def test_a_rectangle_on_the_map_filters_the_table(browser: Window, batch: Path) -> None:
    browser.open(batch)
    start, end = middle(browser, 60, 5), middle(browser, 100, 45)
    browser.mouse("Pressed", *start)
    browser.mouse("Moved", *end)
    browser.mouse("Released", *end)
    kept = [value for value in numbers(browser, 2) if value is not None]
    assert len(kept) > 0
    assert min(kept) >= 59
    assert max(v for v in numbers(browser, 3) if v is not None) <= 46
    assert browser.text("#found") != "All 300"
    browser.one("#whole").click()
    assert browser.text("#found") == "All 300"


def test_edges_can_be_typed_instead(browser: Window, batch: Path) -> None:
    browser.open(batch)
    field = browser.one("[name=q0]")
    field.clear()
    field.send_keys("70")
    kept = numbers(browser, 2)
    assert kept
    assert all(value is not None and value >= 70 for value in kept)


def test_a_hostile_title_stays_text(browser: Window, batch: Path) -> None:
    browser.open(batch)
    browser.one("[name=query]").send_keys("onerror")
    assert browser.count("#rows tbody tr") == 1
    browser.one("#rows .open").click()
    assert "<img src=x onerror=alert(1)>" in browser.text("#one h2")
    assert browser.count("img, main b:has(script)") == 0
    assert "owned" not in browser.driver.title
    assert "\u202e" not in browser.text("body")
    assert browser.errors() == []


def test_a_printed_table_names_its_articles(browser: Window, batch: Path) -> None:
    browser.open(batch)
    browser.emulate(media="print")
    assert browser.one("#rows .open").is_displayed()
    assert not browser.one("#filters").is_displayed()
    browser.emulate()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_everybody_can_use_it(
    browser: Window, batch: Path, width: int, *, dark: bool
) -> None:
    browser.open(batch, width=width, dark=dark)
    assert browser.overflow() <= 0
    assert browser.violations() == []
    assert len(browser.picture(f"batch-{width}-{'dark' if dark else 'light'}")) > 9000
    browser.one("#rows .open").click()
    assert browser.violations() == []
    assert len(browser.picture(f"opened-{width}-{'dark' if dark else 'light'}")) > 9000
