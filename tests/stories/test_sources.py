from dataclasses import replace

import pytest

from scorer.document import Document
from scorer.reading import Reading
from scorer.stories.accounts import Account, _names, heard_through
from scorer.stories.credits import credit
from scorer.stories.media import is_short_for, same_medium
from scorer.stories.names import name_of, same_source
from scorer.stories.roots import find_roots, medium_of
from scorer.stories.utterances import (
    Utterance,
    content_words,
    likeness,
    matches,
    without,
)
from scorer.types import Annotation, Span


def words(text: str) -> dict[str, float]:
    reading = Reading.of(Document.from_text(text))
    return content_words(reading, [(0, len(reading.words))])


SAID = "No village on this coast will be left without light this winter"


@pytest.mark.parametrize(
    "other",
    [
        "not one village on the coast would be without light over winter",
        "every village along this coast has light for the winter",
        "No village on this coast",
    ],
)
def test_the_same_words_are_known_when_translated_or_trimmed(other: str) -> None:
    assert likeness(words(SAID), words(other)) > 0.5


def test_words_of_the_topic_and_little_else_are_not_the_same_utterance() -> None:
    told = [
        Utterance(number, Span(0, 1), None, words(text))
        for number, text in enumerate(
            (
                "the dredging programme was costing two million crowns a month",
                "the dredging programme may get two million crowns",
                "a programme for dredging two rivers was costing one million crowns",
            )
        )
    ]
    topic = words("dredging programme crowns")
    masked = [u._replace(words=without(u.words, topic)) for u in told]
    assert list(matches(told))
    assert not list(matches(masked))


def test_other_words_on_the_same_matter_are_not_the_same_utterance() -> None:
    other = "the grid in the villages was damaged by frost and must be replaced"
    assert likeness(words(SAID), words(other)) < 0.4


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("named", "Dr Lena Quist", "Quist", True),
        ("named", "Lena Quist, the harbour master", "harbour master Lena Quist", True),
        ("named", "Lena Quist", "Tor Quist", False),
        ("named", "Lena Quist", "Lena Holt", False),
        ("official", "the Tarvik coastguard", "a coastguard spokesman", True),
        ("official", "Tarvik police", "Morwen police", False),
        ("official", "officials", "officials", False),
        ("anonymous", "a neighbour", "a neighbour", False),
        ("organisation", "Straitline", "a statement by Straitline", True),
    ],
)
def test_names_tell_who_is_who_between_articles(
    kind: str, one: str, other: str, *, same: bool
) -> None:
    assert same_source(name_of(kind, [one]), name_of(kind, [other])) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Tarvik Echo", "Tarvik Echo", True),
        ("The Tarvik Echo", "tarvikecho.co.uk", True),
        ("North Tarvik Times", "www.nttimes.com", True),
        ("Norvik Broadcasting Company", "NBC", True),
        ("TBC", "tbcnews.com", True),
        ("TBC News", "TBC", True),
        ("a spokesman for the Tarvik Echo", "Tarvik Echo", True),
        ("Tarvik Echo", "Morwen Echo", False),
        ("Tarvik Times", "Tarvik Post", False),
        ("The Observer", "Observer Mission", False),
        ("TBC News", "TBC Sports", False),
        ("News reports", "News reports", False),
        ("several outlets", "several outlets", False),
        ("", "Morwen Echo", False),
    ],
)
def test_an_outlet_is_known_by_its_whole_name(
    one: str, other: str, *, same: bool
) -> None:
    assert same_medium(one, other) is same
    assert same_medium(other, one) is same


@pytest.mark.parametrize(
    ("name", "outlet", "short"),
    [
        ("the Echo", "Tarvik Echo", True),
        ("the Post", "Tarvik Post", True),
        ("Tarvik", "Tarvik Echo", False),
        ("Echo", "The Echo", False),
        ("several outlets", "Tarvik Echo", False),
    ],
)
def test_an_outlet_is_called_by_its_last_words(
    name: str, outlet: str, *, short: bool
) -> None:
    assert is_short_for(name, outlet) is short


