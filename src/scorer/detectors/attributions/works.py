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
    # Who leads a study, and is named, is not the study.
    works = (e for e in reversed(met) if not (e.person and e.names))
    return next((e for e in works if not same.isdisjoint(e.nouns)), None)


def asked(met: Sequence[Entity]) -> Entity | None:
    """Return those whom a survey that is not named has counted before."""
    return next((e for e in met if ASKED in e.nouns), None)


def sort_of(mention: Mention, kind: str) -> str:
    """Return the kind of source that "the study" or "the singer" may point at."""
    if kind == "document" or mention.head in AUTHORS:
        return "document"
    if kind in {"media", "organisation"}:
        return kind
    one = kind == "anonymous" and not mention.head.endswith("s")
    return "named" if one and mention.lead == "the" else ""
