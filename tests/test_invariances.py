"""What must not move a score, and what must move it which way.

The articles are the project's own; where the corpora are at hand, theirs are asked too.
"""

import gzip
import json
import os
import re
from itertools import islice
from pathlib import Path

import pytest

from scorer import files
from scorer.document import Document
from scorer.scoring import score
from scorer.types import Score, SegmentKind
from tests.articles import ARTICLE, TITLE

FOLDER = Path(__file__).parents[1] / "data" / "articles"
SCORED = [
    path
    for path in sorted(FOLDER.glob("*.txt"))
    if not path.name.startswith(("german", "short"))
]
CORPORA = Path(os.environ.get("SCORER_CORPORA", "../shared/corpora"))
BODY = ARTICLE.removeprefix(TITLE).strip()


def scored(text: str, title: str | None = None) -> Score:
    found = score(Document.from_text(text, title=title))
    assert found.evidential_quality is not None, found.notes
    return found


def quality(text: str, title: str | None = None) -> float:
    estimate = scored(text, title).evidential_quality
    assert estimate is not None
    return estimate.value


def sensationalism(text: str, title: str | None = None) -> float:
    estimate = scored(text, title).sensationalism
    assert estimate is not None
    return estimate.value


def texts() -> list[tuple[str, str]]:
    """Return headline and body of the project's own articles, chrome left out."""
    found = [clean(files.read(path)) for path in SCORED]
    return [(TITLE, BODY), *(pair for pair in found if pair[0])]


def clean(document: Document) -> tuple[str, str]:
    """Return a document's headline, "" where it has none, and its body."""
    lines: dict[SegmentKind, list[str]] = {kind: [] for kind in SegmentKind}
    for segment in document.segments:
        lines[segment.kind].append(segment.span.of(document.text))
    headlines = lines[SegmentKind.HEADLINE] or [""]
    return headlines[0], "\n\n".join(lines[SegmentKind.BODY])


OWN = pytest.mark.parametrize(("title", "body"), texts())


def credited(body: str, dateline: str, credit: str, byline: str) -> str:
    """Publish an article under a name, as wires and papers do."""
    bare = re.sub(r"^[A-Z][A-Z ]+(?:\([^)]*\))? - ", "", body)
    return f"{byline}\n\n{dateline}{bare}\n\n{credit}".strip()


HOUSES = (
    ("", "", ""),
    ("LONDON (Reuters) - ", "(Reporting by Ada Lind; Editing by Piet Moran)", ""),
    ("", "This article first appeared in The Sun.", "By ADA LIND, Senior Reporter"),
    ("WASHINGTON (AP) — ", "Copyright 2020 The Associated Press.", "By Ada Lind"),
)


@OWN
def test_who_publishes_an_article_hardly_moves_its_score(title: str, body: str) -> None:
    values = [
        quality(credited(body, dateline, credit, byline), title)
        for dateline, credit, byline in HOUSES
    ]
    assert max(values) - min(values) <= 3


@OWN
def test_a_disguise_of_letters_moves_nothing(title: str, body: str) -> None:
    plain = quality(body, title)
    curly = body.replace('"', "”").replace("'", "’")
    assert quality(curly, title) == pytest.approx(plain, abs=0.5)
    hidden = body.replace(" the ", " t\u200bhe ").replace(" said", " sa\u00adid")
    assert quality(hidden, title) == pytest.approx(plain, abs=0.5)
    alike = body.replace("said", "sаid").replace(" council", " cоuncil")
    assert quality(alike, title) == pytest.approx(plain, abs=0.5)


@OWN
def test_an_article_pasted_twice_gains_little(title: str, body: str) -> None:
    assert quality(f"{body}\n\n{body}", title) <= quality(body, title) + 5


TEASERS = "\n".join(
    f"{lead} {thing} [{cry}]"
    for lead in ("Singer's shock move leaves fans", "You won't believe this about")
    for thing in ("stunned by bikini snap", "her secret diet", "the royal split")
    for cry in ("REVEALED", "PICTURES", "VIDEO", "SHOCKING", "LATEST", "EXCLUSIVE")
)


