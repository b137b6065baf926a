"""Hold the comparison to what is known of our invented stories."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import scorer
from scorer.stories.values import LinkKind, Story

STORIES = Path(__file__).resolve().parents[2] / "data/stories/stories.jsonl"

Row = dict[str, Any]


@cache
def compared() -> tuple[tuple[Row, Story], ...]:
    rows = [json.loads(line) for line in STORIES.read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        documents = [
            scorer.Document.from_text(
                a["text"], outlet=a["outlet"], published=a["published"]
            )
            for a in row["articles"]
        ]
        stories = scorer.compare(documents).stories
        if len(stories) == 1:
            found.append((row, stories[0]))
    return tuple(found)


def links(story: Story, kind: LinkKind) -> set[tuple[int, ...]]:
    return {
        tuple(sorted((k.one, k.other)))
        for k in story.links
        if k.kind is kind and k.other is not None
    }


def test_nearly_every_story_is_found_as_one() -> None:
    assert len(compared()) >= 34


def test_origins_are_counted_right_in_four_of_five_stories() -> None:
    off = Counter(
        abs(story.origins_independent - row["origins"]) for row, story in compared()
    )
    assert off[0] >= 0.8 * len(compared())
    assert off[0] + off[1] >= 0.95 * len(compared())


def test_copies_and_abridged_copies_are_found_and_nothing_else() -> None:
    right = wrong = missed = 0
    for row, story in compared():
        known = {tuple(pair) for pair in row["copies"]}
        found = links(story, LinkKind.COPIED_TEXT)
        right += len(found & known)
        wrong += len(found - known)
        missed += len(known - found)
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.9


def test_a_relay_is_led_to_the_article_that_it_names() -> None:
    for row, story in compared():
        known = {tuple(sorted(pair)) for pair in row["relays"]}
        assert links(story, LinkKind.NAMED_RELAY) == known, row["id"]
