"""Where each statement of a story comes from, across its articles.

A root is the first hand that a statement is traced to: a source that speaks to the
outlet or in public, or the outlet through which its words came.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, NamedTuple

from scorer.features.statements import Statement
from scorer.stories.accounts import Account
from scorer.stories.media import same_medium
from scorer.stories.names import SourceName, contradict, same_source
from scorer.stories.utterances import Match, Utterance, matches, without

_MEDIA: Final = "media"
_TOPIC: Final = 0.4  # of the articles, that begin with a word of the story's topic
_LEADS: Final = 2
UTTERANCES: Final = 3000  # of a story that are compared; sixty articles have half of it
_FEWEST: Final = 20  # of an article
_NAMESAKES: Final = 200  # sources with one word in their names that are compared
_BY_WORDS: Final = frozenset({"anonymous", "document", "social_media"})


class Root(NamedTuple):
    """The first hand that a statement is traced to.

    Attributes:
        kind: `source`, `outlet` (outside the story) or `article` (of the story).
        key: What tells it from others of its kind.
    """

    kind: str
    key: int


Node = tuple[int, int]  # number of an article, number of a source in it


@dataclass(slots=True, eq=False)
class Roots:
    """The sources of all articles of a story, the same ones joined."""

    accounts: Sequence[Account]
    utterances: Sequence[Utterance]
    matches: Sequence[Match]
    _joined: dict[Node, Node] = field(default_factory=dict)
    _outlets: list[tuple[int, str]] = field(default_factory=list)
    _numbers: dict[Node, int] = field(default_factory=dict)
    _names: dict[Node, list[SourceName]] = field(default_factory=dict)

    def root(self, account: Account, statement: Statement) -> Root | None:
        """Return where a statement comes from; None where nobody is named."""
        source = statement.source
        if source is None or source not in account.sources:
            return None
        relay = self.relay(account, statement)
        if relay is not None:
            return relay
        top = self.top((account.number, source))
        return Root("source", self._numbers.setdefault(top, len(self._numbers)))

    def relay(self, account: Account, statement: Statement) -> Root | None:
        """Return the outlet that a statement came through, if any but its own."""
        name = medium_of(account, statement)
        if name is None or account.is_medium(name.shown):
            return None
        for other in self.accounts:
            if other is not account and other.is_medium(name.shown):
                return Root("article", other.number)
        known = self._outlets
        mine = account.number, name.shown
        for key, outlet in enumerate(known):
            # What is only called "the Post" is one paper within an article.
            if outlet == mine or same_medium(outlet[1], name.shown):
                return Root("outlet", key)
        known.append(mine)
        return Root("outlet", len(known) - 1)

    def name(self, root: Root) -> str:
        """Return what a person calls a root."""
        if root.kind == "outlet":
            return self._outlets[root.key][1]
        if root.kind == "article":
            return self.accounts[root.key].label
        names = [
            self.accounts[article].sources[source].shown
            for (article, source), top in self._members()
            if self._numbers.get(top) == root.key
        ]
        return max(names, key=len, default="")

    def same(self, one: Node, other: Node) -> bool:
        """Tell whether two sources were found to be one."""
        return self.top(one) == self.top(other)

    def join(self, one: Node, other: Node) -> None:
        """Note that two sources are one, unless it would make two names one."""
        first, second = sorted((self.top(one), self.top(other)))
        if first == second:
            return
        mine, theirs = (
            self._names.get(node) or self._telling(node) for node in (first, second)
        )
        # "Officials" who say what both Quist and Holt say would make these one.
        if not any(contradict(a, b) for a in mine for b in theirs):
            self._joined[second] = first
            self._names[first] = mine + theirs

    def _telling(self, node: Node) -> list[SourceName]:
        name = self.accounts[node[0]].sources[node[1]]
        return [name] if name.tells and name.kind not in _BY_WORDS else []

    def top(self, node: Node) -> Node:
        """Return the source that stands for all that are joined with it."""
        while node in self._joined:
            node = self._joined[node]
        return node

    def _members(self) -> list[tuple[Node, Node]]:
        nodes = [(a.number, source) for a in self.accounts for source in a.sources]
        return [(node, self.top(node)) for node in nodes]


def medium_of(account: Account, statement: Statement) -> SourceName | None:
    """Return the outlet that a statement came from or through, by name.

    Who was heard through an outlet, and mostly so, is taken to be throughout: an
    article names it once. Who mostly speaks for himself is not.
    """
    if statement.source is None:
        return None
    own = account.sources.get(statement.source)
    if own is not None and own.kind == _MEDIA:
        return account.in_full(own)
    if statement.via is not None:
        vias: tuple[int, ...] = (statement.via,)
    else:
        vias = account.through.get(statement.source, ())
    named = [account.sources[v] for v in vias if v in account.sources]
    media = (account.in_full(name) for name in named if name.kind == _MEDIA)
    return next(media, None)


def find_roots(accounts: Sequence[Account]) -> Roots:
    """Join the sources that are the same, by name or by what they said."""
    topic = _topic(accounts)
    most = max(_FEWEST, UTTERANCES // max(1, len(accounts)))
    utterances = [
        u._replace(words=without(u.words, topic))
        for account in accounts
        for u in account.utterances[:most]
    ]
    roots = Roots(accounts, utterances, ())
    nodes: list[tuple[Node, SourceName]] = [
        ((account.number, source), name)
        for account in accounts
        for source, name in account.sources.items()
        if name.tells and name.kind != _MEDIA
    ]
    for i, j in sorted(sharing([name for _, name in nodes])):
        (one, mine), (other, theirs) = nodes[i], nodes[j]
        # Within an article only a body and who speaks for it can still be one.
        apart = one[0] != other[0] or bool(mine.surname) != bool(theirs.surname)
        if apart and same_source(mine, theirs):
            roots.join(one, other)
    roots.matches = tuple(matches(utterances, _same_speaker(roots)))
    for match in roots.matches:
        _join_speakers(roots, utterances[match.one], utterances[match.other])
    return roots


def sharing(names: Sequence[SourceName]) -> set[tuple[int, int]]:
    """Return the pairs of names that share a word, the lower number first."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for word in {name.surname, *name.words} - {""}:
            if len(holders[word]) < _NAMESAKES:
                holders[word].append(number)
    return {pair for numbers in holders.values() for pair in combinations(numbers, 2)}


