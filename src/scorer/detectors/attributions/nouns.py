"""What a common noun says of a source: its kind, a body, those whom a survey asked."""

from functools import lru_cache
from typing import Final

from scorer.detectors.attributions.parts import Mention
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
NOUNS: Final[dict[str, str]] = {
    word: kind for kind, words in reversed(_TABLE["kinds"].items()) for word in words
}
_BODIES: Final = frozenset(_TABLE["bodies"])
_RESPONDENTS: Final = frozenset(_TABLE["respondents"])
_SHARES: Final = frozenset(_TABLE["shares"])
_MEMORY: Final = 4096  # nouns to remember


@lru_cache(maxsize=_MEMORY)
def noun_kind(word: str) -> str:
    """Return the kind of source that a noun stands for, "" if it tells none."""
    for form in (word, word.removesuffix("s"), f"{word}s"):
        if form in NOUNS:
            return NOUNS[form]
    return ""


def is_body(word: str) -> bool:
    """Tell whether a noun names a body rather than a person."""
    return word in _BODIES


def is_respondents(mention: Mention) -> bool:
    """Tell "most voters" or "55% of adults", whose words a survey reports."""
    if mention.counted:
        return True
    phrase = (*mention.before, mention.head)
    return any(w in _RESPONDENTS or w[:1].isdigit() for w in phrase)


def is_counted(mention: Mention) -> bool:
    """Tell a share of those asked, which says what a survey found: "a third"."""
    if mention.counted:
        return True
    phrase = (*mention.before, mention.head)
    return any(w in _SHARES or w[:1].isdigit() for w in phrase)


def is_role(noun: str) -> bool:
    """Tell whether somebody may be called by a noun of an apposition.

    The author of a study, and who leads one, is not the study.
    """
    return noun_kind(noun) not in {"document", "media", "social_media"}
