"""The values that a comparison is made of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from scorer.types import Span


class LinkKind(StrEnum):
    """How two articles hang together: three things that are never mixed."""

    COPIED_TEXT = "copied_text"
    SHARED_SOURCE = "shared_source"
    NAMED_RELAY = "named_relay"


class Passage(NamedTuple):
    """The same matter in two articles: where it stands in each."""

    span: Span
    other: Span


class Link(NamedTuple):
    """What ties one article of a story to another, or to a medium outside it.

    Attributes:
        one: Number of the article that leans on the other, where that is known.
        other: Number of the other article; None where it is a medium that is not
            among the articles.
        share: Of `one`: of its text that is copied, or of its attributed words that
            come from the shared source or through the relay.
        name: The shared source or the relay, by name; "" for copied text.
        passages: What shows it, longest first.
    """

    kind: LinkKind
    one: int
    other: int | None
    share: float
    name: str = ""
    passages: tuple[Passage, ...] = ()


class Shown(NamedTuple):
    """A place in an article of a story."""

    article: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where what a story says first came from, as far as its articles show.

    Attributes:
        kind: `report` of an outlet that gathered for itself; `statement` of a source
            on which nothing but that stands; `outlet`, one that is only relayed;
            `agency`, named in a credit; `unnamed`, where nobody is named.
        articles: Numbers of the articles that rest on it.
        shown: Where it is named or its words stand.
    """

    kind: str
    name: str
    articles: tuple[int, ...]
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody is said to have said, with all the articles that carry it.

    Attributes:
        source: Its source by name, "" where nobody is named.
        origins: Numbers of the origins that it rests on, within the story.
    """

    source: str
    shown: tuple[Shown, ...]
    origins: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles that tell one story, and what they rest on.

    Attributes:
        articles: Their numbers among all that were compared.
        copied: For each article the share of its own words that stand, in the same
            order, in another of the story.
        chains: Who relays whom, each from the article back to the first speaker.
        notes: What a reader should know, in sentences.
    """

    id: str
    articles: tuple[int, ...]
    copied: tuple[float, ...]
    origins: tuple[Origin, ...]
    links: tuple[Link, ...] = ()
    claims: tuple[Claim, ...] = ()
    chains: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def origins_independent(self) -> int:
        """How many independent origins stand behind the story."""
        return len(self.origins)
