from dataclasses import replace
from math import nan

import pytest

from scorer.report.reasons import top_reasons
from scorer.types import Annotation, Evidence, Score, Span, Voice
from tests.stand_in import a_score

TEXT = "Mark Orlen, Mr Orlen, reportedly, humiliating, Radio Haldon."


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


SOURCES = (
    Annotation("a", "source.named", place("Mark Orlen"), source=0, via=1),
    Annotation("a", "source.named", place("Mr Orlen"), source=0),
    Annotation("a", "source.media", place("Radio Haldon"), source=1),
)
HEDGE = Annotation("h", "hedge.evidential", place("reportedly"))
LOADED = Annotation("l", "loaded.word", place("humiliating"))


def a_pushed(**pushes: float) -> Score:
    found = {
        "sources_distinct": SOURCES,
        "hedges_per_1000_words": (HEDGE,),
        "loaded_per_1000_words": (LOADED,),
    }
    evidence = tuple(
        Evidence("evidential_quality", name, 1.0, push, found.get(name, ()))
        for name, push in pushes.items()
    )
    return replace(a_score(), evidence=evidence)


def said(values: dict[str, float], **pushes: float) -> str:
    return top_reasons(a_pushed(**pushes), values, TEXT)


def test_one_source_is_named_first_however_small_its_push() -> None:
    sentence = said(
        {"single_source": 1.0, "sources_distinct": 1},
        sources_distinct=0.0,
        loaded_per_1000_words=-5.0,
    )
    assert sentence == (
        "It hangs on one source (Mark Orlen), the wording is loaded (“humiliating”)."
    )


def test_what_nobody_is_named_for_is_no_ones_who_is_named() -> None:
    named, unnamed = place("Mark Orlen"), place("reportedly")
    parts = (
        Annotation("a", "attribution.source", named, group=0, source=0),
        Annotation("a", "attribution.content", place("Radio"), group=0),
        Annotation("a", "attribution.source", unnamed, group=1),
        Annotation("a", "attribution.content", Span(0, len(TEXT)), group=1),
    )
    score = a_pushed(sources_distinct=0.0)
    [item] = score.evidence
    facts = {"largest_source_share": 0.9, "sources_distinct": 1, "single_source": 1.0}
    sentence = top_reasons(
        replace(score, evidence=(item._replace(annotations=parts),)), facts, TEXT
    )
    assert sentence == "90 % of what is attributed has no named source."


def test_without_sources_it_hangs_on_none() -> None:
    values = {"single_source": 1.0, "sources_distinct": 0}
    assert "hangs on" not in said(values, loaded_per_1000_words=-5.0)


def relayed(*found: Annotation) -> str:
    values = {"relayed_share": 0.5, "sources_distinct": 2}
    item = Evidence("evidential_quality", "sources_distinct", 1.0, 0.0, found)
    return top_reasons(replace(a_score(), evidence=(item,)), values, TEXT)


def test_a_medium_is_named_before_the_network_that_it_posts_on() -> None:
    posted = SOURCES[2]._replace(via=2)
    network = Annotation("a", "source.social_media", place("Mr Orlen"), source=2)
    assert relayed(posted, network).endswith("relayed from Radio Haldon.")


def test_a_medium_without_a_name_is_not_named() -> None:
    unnamed = Annotation("a", "source.media", place("reportedly"), source=1)
    assert relayed(unnamed).endswith("comes from statements, posts or other media.")


def test_a_reporter_and_a_whole_phrase_are_no_medium() -> None:
    phrase = Annotation("a", "source.media", Span(0, len(TEXT)), source=1)
    assert relayed(phrase).endswith("comes from statements, posts or other media.")


def test_many_sources_are_no_merit_where_one_carries_nearly_all() -> None:
    values = {
        "sources_distinct": 4.0,
        "single_source": 1.0,
        "largest_source_share": 0.7,
        "attributed_share": 0.6,
    }
    sentence = said(values, sources_distinct=4.0)
    assert sentence == (
        "70 % of what is attributed is one source's (Mark Orlen); "
        "in its favour: much of it is tied to a source."
    )
    whole = said(values | {"largest_source_share": 0.9}, sources_distinct=0.0)
    assert whole == "It hangs on one source (Mark Orlen)."


