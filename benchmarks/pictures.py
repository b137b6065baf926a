"""Take the pictures of the README anew: of our sample articles, in headless Chromium.

Usage: python benchmarks/pictures.py [--out docs/pictures]

Each is cut below a whole line, reduced to 256 colours, and names the model that it
shows, so that a test can tell when it is out of date.
"""

import argparse
import io
import os
import shutil
import sys
import tempfile
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Final, NamedTuple

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from scorer.cli.app import app
from scorer.scoring import shipped

if TYPE_CHECKING:
    from tests.browser.window import Window

ROOT: Final = Path(__file__).resolve().parents[1]
_WIDTH: Final = 1040
_LARGEST: Final = 200_000  # bytes
_SHOWN: Final = "tabloid-harbour-evacuation.txt"
# Where the last of these ends that still fits, the picture ends.
_CUT: Final = """
const ends = [...document.querySelectorAll(arguments[0])]
  .map((part) => part.getBoundingClientRect().bottom + scrollY)
  .filter((end) => end <= arguments[1]);
return Math.ceil(Math.max(...ends)) + 6;
"""


class Picture(NamedTuple):
    """A page, and how much of it is shown: to the end of what, at most how high."""

    name: str
    page: Path
    ends: str
    height: int
    before: str = ""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    out = options.parse_args().out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # so that the pages name no folder of this machine
        shutil.copytree(ROOT / "data" / "articles", "articles")
        run("report", "articles", "--out", "all.html")
        number = sorted(Path("articles").iterdir()).index(Path("articles", _SHOWN)) + 1
        take(Path("all.html"), Path("all-articles") / f"{number:05d}.html", out)


def run(*arguments: str) -> None:
    """Run the program in this process."""
    app([*arguments], standalone_mode=False)


def take(batch: Path, article: Path, out: Path) -> None:
    """Open the pages and keep a picture of each."""
    # Only the story that is shown is unfolded: one is enough.
    fold = (
        "document.querySelectorAll('.told').forEach((d) => {"
        " d.open = d.textContent.includes('Karvian') })"
    )
    pictures = (
        Picture("article", article.resolve(), ".segment", 2150),
        Picture("batch", batch.resolve(), "section", 2100),
        Picture("story", batch.resolve(), ".told[open]", 99_000, fold),
    )
    # The tests' browser is no module that can be imported from here.
    made = run_path(str(ROOT / "tests" / "browser" / "window.py"))
    window: Window = made["Window"]()
    try:
        for picture in pictures:
            data = reduced(shot(window, picture))
            (out / f"{picture.name}.png").write_bytes(data)
            print(f"{picture.name}.png: {len(data):,} bytes")
            if len(data) > _LARGEST:
                sys.exit(f"{picture.name}.png is larger than {_LARGEST:,} bytes")
    finally:
        window.close()


def shot(window: "Window", picture: Picture) -> Image.Image:
    """Take a page from its top, or from where its part begins, to its cut."""
    window.open(picture.page, width=_WIDTH)
    window.run(picture.before)
    end = window.run(_CUT, picture.ends, picture.height)
    whole = Image.open(io.BytesIO(window.picture(picture.name, height=end)))
    if not picture.before:
        return whole
    top = window.run(
        "return Math.floor(document.querySelector(arguments[0])"
        ".getBoundingClientRect().top + scrollY)",
        picture.ends,
    )
    return whole.crop((0, top, whole.width, whole.height))


def reduced(image: Image.Image) -> bytes:
    """Write an image with 256 colours and the name of the model."""
    told = PngInfo()
    told.add_text("model", shipped().model.label)
    file = io.BytesIO()
    few = image.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(file, "PNG", optimize=True, pnginfo=told)
    return file.getvalue()


if __name__ == "__main__":
    main()
