"""What pages say of stories: the batch's of all of them, an article's of its own."""

from typing import Final

from scorer.report.page.batch import Batch, page_name
from scorer.report.page.stories import Place
from scorer.report.page.template import Section
from scorer.report.page.ties import letter, picture
from scorer.report.page.told import told

_OPEN: Final = 2  # stories that are unfolded from the start
_ARTICLES: Final = 60  # of one story that are named
_LEGEND: Final = (
    ("rests", "rests on"),
    ("copied", "has text in common with"),
    ("shared", "names as its source"),
    ("relay", "has it from"),
)


def of_batch(batch: Batch) -> Section | None:
    """Show the stories that several articles tell; None where nothing was compared."""
    found = batch.stories
    if not found.places and not found.notes:
        return None
    whole = [told(*pair) for pair in found.shown]
    told_by_several = sum(map(len, found.rows))
    data = {
        "stories": [(story, picture(story)) for story in whole],
        "count": len(found.stories),
        "left_out": len(found.stories) - len(whole),
        "articles": told_by_several,
        "lone": sum(place is not None for place in found.places) - told_by_several,
        "compared": bool(found.places),
        "notes": found.notes,
        "links": {t.row: _link(batch, t.row) for story in whole for t in story.tellers},
        "legend": _LEGEND,
        "letter": letter,
        "open": _OPEN,
        "most": _ARTICLES,
    }
    return Section("stories", "Stories", "_stories.html", data)


def _link(batch: Batch, row: int) -> str | None:
    if not batch.folder or row in batch.missing:
        return None
    return f"{batch.folder}/{page_name(row)}"


def of_article(place: Place | None, back: str | None) -> Section | None:
    """Say how many tell an article's story, and lead to it."""
    if place is None:
        return None
    data = {**place._asdict(), "link": f"{back}#story-{place.name}" if back else None}
    if not place.shown:
        data["link"] = None
    return Section("story", "Its story", "_story.html", data)