def _topic(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the words with which the articles of the story begin.

    Every statement of a story shares them, and so they tell none from another.
    """
    counts = Counter(word for account in accounts for word in account.lead)
    least = max(_LEADS, _TOPIC * len(accounts))
    return frozenset(word for word, count in counts.items() if count >= least)


def _same_speaker(roots: Roots) -> list[tuple[int, int]]:
    by_speaker: Mapping[Node, list[int]] = defaultdict(list)
    for number, u in enumerate(roots.utterances):
        if u.source is not None:
            by_speaker[roots.top((u.article, u.source))].append(number)
    return [
        (a, b)
        for numbers in by_speaker.values()
        for i, a in enumerate(numbers)
        for b in numbers[i + 1 :]
    ]


def _join_speakers(roots: Roots, one: Utterance, other: Utterance) -> None:
    """Join the sources of one statement, unless their names contradict it."""
    if one.source is None or other.source is None:
        return
    mine = roots.accounts[one.article].sources.get(one.source)
    theirs = roots.accounts[other.article].sources.get(other.source)
    if mine is None or theirs is None or _MEDIA in (mine.kind, theirs.kind):
        return
    vague = not mine.tells or not theirs.tells or {mine.kind, theirs.kind} & _BY_WORDS
    if vague or same_source(mine, theirs) or bool(mine.surname) != bool(theirs.surname):
        roots.join((one.article, one.source), (other.article, other.source))
