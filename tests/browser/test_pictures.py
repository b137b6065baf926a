"""The pictures that the README shows: taken anew in `out/pictures`.

They show the sample articles, so that nobody's text is in them. Those in
`docs/pictures` are these, reduced to 256 colours.
"""

from pathlib import Path

import pytest

from tests.browser.window import ROOT, Window

SHOWN = ROOT / "docs" / "pictures"


@pytest.mark.parametrize(("name", "height"), [("article", 2150), ("batch", 1800)])
def test_the_pictures_of_the_readme_can_be_taken(
    browser: Window, samples: Path, name: str, height: int
) -> None:
    page = samples.with_name("samples-articles") / "00013.html"  # the bank panic
    page = page if name == "article" else samples
    browser.open(page, width=1040)
    assert len(browser.picture(f"readme-{name}", height=height)) > 9000


@pytest.mark.parametrize("name", ["article", "batch"])
def test_the_pictures_of_the_readme_are_small(name: str) -> None:
    data = (SHOWN / f"{name}.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) <= 200_000
