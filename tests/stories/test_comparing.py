import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import scorer
from scorer.batch.comparing import Show, compare_records
from scorer.batch.records import Record
from scorer.stories import comparing, roots
from scorer.stories.accounts import Account
from scorer.stories.admiralty import credibility
from scorer.stories.names import name_of
from scorer.stories.objects import to_object
from scorer.stories.values import LinkKind, Story
from tests.cli.inside import scorer as run
from tests.stories.articles import (
    ABRIDGED,
    OWN_REPORT,
    RELAY,
    SAME_STATEMENT,
    WIRE,
    document,
    story,
)


def told(*documents: scorer.Document) -> Story:
    found = scorer.compare(documents)
    assert [s.articles for s in found.stories] == [tuple(range(len(documents)))]
    return found.stories[0]


def pairs(found: Story, kind: LinkKind) -> set[tuple[int, int | None]]:
    return {(link.one, link.other) for link in found.links if link.kind is kind}


def test_five_articles_of_one_story_have_two_origins() -> None:
    found = told(*story())
    assert found.origins_independent == 2
    assert [o.articles for o in found.origins] == [(0, 1, 2), (3, 4)]


def test_the_three_kinds_of_link_are_told_apart() -> None:
    found = told(*story())
    assert pairs(found, LinkKind.COPIED_TEXT) == {(1, 0)}
    assert (0, 2) in pairs(found, LinkKind.SHARED_SOURCE)
    assert (0, 1) not in pairs(found, LinkKind.SHARED_SOURCE)
    assert (4, 3) in pairs(found, LinkKind.NAMED_RELAY)
    assert (2, 3) not in pairs(found, LinkKind.NAMED_RELAY)


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://news.tarvikecho.com/ferry/1", True),
        ("https://www.morwenecho.com/ferry/1", False),
        ("https://[tarvikecho.com", False),  # no address
        (None, False),
    ],
)
def test_an_outlet_that_is_not_named_is_known_by_its_address(
    url: str | None, *, known: bool
) -> None:
    report = scorer.Document.from_text(OWN_REPORT, url=url, published="2031-05-04")
    found = told(report, document(RELAY, "Ostal Today", "2031-05-05"))
    assert ((1, 0) in pairs(found, LinkKind.NAMED_RELAY)) is known


def test_links_show_the_very_words() -> None:
    documents = story()
    found = told(*documents)
    [copy] = [link for link in found.links if link.kind is LinkKind.COPIED_TEXT]
    mine = copy.passages[0].span.of(documents[1].text)
    theirs = copy.passages[0].other.of(documents[0].text)
    assert mine.startswith("A ferry carrying 212 people")
    assert mine == theirs


def test_the_chain_leads_from_the_article_to_the_first_speaker() -> None:
    found = told(*story())
    assert ("Ostal Today", "Tarvik Echo", "Fisherman Tor Halden") in found.chains


def test_a_claim_of_one_speaker_rests_on_one_origin() -> None:
    found = told(*story())
    shared = [c for c in found.claims if {0, 2} <= {s.article for s in c.shown}]
    assert shared
    assert all(len(claim.origins) == 1 for claim in shared)
    assert all("Brokk" in claim.source for claim in shared)


def test_a_copy_alone_adds_no_origin() -> None:
    wire, copy = document(WIRE, "Norvik Post"), document(ABRIDGED, "Morwen Daily")
    assert told(wire, copy).origins_independent == 1
    assert told(wire, copy).copied[1] > 0.9


def test_one_statement_told_by_two_outlets_is_one_origin() -> None:
    one = document(SAME_STATEMENT, "The Strait Courier")
    other = document(
        SAME_STATEMENT.replace("Nobody came to serious harm", "No one was badly hurt")
        .replace("By half past four every passenger was in a boat", "All were in boats")
        .replace("went onto rocks", "grounded"),
        "Morwen Daily",
    )
    assert told(one, other).origins_independent == 1


