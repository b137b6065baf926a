import json
from pathlib import Path

import scorer
from scorer.detectors.headlines import DETECTOR
from scorer.document import Document
from scorer.reading import Reading

PAIRS = Path(__file__).parents[2] / "data" / "overclaim.jsonl"


def _overclaims(headline: str, body: str) -> bool:
    reading = Reading.of(Document.from_text(body, title=headline))
    return any(
        a.label == "headline.overclaim" and a.weight >= 0.5
        for a in DETECTOR.annotate(reading)
    )


def test_overclaim_is_found_in_invented_pairs() -> None:
    pairs = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    assert len(pairs) >= 60
    found = [_overclaims(pair["headline"], pair["body"]) for pair in pairs]
    right = sum(f and p["overclaim"] for f, p in zip(found, pairs, strict=True))
    f1 = 2 * right / (sum(found) + sum(p["overclaim"] for p in pairs))
    assert f1 >= 0.75


def test_a_headline_that_carries_its_attribution_never_overclaims() -> None:
    body = (
        "Rebels have claimed that their fighters may have seized Olm airfield. "
        "The report could not be verified."
    )
    assert _overclaims("Rebels seize Olm airfield", body)
    for headline in (
        "Rebels claim to have seized Olm airfield",
        "Rebels reportedly seize Olm airfield",
        "'Rebels seize Olm airfield'",
        "“Rebels seize Olm airfield”",
        "Have rebels seized Olm airfield?",
        "Rebels may seize Olm airfield",
    ):
        assert not _overclaims(headline, body), headline


def test_a_headline_alone_is_scored_without_a_body() -> None:
    loud = scorer.score_headline("Shameful mayor SLAMMED over disgusting plan!")
    plain = scorer.score_headline("Mayor presents plan for harbour")
    assert loud.loaded > 0.7
    assert plain.loaded < 0.3
    assert "loaded.word" in {a.label for a in loud.annotations}
    assert plain.annotations == ()


def test_an_empty_headline_is_neither_bait_nor_loaded() -> None:
    score = scorer.score_headline("")
    assert score.annotations == ()
    assert 0 <= score.loaded < 0.5


def test_a_quoted_phrase_excuses_only_the_words_that_it_quotes() -> None:
    body = (
        "Rebels have claimed that their fighters may have seized Olm airfield and "
        "routed the army. The report could not be verified."
    )
    assert _overclaims("Rebels 'rout' army and seize Olm airfield", body)
    assert not _overclaims("Rebels 'seize Olm airfield'", body)


def test_a_headline_that_names_its_speaker_first_never_overclaims() -> None:
    body = "Rebels have claimed that their fighters may have seized Olm airfield."
    assert not _overclaims("Rebel leader: fighters seize Olm airfield", body)
    assert _overclaims("BREAKING: fighters seize Olm airfield", body)


def test_what_is_said_to_be_so_holds_a_claim_at_a_distance() -> None:
    body = "The rebels are said to hold Olm airfield. Nobody has been there."
    assert _overclaims("Rebels hold Olm airfield", body)
    assert not _overclaims(
        "Rebels hold Olm airfield", body.replace("are said to hold", "hold")
    )
