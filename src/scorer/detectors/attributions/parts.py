"""What an attribution is made of, in numbers of words and places of characters."""

from typing import NamedTuple

from scorer.types import Span


class Words(NamedTuple):
    """The words from `first` up to but not including `last`."""

    first: int
    last: int


class Mention(NamedTuple):
    """A source as its words show it.

    Attributes:
        pronoun: Class of the pronoun, `m f p o w s`; "" where it is none.
        name: Words of the proper name, titles left out, in lower case.
        title: Titles and other words before the name, in lower case.
        gender: `m` or `f` where a title tells it.
        head: The common noun that it turns on; "" where a name does.
        before: Words before that noun, in lower case.
        lead: The determiner it begins with.
        owner: The body or person for which a spokesman speaks, in lower case.
        role: Nouns of the apposition.
        letters: Whether the name is written as no person's is: WKTV, Fox4, NewsNow.
        written: The kind of source that the writing of the name tells; "" if none.
        counted: Whether a share in brackets follows: "older voters (47%)".
    """

    pronoun: str = ""
    name: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    gender: str = ""
    head: str = ""
    before: tuple[str, ...] = ()
    lead: str = ""
    owner: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    letters: bool = False
    written: str = ""
    counted: bool = False


class Statement(NamedTuple):
    """One attribution: who is said to have said what.

    That of an embedded post or of a turn in a conversation has no cue: its `head` is
    the first word of its source, its `cue` is empty.

    Attributes:
        head: The word that made it a candidate, such as "said".
        cue: All words of the cue: "has also said".
        source: Who said it; None where nobody is named.
        content: What was said, marks included; None where it could not be found.
        weight: How sure it is that this is an attribution.
        mention: What the words of the source say of it.
        platform: The network of an embedded post; "" for all others.
        shown: Whether no cue says that it was said: a post or a turn is there to see.
    """

    head: int
    cue: Words
    source: Words | None
    content: Span | None
    weight: float
    mention: Mention = Mention()
    platform: str = ""
    shown: bool = False


class Speaker(NamedTuple):
    """The source of a statement.

    Attributes:
        kind: The last part of its label.
        number: Its number; None for who says nothing that counts as a source.
        via: Number of the medium that relayed it.
        relay: The words that name that medium.
        relay_kind: The kind of the medium.
        somebody: Whether it can speak at all, as explosions cannot.
        meant: The words that a "who" stands for, right before it.
    """

    kind: str
    number: int | None = None
    via: int | None = None
    relay: Words | None = None
    relay_kind: str = "media"
    somebody: bool = True
    meant: Words | None = None
