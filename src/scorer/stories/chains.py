"""The chain from an article back to who spoke first: A relays B, who relays C."""

from collections.abc import Iterator, Sequence

from scorer.features.statements import Statement
from scorer.stories.accounts import Account
from scorer.stories.roots import Roots, medium_of

_LONGEST = 6  # steps; a ring of outlets that name each other ends here


def find_chains(
    accounts: Sequence[Account], roots: Roots
) -> tuple[tuple[str, ...], ...]:
    """Return every chain of at least one relay, the article's name first."""
    found: dict[tuple[str, ...], None] = {}
    for account in accounts:
        for chain in _from(account, roots, set()):
            found[(account.label, *chain)] = None
    # "A ← B" says nothing beside "A ← B ← C".
    whole = [c for c in found if not any(c != o and c == o[: len(c)] for o in found)]
    return tuple(whole)


def _from(account: Account, roots: Roots, seen: set[int]) -> Iterator[tuple[str, ...]]:
    """Yield the steps behind an article, nearest first."""
    if account.number in seen or len(seen) >= _LONGEST:
        return
    seen = seen | {account.number}
    if account.agency is not None:
        yield (account.agency_name,)
    for statement in account.statements:
        steps = _steps(account, statement)
        relay = roots.relay(account, statement) if steps else None
        if relay is not None and relay.kind == "article":
            yield from _through(account, roots.accounts[relay.key], roots, seen, steps)
        elif relay is not None:
            yield steps


def _through(
    account: Account,
    other: Account,
    roots: Roots,
    seen: set[int],
    steps: tuple[str, ...],
) -> Iterator[tuple[str, ...]]:
    """Yield the steps by way of another article of the story."""
    behind: list[tuple[str, ...]] = list(_from(other, roots, seen))
    behind = behind or _speakers(account, other, roots)
    for chain in behind or [steps[1:]]:
        yield (other.label, *chain)


def _speakers(account: Account, other: Account, roots: Roots) -> list[tuple[str, ...]]:
    """Return who speaks in both articles."""
    shared: list[tuple[str, ...]] = [
        (name.shown,)
        for theirs, name in other.sources.items()
        if name.surname
        and any(
            roots.same((other.number, theirs), (account.number, mine))
            for mine in account.sources
        )
    ]
    return shared[:1]


def _steps(account: Account, statement: Statement) -> tuple[str, ...]:
    """Return the media that a statement names, and its speaker last."""
    medium = medium_of(account, statement)
    if medium is None or statement.source is None:
        return ()
    speaker = account.sources[statement.source]
    outer = _outer(account, statement)
    path = [*outer, medium.shown]
    if speaker is not medium:
        path.append(speaker.shown)
    return tuple(dict.fromkeys(path))


def _outer(account: Account, statement: Statement) -> list[str]:
    """Return the medium within whose report the statement stands, if any."""
    for other in account.statements:
        if other is statement or other.source is None:
            continue
        around = account.sources.get(other.source)
        holds = any(a <= statement.first < b for a, b in other.words)
        if around is not None and around.kind == "media" and holds:
            return [around.shown]
    return []
