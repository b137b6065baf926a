"""The pictures that the README shows; `make pictures` takes them anew.

They show the sample articles, so that nobody's text is in them.
"""

import pytest

from scorer.scoring import shipped
from tests.browser.window import ROOT

SHOWN = ROOT / "docs" / "pictures"


@pytest.mark.parametrize("name", ["article", "batch", "story"])
def test_a_picture_is_small_and_shows_the_shipped_model(name: str) -> None:
    data = (SHOWN / f"{name}.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) <= 200_000
    told = b"tEXtmodel\x00" + shipped().model.label.encode()
    assert told in data, "the model changed since: make pictures"