@pytest.mark.parametrize(
    ("kind", "mention", "shown"),
    [
        ("media", "Tarvik NOW, which calls itself the first", "Tarvik NOW"),
        ("media", "TBC Wednesday", "TBC"),
        ("media", "Tarvik Today", "Tarvik Today"),
        ("media", "the Echo's", "the Echo"),
        ("named", "Lena Quist, who was on board", "Lena Quist"),
        ("official", "port authorities said Tuesday, June 3", "port authorities"),
    ],
)
def test_a_name_is_shown_without_what_it_drags_along(
    kind: str, mention: str, shown: str
) -> None:
    assert name_of(kind, [mention]).shown == shown


def test_a_clause_taken_for_a_name_is_known_by_its_beginning() -> None:
    clause = (
        "TARVIK – Mayor Lena Quist called on all people of the coast to support"
        " the Norvik Relief Agency"
    )
    assert same_source(name_of("named", [clause]), name_of("named", ["Quist"]))


def test_of_two_kinds_as_frequent_a_source_has_the_first() -> None:
    document = Document.from_text("Lena Quist of the Echo said the ferry sank.")
    marks = [
        Annotation("attributions", f"source.{kind}", Span(0, 10), 1.0, source=1)
        for kind in ("media", "official", "media", "official", "anonymous")
    ]
    assert _names(document.text, marks)[1].kind == "media"


def test_a_vague_source_does_not_make_two_persons_one() -> None:
    said = "the reserve of grain lasts until the ferries sail again in March"
    texts = (
        f"It was a cold week, and snow lay white.\n\nLena Quist said that {said}.",
        f"Nobody came in, and all piers are closed.\n\nOfficials said that {said}.",
        f"The wind rose at noon, and then it fell.\n\nTor Holt said that {said}.",
    )
    accounts = [
        Account.of(i, Document.from_text(text, title="A winter on the coast"))
        for i, text in enumerate(texts)
    ]
    roots = find_roots(accounts)
    person = {
        name.surname: (account.number, source)
        for account in accounts
        for source, name in account.sources.items()
        if name.surname
    }
    assert len(roots.matches) == 3
    assert not roots.same(person["quist"], person["holt"])


@pytest.mark.parametrize(
    ("through", "relayed"), [((), 0), ((2,), 1), ((0,), 3), ((0, 1, 2), 3)]
)
def test_who_is_mostly_heard_through_an_outlet_is_relayed_throughout(
    through: tuple[int, ...], relayed: int
) -> None:
    text = (
        "Lena Quist said the harbour must be dredged before the autumn storms begin to"
        " blow. Quist said the ministry had known of the silt for six years. Quist told"
        " the Tarvik Times that she was tired."
    )
    account = Account.of(0, Document.from_text(text, outlet="Morwen Post"))
    [via] = {s.via for s in account.statements}
    statements = tuple(
        s._replace(via=via if i in through else None)
        for i, s in enumerate(account.statements)
    )
    account = replace(account, statements=statements, through=heard_through(statements))
    media = [medium_of(account, s) for s in statements]
    assert sum(m is not None for m in media) == relayed


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "TARVIK, May 3 (Norvik News Agency) - A ferry ran aground.",
            "Norvik News Agency",
        ),
        ("A ferry ran aground off Skarnholm.\n\nSource: Reuters", "Reuters"),
        ("A ferry ran aground off Skarnholm last night. (AFP)", "AFP"),
        ("A ferry ran aground.\n\nReporting by Norvik Newswire", "Norvik Newswire"),
        ("The party (PA) asked for a vote, and the ferry ran aground off Tarvik.", ""),
        ("He told Reuters that the ferry had been late all week. It sank.", ""),
    ],
)
def test_credits_name_the_agency_and_mentions_do_not(text: str, agency: str) -> None:
    document = Document.from_text(text)
    found = credit(document)
    assert (found.of(document.text) if found else "") == agency
