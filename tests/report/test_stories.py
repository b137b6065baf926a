from typing import Any

from scorer.batch.pages import MOST_COMPARED, find_stories
from scorer.batch.records import Record
from scorer.report.page.batch import Batch
from scorer.report.page.batch_page import write_batch
from scorer.report.page.stories import MOST, Stories
from scorer.report.page.ties import ARTICLES, picture
from scorer.report.page.told import told
from scorer.report.rows import Row, to_row
from tests.report.test_rows import an_entry


def an_article(number: int, **other: Any) -> dict[str, Any]:  # noqa: ANN401 - as JSON has it
    return {
        "id": f"a{number}",
        "path": f"a{number}.txt",
        "title": f"Title {number}",
        "outlet": f"Outlet {number}",
        "published": "2031-05-01T10:00",
        "copied_share": 0.0,
        **other,
    }


def a_link(kind: str, one: int, other: int | None, name: str = "") -> dict[str, Any]:
    place = {"start": 0, "end": 5, "text": f"words of {one}"}
    return {
        "kind": kind,
        "from": f"a{one}",
        "to": None if other is None else f"a{other}",
        "name": name,
        "share": 0.5,
        "passages": [{"from": place}],
    }


def an_origin(kind: str, name: str, *articles: int) -> dict[str, Any]:
    named = [f"a{number}" for number in articles]
    passages = [{"article": named[0], "start": 0, "end": 4, "text": '"said so"'}]
    return {"kind": kind, "name": name, "articles": named, "passages": passages}


def a_story(
    size: int, *links: dict[str, Any], origins: tuple[dict[str, Any], ...] = ()
) -> dict[str, Any]:
    return {
        "id": "s1",
        "articles": [an_article(n) for n in range(1, size + 1)],
        "origins_independent": len(origins),
        "origins": list(origins),
        "links": list(links),
        "claims": [],
        "chains": [],
        "notes": [],
    }


def test_texts_in_common_are_put_together_by_pairs() -> None:
    links = [a_link("copied_text", *pair) for pair in ((1, 2), (4, 5), (2, 3))]
    found = told(a_story(5, *links), range(5))
    assert [text.articles for text in found.texts] == [(1, 2, 3), (4, 5)]


def test_a_source_named_in_several_ways_is_one_source() -> None:
    links = [
        a_link("shared_source", 1, 2, "Fisherman Tor Halden"),
        a_link("shared_source", 2, 3, "Tor Halden, a fisherman"),
        a_link("shared_source", 4, 5, "Mayor Halden"),
    ]
    found = told(a_story(5, *links), range(5))
    assert [(s.name, s.articles) for s in found.sources] == [
        ("Tor Halden, a fisherman", (1, 2, 3)),
        ("Mayor Halden", (4, 5)),
    ]


def test_pronouns_are_no_names_and_statements_are_not_mixed() -> None:
    links = [
        a_link("shared_source", 1, 2, "It"),
        a_link("shared_source", 1, 3, ""),
        a_link("shared_source", 2, 3, "who"),
    ]
    found = told(a_story(3, *links), range(3))
    assert [(s.name, s.articles) for s in found.sources] == [
        ("", (1, 2, 3)),  # the words stand at one place of the first article
        ("", (2, 3)),
    ]


def test_the_three_kinds_of_tie_are_kept_apart() -> None:
    links = [
        a_link("copied_text", 1, 2),
        a_link("shared_source", 1, 3, "Ida Brokk"),
        a_link("named_relay", 3, 2, "Outlet 2"),
        a_link("named_relay", 1, None, "Far Newswire"),
    ]
    found = told(a_story(3, *links), range(3))
    assert [text.articles for text in found.texts] == [(1, 2)]
    assert [source.name for source in found.sources] == ["Ida Brokk"]
    assert [(r.name, r.articles, r.through) for r in found.relays] == [
        ("Outlet 2", (3,), 2),
        ("Far Newswire", (1,), None),
    ]
    assert picture(found).kinds == {"copied", "shared", "relay"}


def test_an_article_that_reported_itself_is_named_by_its_number() -> None:
    origins = (an_origin("report", "Outlet 2", 1, 2), an_origin("agency", "Wire", 3))
    found = told(a_story(3, origins=origins), range(3))
    assert [origin.reporter for origin in found.origins] == [2, None]
    labels = [node.label for node in picture(found).behind]
    assert labels == ["reported by 2", "Wire"]


def test_an_agency_that_is_an_origin_is_drawn_once() -> None:
    link = a_link("named_relay", 1, None, "Wire")
    origins = (an_origin("agency", "Wire", 1, 2),)
    drawn = picture(told(a_story(2, link, origins=origins), range(2)))
    assert len(drawn.behind) == 1
    assert sorted(line.kind for line in drawn.lines) == ["relay", "rests"]


def test_a_picture_of_many_articles_has_a_bound() -> None:
    links = [a_link("copied_text", 1, n) for n in range(2, 200)]
    drawn = picture(told(a_story(199, *links), range(199)))
    assert len(drawn.articles) == ARTICLES
    assert drawn.height < 1000


def rows(count: int) -> list[Row]:
    return [to_row(an_entry(path=f"{i}.txt")) for i in range(count)]


def test_more_stories_than_a_page_holds_are_counted() -> None:
    pairs = MOST + 3
    stories = [{**a_story(2), "id": f"s{n}"} for n in range(pairs)]
    cells = [
        {
            "story": f"s{i // 2}",
            "story_size": 2,
            "origins_independent": 0,
            "copied_share": 0,
        }
        for i in range(2 * pairs)
    ]
    members = [(2 * n, 2 * n + 1) for n in range(pairs)]
    found = Stories.of(stories, members, cells)
    page = write_batch(Batch(rows(2 * pairs), ["x"], stories=found))
    assert page.count('<details class="told"') == MOST
    assert "3 more stories" in page
    assert [place.shown for place in found.places if place][-6:] == [False] * 6


def test_names_and_passages_of_a_story_stay_text() -> None:
    evil = "<script>alert(1)</script>\u202e"
    story = a_story(
        2,
        a_link("shared_source", 1, 2, evil),
        a_link("named_relay", 1, None, evil),
        origins=(an_origin("agency", evil, 1, 2),),
    )
    story["articles"] = [an_article(n, title=evil, outlet=evil) for n in (1, 2)]
    story["chains"], story["notes"] = [[evil, evil]], [evil]
    found = Stories.of([story], [(0, 1)], [{}, {}], (evil,))
    page = write_batch(Batch(rows(2), ["x"], stories=found))
    assert page.count("<script") == 2
    assert "\u202e" not in page


def test_without_texts_there_is_nothing_on_stories() -> None:
    assert find_stories(rows(3)) == Stories()
    assert "Stories" not in write_batch(Batch(rows(3), ["x"]))


def test_too_many_articles_are_not_compared_and_the_page_says_so() -> None:
    found = find_stories([Record(path="x")] * (MOST_COMPARED + 1))
    assert not found.places
    assert f"{MOST_COMPARED:,} articles at most" in write_batch(
        Batch(rows(2), ["x"], stories=found)
    )


def test_rows_among_articles_keep_their_places() -> None:
    text = b"The ferry Albatross ran aground off Skarn, the Tarvik coastguard said."
    record = Record(path="a.txt", data=text)
    found = find_stories([record, *rows(1), record])
    assert found.rows == [(0, 2)]
    assert found.places[1] is None
    assert [place and place.articles for place in found.places] == [2, None, 2]
