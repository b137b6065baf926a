"""What kind of source somebody is: named, official, a document or another."""

from typing import Final

from scorer.detectors.attributions.nouns import is_body, noun_kind
from scorer.detectors.attributions.parts import Mention
from scorer.detectors.attributions.phrases import GIVEN
from scorer.detectors.attributions.writing import tells_medium
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_OFFICE: Final = frozenset(_TABLE["office"])
_SPOKEN: Final = frozenset(_TABLE["spokesmen"])
_COUNTRIES: Final = frozenset(_TABLE["countries"])
_BODIES: Final = ("official", "organisation", "media", "document", "social_media")
_OUTLETS: Final = frozenset(_TABLE["outlets"])
_ROLES: Final = frozenset(_TABLE["roles"])
_SOME: Final = frozenset({"many", "most", "some", "several", "few", "fellow"})
_PLATFORMS: Final = frozenset(_TABLE["platforms"])
_FIRM: Final = frozenset(
    {"company", "corporation", "inc", "university", "times", "post"}
)
_VAGUE: Final = frozenset({"a", "one", "another", "some", "several"})
_INNER: Final = frozenset({"of", "for", "in", "on"})
_ROLE: Final = 6  # words of an apposition in which an office may be named
_LONGEST: Final = 3  # words of a person's name


def kind_of(mention: Mention) -> str:
    """Return the kind of a source by its name, its noun and its office."""
    if mention.name:
        body = looks_like_body(mention)
        return _of_body(mention) if body else _of_person(mention)
    head, before = mention.head, mention.before
    if head in _SPOKEN:
        return _of_owner(mention)
    if head == "reports":
        return _of_reports(mention)
    kind = noun_kind(head)
    if kind == "official" and mention.lead in _VAGUE and head == "official":
        return "anonymous"
    posted = not _PLATFORMS.isdisjoint(before)
    if kind in {"", "anonymous"}:
        posted = posted or not _PLATFORMS.isdisjoint(mention.role)
    if posted:
        return "social_media"
    return kind or _of_unknown(mention)


def _of_body(mention: Mention) -> str:
    name = mention.name
    if len(name) == 1 and name[0] in _COUNTRIES:
        return "official"
    if name[-2:-1] == ("news",):
        return "media"  # a news agency, a news service
    longer = is_longer(name)
    for word in (name[-1], *name[:-1]):
        kind = noun_kind(word)
        if kind in _BODIES and not (longer and kind == "media"):
            return kind
    if longer:
        return "organisation"
    if tells_medium(name) or _OUTLETS.intersection(mention.title[-1:]):
        return "media"
    return mention.written or "organisation"


def _of_person(mention: Mention) -> str:
    title = mention.title
    if len(mention.name) == 1 and mention.name[0] in _COUNTRIES:
        return "official"
    if title:
        if not _SOME.isdisjoint(title):
            return "anonymous"  # "many Ostalers"
        if title[-1] in _OUTLETS or noun_kind(title[-1]) == "media":
            return "media"  # an outlet's reporter speaks for the outlet
    about = (*title, *mention.role[:_ROLE])
    return "official" if _OFFICE.intersection(about) else "named"


def _of_reports(mention: Mention) -> str:
    """Return the kind of "reports", of which only some say whose they are."""
    if mention.before[-1:] in (("media",), ("news",)):
        return "media"
    return "document" if mention.before or mention.lead else "unspecified"


def is_longer(name: tuple[str, ...]) -> bool:
    """Tell a body that a medium's word only begins: the Observer Mission for Ostal.

    What a name turns on is its last word, or the last before "of" and "for".
    """
    if len(name) == 1:
        return False
    inner = (i for i, word in enumerate(name) if word in _INNER)
    last = next(inner, len(name)) - 1
    if last < 1 or name[last - 1] == "news":  # a news agency is a medium
        return False
    return is_body(name[last]) and noun_kind(name[last]) != "media"


def looks_like_body(mention: Mention) -> bool:
    """Tell whether a name is a body's and not a person's."""
    name, title = mention.name, mention.title
    if mention.letters or mention.written:
        return not mention.gender
    if len(name) in {2, 3} and name[0] in GIVEN and name[-1] not in _FIRM:
        return False
    if title and title[-1] in _ROLES:
        return False  # "the actress Gloria Union"
    if len(name) == 1 and (name[0] in _COUNTRIES or noun_kind(name[0]) in _BODIES):
        return not title or mention.lead != ""
    if mention.lead == "the" and not title:
        return True  # no person's bare name takes an article
    return is_body(name[-1]) or any(is_body(w) for w in name if len(name) > 1)


def _of_owner(mention: Mention) -> str:
    for word in reversed(mention.owner):
        kind = noun_kind(word)
        if kind in {"official", "organisation"}:
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
