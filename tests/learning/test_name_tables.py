"""What is counted to tell media by their names and speech by its cues."""

import gzip
import json
from pathlib import Path

from scorer.learning import media_names
from scorer.text.tables import load_table


def test_counts_as_media_what_many_outlets_say_reports_and_is_told(
    tmp_path: Path,
) -> None:
    text = (
        "It rained, as the Ostal Courier reported. She told the Ostal Courier so."
        " Then she told the Harbour Board. So the Ostal Courier had it first."
    )
    rows = [{"text": text, "outlet": f"outlet {i}"} for i in range(30)]
    with gzip.open(tmp_path / "articles.jsonl.gz", "wt") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    media_names.learn(tmp_path, tmp_path)
    shares = json.loads((tmp_path / "media_names.json").read_text("utf-8"))["shares"]
    assert set(shares) == {"ostal", "courier"}
    assert 0.6 < shares["courier"] < 0.7


def test_knows_cues_of_speech_from_cues_of_wishes() -> None:
    shares = load_table("speech_cues")["shares"]
    assert shares["called for"] < 0.3
    assert shares["said"] > 0.9


def test_names_no_person_among_the_media() -> None:
    given = frozenset(load_table("given_names")["names"])
    assert given.isdisjoint(load_table("media_names")["shares"])
