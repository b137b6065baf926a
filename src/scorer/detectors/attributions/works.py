"""Studies and surveys: their authors, their results and those they asked.

A study is cited by many words, and a reader counts it once: "a new study", "the
researchers", "results", "72 % of those asked".
"""

from collections.abc import Sequence
from typing import Final

from scorer.detectors.attributions.entities import Entity
from scorer.detectors.attributions.parts import Mention
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
AUTHORS: Final = frozenset(_TABLE["authors"])
ASKED: Final = "respondents"  # the noun that those are known by whom a survey counts
_STUDIES: Final = frozenset(_TABLE["studies"])
_RESULTS: Final = frozenset({"results", "findings", "research"})


def work_of(met: Sequence[Entity], head: str) -> Entity | None:
    """Return the study of authors or results, or the authors of a study, met last."""
    if head in AUTHORS or head in _RESULTS:
        same = _STUDIES | AUTHORS
    elif head in _STUDIES:
        same = AUTHORS
    else:
        return None
    return next((e for e in reversed(met) if not same.isdisjoint(e.nouns)), None)


def announced(met: Sequence[Entity], mention: Mention) -> Entity | None:
    """Return the study of which only a headline told, without an article.

    What a headline calls "Study" is "a new study" in the lead.
    """
    if not met or not met[0].bare or met[0].kind != "document":
        return None
    first = met[0]
    first.bare = False
    same = mention.head in _STUDIES and not _STUDIES.isdisjoint(first.nouns)
    return first if same or mention.head in first.nouns else None


def asked(met: Sequence[Entity]) -> Entity | None:
    """Return those whom a survey that is not named has counted before."""
    return next((e for e in met if ASKED in e.nouns), None)