@pytest.mark.parametrize("nobody", ["He", "Some", "A few"])
def test_a_pronoun_and_a_number_name_nobody(nobody: str) -> None:
    text, size = f"{nobody} said that the dam was weak.", len(nobody)
    parts = (
        Annotation("a", "attribution.source", Span(0, size), group=0, source=0),
        Annotation("a", "source.anonymous", Span(0, size), group=0, source=0),
        Annotation("a", "attribution.content", Span(size + 6, size + 27), group=0),
    )
    item = Evidence("evidential_quality", "sources_distinct", 1.0, 0.0, parts)
    values = {"sources_distinct": 1.0, "single_source": 1.0}
    score = replace(a_score(), evidence=(item,))
    assert top_reasons(score, values, text) == "It hangs on one source."


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"headline_words": 7}, "In its favour: a plain headline."),
        ({"headline_words": 7, "headline_overclaim": 0.6}, "Nothing stands out."),
        ({"headline_words": 7, "headline_clickbait": 0.6}, "Nothing stands out."),
        ({"headline_words": 7, "headline_loaded": 0.6}, "Nothing stands out."),
        ({"headline_words": nan}, "Nothing stands out."),
    ],
)
def test_only_a_headline_without_a_finding_is_plain(
    values: dict[str, float], told: str
) -> None:
    assert said(values, headline_words=3.0) == told


def test_what_has_no_headline_has_no_fault_in_it() -> None:
    assert said({"headline_words": nan}, headline_words=-3.0) == "Nothing stands out."
    loud = said({"headline_words": 7}, headline_words=-3.0)
    assert loud == "The headline is loud."


def test_the_surest_words_are_quoted_first() -> None:
    text = "The snap, snap, snap was a humiliating rout for Mr Orlen."
    spans = [Span(4, 8), Span(10, 14), Span(16, 20), Span(27, 38)]
    found = tuple(
        Annotation("l", "loaded.word", span, weight=0.95 if span.start > 20 else 0.55)
        for span in spans
    )
    item = Evidence("evidential_quality", "loaded_per_1000_words", 1, -5.0, found)
    score = replace(a_score(), evidence=(item,))
    sentence = top_reasons(score, {}, text)
    assert sentence == "The wording is loaded (“humiliating”, “snap”)."


def test_relays_are_named() -> None:
    sentence = said({"relayed_share": 0.5, "sources_distinct": 2}, sources_distinct=0.0)
    assert sentence == "50 % of what is attributed is relayed from Radio Haldon."


def test_the_largest_push_comes_first_and_the_page_last() -> None:
    sentence = said(
        {"cross_links_clickbait": 2.0, "sources_distinct": 4, "sources_named": 3},
        hedges_per_1000_words=-2.0,
        loaded_per_1000_words=-3.0,
        sources_distinct=4.0,
    )
    assert sentence == (
        "The wording is loaded (“humiliating”), claims are hedged rather than shown "
        "(“reportedly”); in its favour: 4 sources (3 named); "
        "2 bait teasers beside it."
    )


def test_small_pushes_are_not_told() -> None:
    assert said({}, hedges_per_1000_words=-0.4) == "Nothing stands out."


def test_quoted_words_are_not_held_against_the_outlet() -> None:
    quoted = LOADED._replace(voice=Voice.QUOTED)
    item = Evidence("evidential_quality", "loaded_per_1000_words", 1, -5.0, (quoted,))
    score = replace(a_score(), evidence=(item,))
    assert top_reasons(score, {}, TEXT) == "The wording is loaded."


@pytest.mark.parametrize(("anonymous", "verb"), [(1.0, "is"), (2.0, "are")])
def test_anonymous_sources_are_counted(anonymous: float, verb: str) -> None:
    values = {"sources_distinct": 3.0, "sources_anonymous": anonymous}
    sentence = said(values, sources_distinct=-3.0)
    assert sentence == f"{anonymous:.0f} of 3 sources {verb} anonymous."


def test_where_all_are_anonymous_that_is_said() -> None:
    all_of = {"sources_distinct": 2.0, "sources_anonymous": 2.0}
    assert said(all_of, sources_distinct=-3.0) == "All of its 2 sources are anonymous."
    one = {"sources_distinct": 1.0, "sources_anonymous": 1.0}
    assert said(one, sources_distinct=-3.0) == "Its only source is anonymous."
