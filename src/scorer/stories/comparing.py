"""Compare articles: group them into stories, and say what each story rests on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from scorer.document import Document
from scorer.stories.accounts import Account
from scorer.stories.chains import find_chains
from scorer.stories.claims import find_claims
from scorer.stories.grouping import group
from scorer.stories.links import copied_links, relay_links, source_links
from scorer.stories.origins import find_origins
from scorer.stories.passages import overlaps, text_groups
from scorer.stories.profiles import Profile
from scorer.stories.roots import find_roots
from scorer.stories.values import Origin, Story

MOST: Final = 60  # texts of one story that are compared with each other
CHARACTERS: Final = 1_000_000  # of these texts together, ten times what news has

Fetch = Callable[[int], Document]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The stories that articles tell, in order of their first articles.

    Attributes:
        documents: All that were compared; a story names them by their numbers.
        notes: What a reader should know of the grouping, in sentences.
    """

    documents: Sequence[Document]
    stories: tuple[Story, ...]
    notes: tuple[str, ...] = ()


def compare(documents: Iterable[Document]) -> Comparison:
    """Group documents into stories and find what stands behind each.

    Example:
        >>> text = "The ferry Albatross ran aground, the Tarvik coastguard said."
        >>> found = compare([Document.from_text(text), Document.from_text(text)])
        >>> [story.articles for story in found.stories]
        [(0, 1)]
    """
    kept = list(documents)
    found = group([Profile.of(document) for document in kept])
    stories = tuple(
        look_into(f"s{number}", members, kept.__getitem__)
        for number, members in enumerate(found.stories, start=1)
    )
    return Comparison(kept, stories, found.notes)


def look_into(name: str, members: tuple[int, ...], fetch: Fetch) -> Story:
    """Find links and origins of one story.

    Args:
        name: Its id.
        members: The numbers of its articles.
        fetch: Returns the document of a number; asked only for what is looked into.
    """
    if len(members) == 1:
        return _alone(name, members)
    documents = _looked(members, fetch)
    accounts = [Account.of(i, document) for i, document in enumerate(documents)]
    runs = [account.runs for account in accounts]
    shares = overlaps(runs)
    roots = find_roots(accounts)
    groups = text_groups(len(accounts), shares)
    origins = find_origins(accounts, groups, roots)
    copies = list(copied_links(accounts, shares))
    links = (
        *copies,
        *relay_links(accounts, roots),
        *source_links(accounts, roots, copies),
    )
    copied = [one.covered([o for o in runs if o is not one]) for one in runs]
    notes = []
    if len(members) > len(documents):
        notes.append(
            f"The story has {len(members):,} articles;"
            f" the first {len(documents)} were looked into."
        )
    return Story(
        id=name,
        articles=members,
        copied=(*copied, *[0.0] * (len(members) - len(copied))),
        origins=origins,
        links=links,
        claims=find_claims(accounts, roots, origins),
        chains=find_chains(accounts, roots),
        notes=tuple(notes),
    )


def _looked(members: tuple[int, ...], fetch: Fetch) -> list[Document]:
    """Return the first texts of a story, two at least, as many as can be compared."""
    documents: list[Document] = []
    size = 0
    for number in islice(members, MOST):
        document = fetch(number)
        size += len(document.text)
        if size > CHARACTERS and len(documents) > 1:
            break
        documents.append(document)
    return documents


def _alone(name: str, members: tuple[int, ...]) -> Story:
    """Describe an article whose story nobody else tells: it is its own origin."""
    origin = Origin(kind="report", name="", articles=(0,))
    return Story(id=name, articles=members, copied=(0.0,), origins=(origin,))