@OWN
def test_teasers_move_the_page_and_cost_the_article_little(
    title: str, body: str
) -> None:
    before, after = scored(body, title), scored(f"{body}\n\n{TEASERS}", title)
    assert before.evidential_quality is not None
    assert after.evidential_quality is not None
    assert after.signals["page"] > before.signals["page"]
    cost = before.evidential_quality.value - after.evidential_quality.value
    assert -0.5 <= cost <= 5


LOADED = """\
Furious villagers were left reeling last night after a shocking and disgraceful \
betrayal by clueless town bosses, who have slammed the door on the beloved Mill \
Bridge in a humiliating climbdown. The disastrous decision has sparked outrage \
and plunged the terrified community into chaos. It is an absolute scandal, and \
the arrogant leaders behind this outrageous fiasco should hang their heads in \
shame. The catastrophic shambles has devastated hard-working families, who face \
a nightmare winter of misery while greedy officials line their own pockets. \
Nobody in the corrupt town hall dared to show their face before the angry crowd. \
The horrific blunder will haunt them for years."""
PLAIN = """\
Villagers met last night after a sudden and contested decision by town \
councillors, who have closed the old Mill Bridge in a change of course. The \
decision has caused debate and left the affected community with questions. It is \
a matter of dispute, and the senior leaders behind this disputed measure should \
give an account of it. The long delay has affected local families, who face a \
winter of detours while council officials keep to their own plans. Nobody in the \
closed town hall came to show their face before the large crowd. The costly \
mistake will occupy them for years."""


def test_plain_words_in_place_of_loaded_ones_calm_an_article() -> None:
    assert sensationalism(PLAIN) < sensationalism(LOADED) - 10


FIRST = """The ferry to Orrin island will stop running in October, the operator, \
Lindmar Lines, said. The company lost 2.1 million crowns on the route last year. The \
last boat leaves on October 4. Tickets that were bought for later dates will be paid \
back. The boat will be sold, and the eleven members of its crew will be offered work \
on the route to Selby. The ferry has run since 1961, and about 40,000 people took it \
last year, most of them in the summer. Goods for the shop and the school came with it \
on Tuesdays. The quay was rebuilt in 2016 at a cost of 900,000 crowns. A smaller boat \
takes the post, and will go on doing so."""
SECOND = (
    "\n\nThe island's mayor, Greta Halvard, said the council had not been told."
    ' "We read it on the website like everybody else," she said.'
)
THIRD = (
    "\n\nA spokesman for the transport ministry, Olaf Brenner, said it had asked two"
    " other companies for offers. A report by the national audit office, published in"
    " May, found that the route needed a subsidy of 800,000 crowns a year."
)


def test_more_independent_sources_raise_quality() -> None:
    one, two, three = FIRST, FIRST + SECOND, FIRST + SECOND + THIRD
    assert quality(one) < quality(two) < quality(three)


def test_without_its_attributions_an_article_falls() -> None:
    stripped = BODY
    engineer = "said Anna Kessler, the council's chief engineer. "
    for said, bare in (
        (f'"The survey leaves us no room," {engineer}"Either we', "Either we"),
        ('everyone."', "everyone."),
        (", according to the tender published on the council's website,", ""),
        ("Councillor Piet Moran, who voted against, said the", "The"),
        ('it. "We are', "it. It is"),
        ('use," he told the meeting.', "use."),
        (
            "The Ministry of Transport said in a statement that it would pay",
            "The ministry will pay",
        ),
        (
            "A spokesman for the haulage association, Jonas Brandt, said its members",
            "Hauliers",
        ),
    ):
        assert said in stripped
        stripped = stripped.replace(said, bare)
    assert quality(stripped, TITLE) < quality(BODY, TITLE) - 5


@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not here")
def test_who_publishes_moves_no_article_of_the_corpora_far() -> None:
    with gzip.open(CORPORA / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 0, 8000, 200)]
    moved = []
    for row in rows:
        title, body = clean(Document.from_text(row["text"], title=row["title"] or None))
        values = []
        for dateline, credit, byline in HOUSES:
            text = credited(body, dateline, credit, byline)
            found = score(Document.from_text(text, title=title)).evidential_quality
            values += [found.value] if found else []
        moved += [max(values) - min(values)] if len(values) == len(HOUSES) else []
    assert len(moved) > 20
    assert sorted(moved)[len(moved) // 2] <= 3