def test_reports_with_sources_of_their_own_are_two_origins() -> None:
    found = told(document(WIRE, "Norvik Post"), document(OWN_REPORT, "Tarvik Echo"))
    assert found.origins_independent == 2


def test_a_relay_whose_outlet_is_not_there_names_that_outlet_as_origin() -> None:
    found = told(document(WIRE, "Norvik Post"), document(RELAY, "Ostal Today"))
    assert {(o.kind, o.name) for o in found.origins} == {
        ("agency", "Norvik News Agency"),
        ("outlet", "the Tarvik Echo"),
    }


def test_a_story_of_many_texts_is_looked_into_in_part_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(comparing, "MOST", 3)
    found = told(*story())
    assert "the first 3 were looked into" in found.notes[0]
    assert len(found.copied) == 5


def test_a_story_of_long_texts_is_looked_into_in_part_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(comparing, "CHARACTERS", 3 * len(WIRE))
    documents = [document(f"{WIRE} It is {n}.", "Norvik Post") for n in range(5)]
    [found] = scorer.compare(documents).stories
    assert "The story has 5 articles; the first 2 were looked into." in found.notes
    assert len(found.copied) == 5


def test_a_story_of_many_utterances_is_compared_in_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(roots, "UTTERANCES", 10)
    monkeypatch.setattr(roots, "_FEWEST", 2)
    lines = [f"Lena Quist said that pier {n} had no lamp." for n in range(30)]
    text = "\n\n".join(lines)
    accounts = [Account.of(n, document(text, f"Paper {n}")) for n in range(3)]
    assert [len(a.utterances) for a in accounts] == [30] * 3
    assert len(roots.find_roots(accounts).utterances) == 9


def test_sources_of_one_name_are_compared_up_to_a_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [name_of("official", [f"harbour board {n}"]) for n in range(40)]
    monkeypatch.setattr(roots, "_NAMESAKES", 5)
    assert len(roots.sharing(names)) == 10
    assert not roots.sharing([name_of("named", ["Quist"]), name_of("named", ["Holt"])])


def test_nothing_to_compare_gives_no_stories() -> None:
    assert scorer.compare([]).stories == ()
    lone = scorer.compare([scorer.Document.from_text("")]).stories
    assert [s.articles for s in lone] == [(0,)]


