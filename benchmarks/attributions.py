"""Measure who is said to have said what: spans, kinds of source, their number.

Usage: python benchmarks/attributions.py CORPORA [--errors]

Source, cue and content are compared with PolNeAR's dev part, from which nothing is
learned; each attribution's role is one span, from its first piece to its last.
Sources and their kinds are compared with the marked news articles, from which
nothing is learned either, but which were looked at while the detector was made.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from figures import Count, around, corpora, number, publish, rates, table
from identity import is_pronoun
from marked import by_key
from mentions import FINDING, annotate, distinct, document_of, listed_in

from scorer.detectors.attributions import DETECTOR
from scorer.learning.polnear import ROLES, Marked, read_marked
from scorer.types import Annotation, Span

KINDS = tuple(
    label.removeprefix("source.")
    for label, _ in DETECTOR.labels
    if label.startswith("source.")
)


class Sources(NamedTuple):
    """What was found of the sources of one article.

    Attributes:
        whole: Sources found, of whatever kind.
        kinds: The same for each kind, where both must agree on it.
        right: Of the listed sources that were found, how many have the right kind,
            an office and its holder counted as one kind; and how many were found.
        counted: Distinct sources found, and listed.
    """

    whole: Count
    kinds: dict[str, Count]
    right: tuple[int, int]
    counted: tuple[int, int]


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def roles_of(marked: Marked) -> Iterator[tuple[str, set[Span], set[Span]]]:
    """Yield for each role the spans that are found and those that are marked."""
    found = defaultdict(set)
    for a in DETECTOR.annotate(marked.reading):
        if a.weight >= FINDING:
            found[a.label.removeprefix("attribution.")].add(a.span)
    for role in ROLES:
        yield role, found[role], {a[role] for a in marked.attributions if role in a}


def span_tables(articles: Sequence[Marked]) -> list[dict[str, Any]]:
    exact, loose = defaultdict(list), defaultdict(list)
    for article in articles:
        for role, found, marked in roles_of(article):
            both = len(found & marked)
            exact[role].append(Count(both, len(found), both, len(marked)))
            right = sum(overlaps(span, marked) for span in found)
            hit = sum(overlaps(span, found) for span in marked)
            loose[role].append(Count(right, len(found), hit, len(marked)))
    how = "learned from its train part"
    return [
        table(
            f"Spans of PolNeAR's dev part, {name}",
            how,
            len(articles),
            [rates(f"attribution.{role}", counts[role]) for role in ROLES],
        )
        for name, counts in (("exact", exact), ("overlapping", loose))
    ]


def compare(article: dict[str, Any], row: dict[str, Any]) -> Sources:
    document = document_of(article)
    marks = annotate(document)
    listed, number_listed = listed_in(document, row)
    named = [
        a
        for a in marks
        if a.label == "attribution.source" and not is_pronoun(document.text, a)
    ]
    kind_of = {
        a.span: a.label.removeprefix("source.")
        for a in marks
        if a.label.startswith("source.")
    }
    places: dict[int, list[Span]] = defaultdict(list)
    for mention in listed:
        places[mention.source].append(mention.span)
    kinds = {n: row["sources"][n]["kind"] for n in places}
    given = {n: _given(places[n], named, kind_of) for n in places}
    everywhere = [span for spans in places.values() for span in spans]
    right = sum(overlaps(a.span, everywhere) for a in named)
    met = [n for n in places if given[n] is not None]
    agreed = sum(office(str(given[n])) == office(kinds[n]) for n in met)
    return Sources(
        Count(right, len(named), len(met), len(places)),
        {kind: _count_kind(kind, kinds, given) for kind in KINDS},
        (agreed, len(met)),
        (distinct(marks), number_listed),
    )


def _given(
    places: Sequence[Span], named: Sequence[Annotation], kind_of: dict[Span, str]
) -> str | None:
    """Return the kind that a listed source is mostly given, None if not found."""
    kinds = Counter(kind_of.get(a.span, "") for a in named if overlaps(a.span, places))
    return kinds.most_common(1)[0][0] if kinds else None


def _count_kind(
    kind: str, kinds: dict[int, str], given: dict[int, str | None]
) -> Count:
    """Count listed sources by kind, of those that were found at all."""
    found = sum(g == kind for g in given.values())
    both = sum(g == kind == kinds[n] for n, g in given.items())
    return Count(both, found, both, sum(k == kind for k in kinds.values()))


def office(kind: str) -> str:
    return "named" if kind == "official" else kind


def source_table(articles: Sequence[Sources]) -> dict[str, Any]:
    def kinds_right(some: Sequence[Sources]) -> float:
        right, found = (sum(a.right[i] for a in some) for i in (0, 1))
        return right / max(1, found)

    def within_one(some: Sequence[Sources]) -> float:
        return sum(abs(a.counted[0] - a.counted[1]) <= 1 for a in some) / len(some)

    return table(
        "Sources in news articles marked by hand, and their kinds",
        "nothing learned from them, but looked at",
        len(articles),
        [
            rates("all sources", [a.whole for a in articles]),
            *(rates(f"source.{k}", [a.kinds[k] for a in articles]) for k in KINDS),
        ],
        [
            number("kind right, offices with their holders", articles, kinds_right),
            number("number of sources within one", articles, within_one),
        ],
    )


def against_spans(folder: Path) -> list[Sources]:
    articles = by_key(folder / "articles.jsonl.gz")
    rows = by_key(folder / "spans.jsonl.gz")
    return [compare(articles[key], row) for key, row in rows.items()]


def show(articles: Iterable[Marked]) -> None:
    """Print each span error with the words around it."""
    for article in articles:
        text = article.reading.document.text
        for role, found, marked in roles_of(article):
            for span in sorted(found - marked):
                name = "bounds" if overlaps(span, marked) else "extra"
                print(f"{name} {role}: {around(text, span)}")
            for span in sorted(marked):
                if not overlaps(span, found):
                    print(f"missed {role}: {around(text, span)}")


def main() -> None:
    folder = corpora()
    articles = list(read_marked(folder, "dev"))
    if "--errors" in sys.argv:
        show(articles)
    tables = span_tables(articles)
    publish("attributions", [*tables, source_table(against_spans(folder))])


if __name__ == "__main__":
    main()
