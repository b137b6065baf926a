"""What kind of source somebody is: named, official, a document or another."""

from typing import Final

from scorer.detectors.attributions.mentions import is_body, noun_kind
from scorer.detectors.attributions.parts import Mention
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_OFFICE: Final = frozenset(_TABLE["office"])
_SPOKEN: Final = frozenset(_TABLE["spokesmen"])
_COUNTRIES: Final = frozenset(_TABLE["countries"])
_BODIES: Final = ("official", "organisation", "media", "document", "social_media")
_OUTLETS: Final = frozenset(_TABLE["outlets"])
GIVEN: Final = frozenset(load_table("given_names")["names"])
_FIRM: Final = frozenset(
    {"company", "corporation", "inc", "university", "times", "post"}
)
_VAGUE: Final = frozenset({"a", "one", "another", "some", "several"})
_ROLE: Final = 6  # words of an apposition in which an office may be named
_LONGEST: Final = 3  # words of a person's name


def kind_of(mention: Mention) -> str:
    """Return the kind of a source by its name, its noun and its office."""
    if mention.name:
        return _of_name(mention)
    if mention.head in _SPOKEN:
        return _of_owner(mention)
    kind = noun_kind(mention.head)
    if kind == "official" and mention.lead in _VAGUE and mention.head == "official":
        return "anonymous"
    if mention.head == "reports" and not mention.before and not mention.lead:
        return "unspecified"
    if mention.head == "reports" and mention.before[-1:] in (("media",), ("news",)):
        return "media"
    return kind or _of_unknown(mention)


def _of_name(mention: Mention) -> str:
    name = mention.name
    if len(name) == 1 and (name[0] in _COUNTRIES):
        return "official"
    if looks_like_body(mention):
        for word in (name[-1], *name[:-1]):
            kind = noun_kind(word)
            if kind in _BODIES:
                return kind
        return "organisation"
    if _OUTLETS.intersection(mention.title):
        return "media"
    about = (*mention.title, *mention.role[:_ROLE])
    if _OFFICE.intersection(about):
        return "official"
    return "named"


def looks_like_body(mention: Mention) -> bool:
    """Tell whether a name is a body's and not a person's."""
    name = mention.name
    if mention.letters:
        return not mention.gender
    if len(name) in {2, 3} and name[0] in GIVEN and name[-1] not in _FIRM:
        return False
    if len(name) == 1 and (name[0] in _COUNTRIES or noun_kind(name[0]) in _BODIES):
        return not mention.title or mention.lead != ""
    if mention.lead == "the" and not mention.title:
        return True  # no person's bare name takes an article
    return is_body(name[-1]) or any(is_body(w) for w in name if len(name) > 1)


def _of_owner(mention: Mention) -> str:
    for word in reversed(mention.owner):
        kind = noun_kind(word)
        if kind in {"official", "organisation", "media"}:
            return kind
    if _COUNTRIES.intersection(mention.owner):
        return "official"
    return "organisation" if mention.owner else "anonymous"


def _of_unknown(mention: Mention) -> str:
    for word in reversed(mention.before):
        kind = noun_kind(word)
        if kind in {"official", "organisation"}:
            return kind
    return "anonymous"
