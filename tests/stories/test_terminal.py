"""A comparison as lines of text."""

from typing import Any

from scorer.stories.terminal import to_text


def story(*texts: str) -> dict[str, Any]:
    articles = [
        {"id": name, "outlet": name, "title": "", "path": "", "copied_share": 0.0}
        for name in ("ada", "bo")
    ]
    passages = [{"article": "ada", "text": text} for text in texts]
    origin = {
        "id": "o1",
        "name": "the Lund Post",
        "kind": "report",
        "articles": ["ada", "bo"],
        "passages": passages,
    }
    return {
        "id": "s1",
        "articles": articles,
        "origins_independent": 1,
        "origins": [origin],
        "links": [],
        "chains": [],
        "claims": [],
        "notes": [],
    }


def test_an_origin_is_shown_by_a_passage_that_tells_something() -> None:
    told = "the pier at Lund was shut for good on Monday"
    lines = to_text([story("Ada Lind", told)], [])
    assert told in lines
    assert "“Ada Lind”" not in lines


def test_a_name_is_shown_where_no_passage_tells_more() -> None:
    assert "“Ada Lind”" in to_text([story("Ada Lind", "Why?")], [])
