"""How large pages are, how long they take to make, and how soon they are there.

Usage: python benchmarks/pages.py [--number 1000] [--words 1000] [--input FILE.jsonl]

Making is time of the processor, the best of several rounds, beside that of a plain
loop of this Python, so that a busy or slow machine can be told. The article is our
longest sample; the batch is composed, unless an input is given. Where Chromium is
installed, pages are opened in it, and held to axe-core's rules after `make axe`.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from runpy import run_path
from typing import TYPE_CHECKING, Final

from corpus import write
from rounds import best

from scorer.batch.inputs import read_records
from scorer.batch.pages import Press, find_stories, press
from scorer.batch.records import Record
from scorer.report.page.batch import Batch, page_name
from scorer.report.page.batch_page import write_batch

if TYPE_CHECKING:
    from tests.browser.window import Window

ROOT: Final = Path(__file__).resolve().parents[1]
ARTICLE: Final = ROOT / "data" / "articles" / "tabloid-harbour-evacuation.txt"
_ROUNDS: Final = 3
_LOOP: Final = 10**6
_PAINT: Final = """
const done = arguments[arguments.length - 1];
new PerformanceObserver((list) => {
  const paint = list.getEntriesByName("first-contentful-paint")[0];
  if (paint) done(paint.startTime);
}).observe({ type: "paint", buffered: true });
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--number", type=int, default=1000)
    options.add_argument("--words", type=int, default=1000)
    options.add_argument("--input", type=Path)
    given = options.parse_args()
    looped = best(lambda: sum(i for i in range(_LOOP)), _ROUNDS)
    print(f"this machine: a million steps of a loop in {looped:.3f} s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = given.input or write(folder / "in.jsonl", given.number, given.words)
        one = tell_one(folder)
        many = tell_many(list(islice(read_records([path]), given.number)), folder)
        if shutil.which("chromium") and shutil.which("chromedriver"):
            tell_browser([one, many])


def tell_one(folder: Path) -> Path:
    """Make the page of one article, in a process of its own and in this one."""
    out = folder / "one.html"
    command = [sys.executable, "-m", "scorer", "report", str(ARTICLE)]
    command += ["--out", str(out)]
    times = []
    for _ in range(_ROUNDS):
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = getrusage(RUSAGE_CHILDREN)
        user, system = (getattr(after, n) - getattr(before, n) for n in _TIMES)
        times.append(user + system)
    records = [Record(path=str(ARTICLE))]
    warm = best(lambda: Press(unread=True).write(records), _ROUNDS)
    print(f"one article: {out.stat().st_size / 1000:.0f} kB,", end=" ")
    print(f"{warm:.3f} s, with the start of the program {min(times):.2f} s")
    return out


_TIMES: Final = ("ru_utime", "ru_stime")


def tell_many(records: Sequence[Record], folder: Path) -> Path:
    """Make the page of many articles, step by step."""
    start = time.process_time()
    stories = find_stories(records)
    compared = time.process_time() - start
    rows = best(lambda: list(press(records, Press(pages=False))), 1)
    start = time.process_time()
    own = list(press(records, Press(back="../many.html"), places=stories.places))
    with_pages = time.process_time() - start
    batch = Batch([row for row, _ in own], ["many"], "many-articles", stories=stories)
    out = folder / "many.html"
    page = write_batch(batch)
    out.write_text(page, "utf-8")
    (folder / "many-articles").mkdir()
    (folder / "many-articles" / page_name(0)).write_text(own[0][1], "utf-8")
    size = out.stat().st_size
    writing = best(lambda: write_batch(batch), _ROUNDS)
    print(f"{len(records):,} articles: {size / 1e6:.2f} MB", end=", ")
    print(f"{len(stories.stories):,} stories of several of them")
    print(f"  the page itself: {writing:.2f} s")
    print(f"  looking for stories: {compared:.2f} s; scoring: {rows:.2f} s")
    print(f"  a page for each beside it: {with_pages - rows:.2f} s more,", end=" ")
    print(f"{sum(len(p.encode()) for _, p in own) / len(own) / 1000:.0f} kB each")
    return out


def tell_browser(pages: Sequence[Path]) -> None:
    """Open pages as a reader would."""
    made = run_path(str(ROOT / "tests" / "browser" / "window.py"))
    window: Window = made["Window"]()
    try:
        for page in pages:
            paints = []
            for _ in range(_ROUNDS + 2):
                window.open(page)
                paints.append(float(window.driver.execute_async_script(_PAINT)))
            print(f"{page.name}: first paint after {min(paints) / 1000:.2f} s", end="")
            if made["AXE"].is_file():
                found = [
                    violation
                    for width in (1280, 400)
                    for dark in (False, True)
                    for violation in broken(window, page, width, dark)
                ]
                print(f"; violations of axe-core's rules: {len(found)}", end="")
                print("".join(f"\n  {violation}" for violation in found), end="")
            print()
    finally:
        window.close()


def broken(window: "Window", page: Path, width: int, dark: bool) -> list[str]:  # noqa: FBT001 - one of two
    """Return what axe-core finds in a page, all of it unfolded."""
    window.open(page, width=width, dark=dark)
    window.run("for (const d of document.querySelectorAll('details')) d.open = true")
    return window.violations()


if __name__ == "__main__":
    main()
