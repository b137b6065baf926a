"""What the words of a source say of it: a name, a title, a common noun, its owner."""

from typing import Final

from scorer.detectors.attributions.nouns import NOUNS
from scorer.detectors.attributions.parts import Mention, Words
from scorer.detectors.attributions.phrases import GIVEN, LINKS, core_of, run_of
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.writing import (
    dotted,
    is_brand,
    plain,
    spell,
    writing_kind,
)
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_TITLES: Final[dict[str, str]] = _TABLE["titles"]
PRONOUNS: Final[dict[str, str]] = _TABLE["pronouns"]
_BODIES: Final = frozenset(_TABLE["bodies"])
_SPOKEN: Final = frozenset(_TABLE["spokesmen"])
_VOICES: Final = frozenset(_TABLE["voices"])
REPORTS: Final = frozenset({"report", "article", "story", "editorial"})
_SPEAKING: Final = frozenset(_SPOKEN | _VOICES | REPORTS)
_OWNERS: Final = frozenset({"for", "at", "of", "from", "with", "in", "by", "on"})
_OFFICE: Final = frozenset({*_TABLE["office"], *_TABLE["roles"], *_TITLES})
_WITHIN: Final = frozenset({" ", "."})  # the marks between the words of a name


def mention_of(around: Surroundings, source: Words) -> Mention:
    """Take the words of a source apart."""
    words, kinds = around.words, around.kinds
    first, last = source
    if last - first == 1 and _is_pronoun(around, first):
        return Mention(pronoun=PRONOUNS[words[first]])
    lead, whole = "", first
    while first < last - 1 and kinds[first] in {"det", "adv"}:
        lead = lead or words[first]
        first += 1
    core = core_of(around, first, last)
    named = _named_after(around, core, last)
    if named is not None:
        lead, whole = "", named.first
        first, core = named
    run = run_of(around, first, core)
    if run < core - 1 and words[run] == "the":  # "the blog The Ostal"
        lead, whole = "the", run
        run += 1
    before = spell(around, first, run) if run > first else ()
    name = spell(around, run, core) if core > run else ()
    gender = next(filter(None, map(_TITLES.get, before + name)), "")
    office = _office(name)
    before, name = before + name[:office], name[office:]
    head, role = dotted(around, first, core), _role(around, core, last)
    if not name or (name[-1] in NOUNS and not _is_body(name)) or name[-1] in _SPOKEN:
        before = (*before, *name[:-1]) if name else before[:-1]
        noun = spell(around, head, core)[0]
        owner: tuple[str, ...] = ()
        if noun in _SPEAKING:
            owner = _spoken_for(around, Words(first, core), last, (*before, noun))
        counted = _is_share(around, last)
        return Mention(
            "", (), (), gender, noun, before, lead, owner, role, counted=counted
        )
    return Mention(
        name=name,
        title=before,
        gender=gender,
        lead=lead,
        role=role,
        letters=len(name) == 1 and is_brand(around, head, core),
        written=writing_kind(around, whole, core),
    )


def _is_share(around: Surroundings, last: int) -> bool:
    """Tell whether a share stands in brackets around or right after a source's end."""
    for i in (last, last - 1):
        if around.words[i][:1].isdigit() and "(" in around.gaps[i - 1]:
            return "%" in around.gaps[i] or around.words[i + 1] == "percent"
    return False


def _spoken_for(
    around: Surroundings, phrase: Words, last: int, words: tuple[str, ...]
) -> tuple[str, ...]:
    """Return whose spokesman or statement it is, by the words after or before it."""
    *before, noun = words
    first, core = phrase
    owner = _owner(around, core, last)
    if owner:
        return owner
    return tuple(before) if noun in _SPOKEN else _capitals(around, first, core - 1)


def _is_pronoun(around: Surroundings, i: int) -> bool:
    """Tell a pronoun from the WHO, which is a body."""
    word = around.words[i]
    return word in PRONOUNS and not (word == "who" and is_brand(around, i, i + 1))


def _office(name: tuple[str, ...]) -> int:
    """Return how many words at the start of a name tell an office."""
    last = len(name) - 1
    return next((i for i in range(last, 0, -1) if name[i - 1] in _OFFICE), 0)


def _named_after(around: Surroundings, core: int, last: int) -> Words | None:
    """Return the name that follows a noun: "her brother, Ada Lind".

    More of the noun may stand between: "a spokesman for the port, Sgt. Lind".
    """
    if around.capital[core - 1] or core >= last:
        return None
    for first in range(core, last):
        if around.gaps[first - 1] != ",":
            continue
        end = _end_of_name(around, first, last)
        if end - first > 1 and first == core:
            return Words(first, end)
        known = around.kinds[first] == "title" or around.words[first] in GIVEN
        if end == last and known and around.capital[first]:
            return Words(first, end)
    return None


def _end_of_name(around: Surroundings, first: int, last: int) -> int:
    """Return where the run of capitals ends that a word begins."""
    end = first
    while end < last and around.capital[end]:
        end += 1
        if around.gaps[end - 1] not in _WITHIN:
            break
    return end


def _owner(around: Surroundings, core: int, last: int) -> tuple[str, ...]:
    while core < last and around.kinds[core] in {"ed", "day", "time"}:
        core += 1  # "published by", "on Monday by"
    if core >= last or around.words[core] not in _OWNERS:
        return ()
    first = core + 1
    while first < last - 1 and around.kinds[first] == "det":
        first += 1
    end = core_of(around, first, last)
    return tuple(plain(w) for w in around.words[first:end])


def _capitals(around: Surroundings, first: int, last: int) -> tuple[str, ...]:
    """Return the words of a phrase that have capitals: the MoD update."""
    return tuple(
        plain(around.words[i]) for i in range(first, last) if around.capital[i]
    )


def _role(around: Surroundings, core: int, last: int) -> tuple[str, ...]:
    if core >= last:
        return ()
    return tuple(
        [
            plain(around.words[i])
            for i in range(core, last)
            if around.kinds[i] not in LINKS and around.kinds[i] != "det"
        ]
    )


def _is_body(name: tuple[str, ...]) -> bool:
    """Tell a body's name from a common noun that happens to have a capital."""
    return len(name) > 1 and name[-1] in _BODIES
