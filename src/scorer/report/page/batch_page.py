"""The page of many articles, section by section."""

from collections import Counter
from collections.abc import Mapping
from statistics import median
from typing import Final, NamedTuple

from scorer.outlets.rows import outlet_of
from scorer.report import plain
from scorer.report.page import charts, outlets, story_sections
from scorer.report.page.batch import ESTIMATES, Batch
from scorer.report.page.stories import Place
from scorer.report.page.template import Section, render, web_address
from scorer.report.rows import FEATURE_COLUMNS, SIGNALS, Row
from scorer.version import __version__

_BANDS: Final = tuple(reversed([name for name, *_ in plain.BANDS]))
_STATES: Final = (*_BANDS, *(s for s in plain.STATUSES if s != "ok"))
_LISTED: Final = 100  # of what was not scored; the table has the others
_OUTLETS: Final = 60
MOST: Final = 20_000  # rows of the table; beyond, a page grows too slow to open


def write_batch(batch: Batch) -> str:
    """Write the page of many articles."""
    found = (make(batch) for make in SECTIONS)
    count = len(batch.rows)
    models = sorted({str(row["model"]) for row in batch.rows if row["model"]})
    return render(
        "batch.html",
        version=__version__,
        title=f"{count:,} articles – scorer",
        body_class="batch",
        many=True,
        count=count,
        names=batch.names,
        sections=[section for section in found if section is not None],
        page_data=_page_data(batch),
        models=models,
    )


def _page_data(batch: Batch) -> Mapping[str, object]:
    rows = batch.rows[:MOST]
    places = [*batch.stories.places[:MOST]] or [None] * len(rows)
    names = [outlet_of(row) for row in rows]
    known = sorted(set(names) - {""}, key=str.casefold)
    place = {name: i for i, name in enumerate(known)} | {"": -1}
    return {
        "states": _STATES,
        "shown": [plain.STATUSES.get(state, state) for state in _STATES],
        "signals": SIGNALS,
        "features": [plain.feature_name(name) for name in FEATURE_COLUMNS],
        "outlets": known,
        "folder": batch.folder,
        "rows": [
            [*_packed(row, place[name], number not in batch.missing), _story(told)]
            for number, (row, name, told) in enumerate(
                zip(rows, names, places, strict=True)
            )
        ],
    }


def _packed(row: Row, outlet: int, has_page: bool) -> list[object]:  # noqa: FBT001 - one of a row's values
    """Put a row into as few letters as it takes: ten thousand stand in a page."""
    state = row["band"] if row["band"] in _STATES else row["status"]
    limits = [
        row[f"{name}{end}"] for name in ESTIMATES for end in ("", "_low", "_high")
    ]
    return [
        row["title"],
        row["path"],
        outlet,
        _STATES.index(state) if state in _STATES else -1,
        limits if row["evidential_quality"] is not None else None,
        [row[f"signal_{name}"] for name in SIGNALS],
        row["words"],
        row["top_reasons"] or row["reason"],
        row["published"],
        web_address(str(row["url"])) if row["url"] else None,
        [row[name] for name in FEATURE_COLUMNS] if row["band"] else None,
        int(has_page),
    ]


def _story(place: Place | None) -> list[object] | None:
    """Say which story it is, where others tell it too."""
    if place is None or not place.name:
        return None
    return [place.name, place.articles, place.origins, int(place.shown)]


class Share(NamedTuple):
    """How many articles are in one band or state."""

    name: str
    meaning: str
    articles: int
    share: float


def _glance(batch: Batch) -> Section:
    bands = Counter(row["band"] for row in batch.scored)
    states = Counter(str(row["status"]) for row in batch.rows)
    scored, whole = len(batch.scored), max(len(batch.rows), 1)
    data = {
        "count": len(batch.rows),
        "scored": scored,
        "bands": [
            Share(
                name,
                plain.BAND_MEANINGS[name],
                bands[name],
                bands[name] / (scored or 1),
            )
            for name in _BANDS
        ],
        "states": [
            Share(name, meaning, states[name], states[name] / whole)
            for name, meaning in plain.STATUSES.items()
            if states[name]
        ],
        "medians": {n: median(batch.values(n)) for n in ESTIMATES} if scored else None,
    }
    return Section("glance", "At a glance", "_glance.html", data)


def _spread(batch: Batch) -> Section | None:
    if not batch.scored:
        return None
    data = [
        (
            name,
            charts.histogram(batch.values(name), name),
            charts.intervals(batch.estimates(name), name),
            median(batch.values(name)),
            median(e.high - e.low for e in batch.estimates(name)),
        )
        for name in ESTIMATES
    ]
    return Section("spread", "How the scores are spread", "_spread.html", data)


def _map(batch: Batch) -> Section | None:
    if not batch.scored:
        return None
    pairs = list(zip(*(batch.values(name) for name in ESTIMATES), strict=True))
    title = "Evidence against sensationalism"
    return Section("map", title, "_map.html", charts.map_of(pairs))


def _table(batch: Batch) -> Section:
    data = {
        "states": [
            (number, plain.STATUSES.get(state, state))
            for number, state in enumerate(_STATES)
        ],
        "most": MOST,
        "left_out": max(0, len(batch.rows) - MOST),
    }
    return Section("articles", "The articles", "_table.html", data)


def _signals(batch: Batch) -> Section | None:
    if not batch.scored:
        return None
    values = {name: batch.values(f"signal_{name}") for name in SIGNALS}
    tallest = max(
        count for v in values.values() for _, count in charts.enumerate_bins(v)
    )
    data = [
        (
            name,
            plain.SIGNAL_MEANINGS[name],
            charts.histogram(found, name, tallest),
            median(found),
        )
        for name, found in values.items()
        if found
    ]
    return Section("signals", "Five signals", "_signals.html", data)


def _outlets(batch: Batch) -> Section | None:
    found = outlets.compare(batch.scored)
    if not found:
        return None
    unknown = sum(1 for row in batch.scored if not outlet_of(row))
    data = {
        "outlets": found[:_OUTLETS],
        "left_out": len(found) - _OUTLETS,
        "unknown": unknown,
    }
    return Section("outlets", "Outlets compared", "_outlets.html", data)


def _unscored(batch: Batch) -> Section | None:
    rows = [row for row in batch.rows if row["status"] != "ok"]
    if not rows:
        return None
    data = {
        "rows": [
            (plain.STATUSES.get(str(row["status"]), ""), row) for row in rows[:_LISTED]
        ],
        "left_out": len(rows) - _LISTED,
        "count": len(rows),
    }
    return Section("unscored", "Not scored", "_unscored.html", data)


def _limits(_: Batch) -> Section:
    return Section("limits", "Notes and limits", "_limits_many.html", None)


# A page is these sections in this order; one that has nothing to show is left out.
SECTIONS: Final = (
    _glance,
    _spread,
    _map,
    _table,
    story_sections.of_batch,
    _signals,
    _outlets,
    _unscored,
    _limits,
)
