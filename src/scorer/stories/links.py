"""What ties the articles of a story together: three kinds of link, never mixed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scorer.stories.accounts import Account, place_of
from scorer.stories.media import is_named
from scorer.stories.roots import Roots
from scorer.stories.values import Link, LinkKind, Passage

COPIED: Final = 0.2  # of the shorter text's runs: below, two reports share phrases
_SHOWN: Final = 5  # passages of a link


def copied_links(
    accounts: Sequence[Account], shares: Mapping[tuple[int, int], float]
) -> Iterator[Link]:
    """Yield who has whose text; the later article, else the shorter, has it."""
    for (a, b), share in shares.items():
        if share < COPIED:
            continue
        one, other = _later(accounts[a], accounts[b])
        passages = one.runs.passages(other.runs)
        contained = one.runs.contained(other.runs)
        yield Link(
            LinkKind.COPIED_TEXT, one.number, other.number, contained, "", passages
        )


def _later(one: Account, other: Account) -> tuple[Account, Account]:
    """Return the article that took the text, then the one that had it."""
    mine, theirs = one.document.published, other.document.published
    if mine and theirs and mine[:10] != theirs[:10]:
        return (one, other) if mine > theirs else (other, one)
    longer = len(one.runs.places) > len(other.runs.places)
    return (other, one) if longer else (one, other)


def source_links(
    accounts: Sequence[Account], roots: Roots, copies: Sequence[Link]
) -> Iterator[Link]:
    """Yield which articles name one source, with what it said in both.

    Articles of one text share their sources with it, and are not named again.
    """
    done = {frozenset((link.one, link.other)) for link in copies}
    said = _said_in_both(roots)
    for one in accounts:
        for other in accounts[one.number + 1 :]:
            if frozenset((one.number, other.number)) in done:
                continue
            yield from _shared(one, other, roots, said[one.number, other.number])


def _said_in_both(
    roots: Roots,
) -> dict[tuple[int, int], list[tuple[int | None, Passage]]]:
    said: dict[tuple[int, int], list[tuple[int | None, Passage]]] = defaultdict(list)
    for match in sorted(roots.matches, key=lambda m: -m.share):
        one, other = roots.utterances[match.one], roots.utterances[match.other]
        said[one.article, other.article].append(
            (
                one.source if one.source is not None else None,
                Passage(one.span, other.span),
            )
        )
    return said


def _shared(
    one: Account,
    other: Account,
    roots: Roots,
    said: Sequence[tuple[int | None, Passage]],
) -> Iterator[Link]:
    claimed: set[Passage] = set()
    for mine, name in one.sources.items():
        same = [
            s
            for s in other.sources
            if roots.same((one.number, mine), (other.number, s))
        ]
        if not same or name.kind == "media":
            continue
        shown = [p for source, p in said if source == mine]
        claimed.update(shown)
        mentioned = Passage(one.first[mine], other.first[same[0]])
        yield Link(
            LinkKind.SHARED_SOURCE,
            one.number,
            other.number,
            _share(one, mine),
            name.shown,
            tuple(shown[:_SHOWN]) or (mentioned,),
        )
    loose = [p for _, p in said if p not in claimed]
    if loose:
        yield Link(
            LinkKind.SHARED_SOURCE,
            one.number,
            other.number,
            0.0,
            "",
            tuple(loose[:_SHOWN]),
        )


def _share(account: Account, source: int) -> float:
    total = sum(s.length for s in account.statements) or 1
    return sum(s.length for s in account.statements if s.source == source) / total


def relay_links(accounts: Sequence[Account], roots: Roots) -> Iterator[Link]:
    """Yield which article names which outlet as where its words come from."""
    for account in accounts:
        total = sum(s.length for s in account.statements) or 1
        shares: dict[tuple[int | None, str], float] = defaultdict(float)
        shown: dict[tuple[int | None, str], list[Passage]] = defaultdict(list)
        for statement in account.statements:
            relay = roots.relay(account, statement)
            if relay is None or not is_named(roots.name(relay)):
                continue
            other = relay.key if relay.kind == "article" else None
            key = other, roots.name(relay)
            shares[key] += statement.length / total
            if statement.words:
                span = place_of(account.runs.reading, statement)
                shown[key].append(Passage(span, span))
        if account.agency is not None:
            key = None, account.agency_name
            shares[key] = 1.0
            shown[key] = [Passage(account.agency, account.agency)]
        for (other, name), share in shares.items():
            passages = tuple(shown[other, name][:_SHOWN])
            yield Link(
                LinkKind.NAMED_RELAY,
                account.number,
                other,
                min(1.0, share),
                name,
                passages,
            )
