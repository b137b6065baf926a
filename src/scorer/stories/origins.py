"""How many independent origins stand behind a story.

Articles of one text, or that credit one agency, are one group and gathered their
matter once. A group whose sources are mostly its own is an origin: the report. Groups
that mostly rest on a source they share, on an outlet outside the story or on another
article of it are no origins of their own: what they rest on is, and counts once.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from scorer.stories.accounts import Account, place_of
from scorer.stories.media import same_medium
from scorer.stories.roots import Root, Roots
from scorer.stories.values import Origin, Shown

OWN: Final = 0.4  # of its attributed words, from sources of its own: a report
ALIKE: Final = 0.35  # of the attributed words that two groups have from one source
LEANS: Final = 0.6  # of a group's attributed words that another group has as well
_SEVERAL: Final = 2  # shared sources by which one group is told to follow another
_SHOWN: Final = 8  # places that show an origin


@dataclass(slots=True, eq=False)
class Gathering:
    """Articles of one text or one agency, and what their statements come from."""

    members: list[int]
    agency: str = ""
    shares: dict[Root, float] = field(default_factory=dict)
    places: dict[Root, list[Shown]] = field(default_factory=dict)


def find_origins(
    accounts: Sequence[Account], groups: Sequence[Sequence[int]], roots: Roots
) -> tuple[Origin, ...]:
    """Return the independent origins of a story, the one of most articles first."""
    gatherings = [
        _gather(accounts, members, roots) for members in _by_agency(accounts, groups)
    ]
    counting = _Counting(gatherings, roots, accounts)
    return tuple(
        sorted(counting.run(), key=lambda o: (-len(o.articles), o.articles, o.name))
    )


def _by_agency(
    accounts: Sequence[Account], groups: Sequence[Sequence[int]]
) -> list[list[int]]:
    """Put groups together that credit one agency."""
    merged: list[tuple[str, list[int]]] = []
    for members in groups:
        names = [accounts[i].agency_name for i in members if accounts[i].agency_name]
        mine = names[0] if names else ""
        for name, others in merged:
            if mine and name and (mine == name or same_medium(mine, name)):
                others.extend(members)
                break
        else:
            merged.append((mine, list(members)))
    return [sorted(members) for _, members in merged]


def _gather(
    accounts: Sequence[Account], members: Sequence[int], roots: Roots
) -> Gathering:
    weights: dict[Root, float] = defaultdict(float)
    places: dict[Root, list[Shown]] = defaultdict(list)
    for i in members:
        for statement in accounts[i].statements:
            root = roots.root(accounts[i], statement)
            if root is None or (root.kind == "article" and root.key in members):
                continue
            weights[root] += max(1, statement.length)
            if statement.words:
                span = place_of(accounts[i].runs.reading, statement)
                places[root].append(Shown(i, span))
    total = sum(weights.values())
    agency = next((accounts[i].agency_name for i in members if accounts[i].agency), "")
    shares = {root: weight / total for root, weight in weights.items()}
    return Gathering(list(members), agency, shares, dict(places))


class _Counting:
    """The gatherings of a story, and which of them rest on what."""

    def __init__(
        self,
        gatherings: Sequence[Gathering],
        roots: Roots,
        accounts: Sequence[Account],
    ) -> None:
        self._gatherings = gatherings
        self._roots = roots
        self._accounts = accounts
        self._home = {i: g for g in gatherings for i in g.members}
        self._users = {id(g): self._used_beside(g) for g in gatherings}

    def run(self) -> list[Origin]:
        """Tell reports from those that lean on something, and count both."""
        reports = [g for g in self._gatherings if self._own(g) >= OWN]
        leaning = [g for g in self._gatherings if g not in reports and g.shares]
        followers: dict[int, list[int]] = defaultdict(list)
        free = []
        for gathering in leaning:
            report = self._followed(gathering, reports)
            if report is None:
                free.append(gathering)
            else:
                followers[id(report)] += gathering.members
        found = [self._report(g, followers[id(g)]) for g in reports]
        found += [self._shared(cluster) for cluster in self._clusters(free)]
        return found or self._nobody()

    def _own(self, gathering: Gathering) -> float:
        """Return the share of its words that it has at first hand and alone."""
        return sum(
            share
            for root, share in gathering.shares.items()
            if root.kind == "source" and root not in self._users[id(gathering)]
        )

    def _used_beside(self, gathering: Gathering) -> set[Root]:
        """Return the roots of others, but of those who say whom they relay."""
        used: set[Root] = set()
        for other in self._gatherings:
            named = any(
                root.kind == "article" and self._home[root.key] is gathering
                for root in other.shares
            )
            if other is not gathering and not named:
                used |= other.shares.keys()
        return used

    def _followed(
        self, gathering: Gathering, reports: Sequence[Gathering]
    ) -> Gathering | None:
        """Return the report that a gathering mostly takes its matter from."""
        best, most = None, 0.0
        for report in reports:
            named = sum(
                share
                for root, share in gathering.shares.items()
                if root.kind == "article" and root.key in report.members
            )
            shared = [r for r in gathering.shares if r in report.shares]
            through = sum(gathering.shares[r] for r in shared)
            follows = len(shared) >= _SEVERAL and through + named >= LEANS
            leans = named + through if named >= ALIKE or follows else 0.0
            if leans > most:
                best, most = report, leans
        return best

    def _clusters(self, free: Sequence[Gathering]) -> list[list[Gathering]]:
        clusters: list[list[Gathering]] = []
        for gathering in free:
            near = [c for c in clusters if any(self._alike(gathering, g) for g in c)]
            joined = [g for c in near for g in c] + [gathering]
            clusters = [c for c in clusters if c not in near] + [joined]
        return clusters

    def _alike(self, one: Gathering, other: Gathering) -> bool:
        if _main(one.shares) == _main(other.shares):
            return True
        for mine, theirs in ((one, other), (other, one)):
            main = _main(mine.shares)
            if main.kind == "article" and main.key in theirs.members:
                return True
        both = one.shares.keys() & other.shares.keys()
        return sum(min(one.shares[r], other.shares[r]) for r in both) >= ALIKE

    def _report(self, report: Gathering, followers: Sequence[int]) -> Origin:
        shown = [s for r in report.shares for s in report.places.get(r, [])[:2]]
        kind, name = "report", self._accounts[report.members[0]].label
        if report.agency:
            kind, name = "agency", report.agency
        articles = tuple(sorted({*report.members, *followers}))
        return Origin(kind=kind, name=name, articles=articles, shown=_few(shown))

    def _shared(self, cluster: Sequence[Gathering]) -> Origin:
        """Describe what gatherings rest on: mostly one source, or one outlet."""
        total: dict[Root, float] = defaultdict(float)
        for gathering in cluster:
            for root, share in gathering.shares.items():
                total[root] += share
        ordered = sorted(total, key=lambda r: (r.kind == "article", -total[r]))
        main = ordered[0]
        agency = next((g.agency for g in cluster if g.agency), "")
        kind = "outlet" if main.kind == "outlet" else "statement"
        name = self._roots.name(main)
        if agency:
            kind, name = "agency", agency
        articles = tuple(sorted(i for g in cluster for i in g.members))
        shown = [s for g in cluster for s in g.places.get(main, [])[:2]]
        return Origin(kind=kind, name=name, articles=articles, shown=_few(shown))

    def _nobody(self) -> list[Origin]:
        """Describe a story for which nobody is named: one origin for each text."""
        return [
            Origin(
                kind="agency" if g.agency else "unnamed",
                name=g.agency or self._accounts[g.members[0]].label,
                articles=tuple(g.members),
            )
            for g in self._gatherings
        ]


def _main(shares: Mapping[Root, float]) -> Root:
    return max(shares, key=lambda root: (shares[root], root))


def _few(shown: Sequence[Shown]) -> tuple[Shown, ...]:
    return tuple(shown[:_SHOWN])