def test_articles_of_one_id_are_told_apart_in_json() -> None:
    twice = [document(WIRE, "Norvik Post"), document(WIRE, "Norvik Post")]
    whole = to_object(scorer.compare(twice))
    ids = [article["id"] for article in whole["stories"][0]["articles"]]
    assert len(set(ids)) == 2
    json.dumps(whole, allow_nan=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [
        {"text": d.text, "outlet": d.outlet, "published": d.published} for d in story()
    ]
    path = tmp_path / "story.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_compare_writes_the_stories_as_json(folder: Path) -> None:
    done = run("compare", folder, "--format", "json")
    assert done.status == 0
    [found] = json.loads(done.out)["stories"]
    assert found["origins_independent"] == 2
    assert {link["kind"] for link in found["links"]} == set(LinkKind)
    ids = {article["id"] for article in found["articles"]}
    assert all(link["from"] in ids for link in found["links"])


def test_compare_says_in_text_how_many_origins_there_are(folder: Path) -> None:
    done = run("compare", folder)
    assert "5 articles, 2 independent origins" in done.out
    assert "Fisherman Tor Halden ← Tarvik Echo ← Ostal Today" in done.out


def test_compare_appends_its_columns_to_the_report(folder: Path) -> None:
    done = run("compare", folder, "--format", "csv")
    assert list(done.rows[0])[-4:] == [
        "story",
        "story_size",
        "origins_independent",
        "copied_share",
    ]
    assert [row["story_size"] for row in done.rows] == ["5"] * 5
    assert float(done.rows[1]["copied_share"]) > 0.9


def test_compare_answers_for_what_cannot_be_read(folder: Path) -> None:
    with folder.open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    done = run("compare", folder, "--format", "json")
    assert done.status == 1
    assert "line 6" in json.loads(done.out)["failures"][0]["reason"]
    rows = run("compare", folder, "--format", "csv").rows
    assert [row["status"] for row in rows].count("error") == 1
    assert rows[5]["story"] == ""


def test_articles_of_one_line_are_read_and_left_alone(tmp_path: Path) -> None:
    lines = [{"text": f"Buy {n} lamps today"} for n in range(12)]
    lines += [{"text": "."}, {"text": "?" * 5000}]
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    done = run("compare", path, "--format", "json")
    assert done.status == 0
    members = [a["id"] for s in json.loads(done.out)["stories"] for a in s["articles"]]
    assert len(members) == len(set(members)) == len(lines)


def test_a_great_many_identical_articles_are_one_story_with_one_origin() -> None:
    raw = json.dumps({"text": WIRE, "outlet": "Norvik Post"}).encode()
    records = [Record(path="made", line=n, raw=raw) for n in range(1, 2001)]
    compared = compare_records(records)
    [story] = compared.stories
    assert story["origins_independent"] == 1
    assert len({a["id"] for a in story["articles"]}) == len(records)
    assert story["notes"] == [
        "The story has 2,000 articles; the first 60 were looked into."
    ]
    assert compared.cells[0]["copied_share"] == 1.0


def test_processes_do_not_change_the_comparison(folder: Path) -> None:
    one = run("compare", folder, "--format", "json").out
    two = run("compare", folder, "--format", "json", "--jobs", "2").out
    assert one == two


def test_a_comparison_says_how_far_it_is() -> None:
    whole = json.dumps({"text": WIRE}).encode()
    raws = (whole, whole, b"{", json.dumps({"text": ""}).encode())
    records = [Record(path="made", line=i, raw=raw) for i, raw in enumerate(raws)]
    steps: list[tuple[str, int, list[int]]] = []

    @contextmanager
    def follow(total: Callable[[], int], what: str) -> Iterator[Show]:
        rows: list[int] = []
        yield lambda counts: rows.append(counts["rows"])
        steps.append((what, total(), rows))

    compared = compare_records(records, follow=follow)
    assert [len(members) for members in compared.members] == [2, 1]
    assert steps == [
        ("articles compared", 4, [1, 2, 3, 4]),
        ("stories looked into", 2, [1, 2]),
    ]


def test_admiralty_keeps_its_axes_apart(folder: Path, tmp_path: Path) -> None:
    letters = tmp_path / "letters.csv"
    letters.write_text("outlet,letter\nTarvik Echo,B\n", "utf-8")
    done = run(
        "compare", folder, "--format", "csv", "--admiralty", "--reliability", letters
    )
    assert [row["source_reliability"] for row in done.rows] == ["F", "F", "F", "B", "F"]
    # Too little text to be scored is too little to be graded.
    assert [row["information_credibility"] for row in done.rows][1] == "6"
    plain = run("compare", folder, "--format", "json").out
    assert "source_reliability" not in plain
    graded = json.loads(run("compare", folder, "--format", "json", "--admiralty").out)
    article = graded["stories"][0]["articles"][3]
    assert article["source_reliability"] == "F"
    text = run("compare", folder, "--admiralty").out
    assert "credibility 6, source reliability F" in text


def test_a_list_with_other_letters_is_refused(folder: Path, tmp_path: Path) -> None:
    letters = tmp_path / "letters.csv"
    letters.write_text("Tarvik Echo,B\nNorvik Post,Z\n", "utf-8")
    done = run("compare", folder, "--reliability", letters)
    assert done.status == 2
    assert "row 2" in done.err


@pytest.mark.parametrize(("origins", "best"), [(0, 2), (1, 2), (2, 1), (5, 1)])
def test_nothing_is_confirmed_by_a_single_origin(origins: int, best: int) -> None:
    assert min(credibility(q, origins) for q in range(101)) == best
    assert credibility(None, origins) == 6
