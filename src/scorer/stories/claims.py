"""Which claims rest on one origin alone, with the articles that carry them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from scorer.stories.accounts import Account
from scorer.stories.roots import Roots
from scorer.stories.values import Claim, Origin, Shown

_MOST: Final = 12  # claims that are listed, those that most articles carry first
_LEAST: Final = 3  # content words of a claim worth listing


def find_claims(
    accounts: Sequence[Account], roots: Roots, origins: Sequence[Origin]
) -> tuple[Claim, ...]:
    """Put together what is said alike, and name the origins that each rests on."""
    tops = list(range(len(roots.utterances)))

    def top(i: int) -> int:
        while tops[i] != i:
            i = tops[i]
        return i

    for match in roots.matches:
        one, other = sorted((top(match.one), top(match.other)))
        tops[other] = one
    clusters: dict[int, list[int]] = defaultdict(list)
    for number, utterance in enumerate(roots.utterances):
        if len(utterance.words) >= _LEAST:
            clusters[top(number)].append(number)
    claims = [
        _claim(members, accounts, roots, origins) for members in clusters.values()
    ]
    claims.sort(key=lambda c: -len({s.article for s in c.shown}))
    return tuple(claims[:_MOST])


def _claim(
    members: Sequence[int],
    accounts: Sequence[Account],
    roots: Roots,
    origins: Sequence[Origin],
) -> Claim:
    said = [roots.utterances[i] for i in members]
    speakers = {roots.top((u.article, u.source)) for u in said if u.source is not None}
    articles = {u.article for u in said}
    behind = [n for n, o in enumerate(origins) if articles & set(o.articles)]
    if len(speakers) == 1:  # one speaker is one origin, whoever reports it
        behind = behind[:1]
    named = [u for u in said if u.source in accounts[u.article].sources]
    name = ""
    if named and named[0].source is not None:
        name = accounts[named[0].article].sources[named[0].source].shown
    shown = tuple(Shown(u.article, u.span) for u in said)
    return Claim(source=name, shown=shown, origins=tuple(behind))
