"""What the words of a source say of it: a name, a title, a common noun, its owner."""

from functools import lru_cache
from typing import Final

from scorer.detectors.attributions.parts import Mention, Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.detectors.attributions.writing import (
    dotted,
    is_brand,
    is_domain,
    plain,
    spell,
    writing_kind,
)
from scorer.text.tables import load_table

_TABLE = load_table("attributions")
_TITLES: Final[dict[str, str]] = _TABLE["titles"]
PRONOUNS: Final[dict[str, str]] = _TABLE["pronouns"]
_NOUNS: Final[dict[str, str]] = {
    word: kind for kind, words in reversed(_TABLE["kinds"].items()) for word in words
}
_BODIES: Final = frozenset(_TABLE["bodies"])
_SPOKEN: Final = frozenset(_TABLE["spokesmen"])
_RESPONDENTS: Final = frozenset(_TABLE["respondents"])
_SHARES: Final = frozenset(_TABLE["shares"])
_VOICES: Final = frozenset(_TABLE["voices"])
_SPEAKING: Final = _SPOKEN | _VOICES
_OWNERS: Final = frozenset({"for", "at", "of", "from", "with", "in", "by", "on"})
_OFFICE: Final = frozenset({*_TABLE["office"], *_TABLE["roles"], *_TITLES})
_MEMORY: Final = 4096  # nouns to remember
_LINKS: Final = frozenset(
    {"prep", "wh", "that", "and", "but", "conj", "to", "be", "sub"}
)
_WHEN: Final = frozenset({"last", "this", "next", "late", "earlier"})
_OF_WHAT: Final = {"familiar": "with", "close": "to", "aware": "of"}
_TELLING: Final = _WHEN | _OF_WHAT.keys()
_INNER: Final = frozenset({"of", "for", "the", "and"})
_JOINS: Final = frozenset(
    {"de", "la", "von", "van", "der", "den", "bin", "al", "el", "da"}
)


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
    core = _core(around, first, last)
    named = _named_after(around, core, last)
    if named is not None:
        lead, whole = "", named.first
        first, core = named
    run = _run(around, first, core)
    if run < core - 1 and words[run] == "the":  # "the blog The Ostal"
        lead, whole = "the", run
        run += 1
    before = spell(around, first, run) if run > first else ()
    name = spell(around, run, core) if core > run else ()
    gender = next(filter(None, map(_TITLES.get, before + name)), "")
    office = _office(name)
    before, name = before + name[:office], name[office:]
    head, role = dotted(around, first, core), _role(around, core, last)
    if not name or (name[-1] in _NOUNS and not _is_body(name)) or name[-1] in _SPOKEN:
        before = (*before, *name[:-1]) if name else before[:-1]
        noun = spell(around, head, core)[0]
        owner: tuple[str, ...] = ()
        if noun in _SPEAKING:
            owner = _spoken_for(around, Words(first, core), last, (*before, noun))
        return Mention("", (), (), gender, noun, before, lead, owner, role)
    return Mention(
        name=name,
        title=before,
        gender=gender,
        lead=lead,
        role=role,
        letters=len(name) == 1 and is_brand(around, head, core),
        written=writing_kind(around, whole, core),
    )


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
    """Return the name that follows a noun: "her brother, Ada Lind"."""
    if around.capital[core - 1] or core >= last or around.gaps[core - 1] != ",":
        return None
    end = core
    while end < last and around.capital[end]:
        end += 1
        if around.gaps[end - 1] != " ":
            break
    return Words(core, end) if end - core > 1 else None


def _core(around: Surroundings, first: int, last: int) -> int:
    """Return the word after the head of the noun phrase."""
    gaps, kinds, words = around.gaps, around.kinds, around.words
    for i in range(first, last - 1):
        gap, kind = gaps[i], kinds[i + 1]
        if gap == " " and kind not in _LINKS:
            tells = kind == "ed" or words[i + 1] in _TELLING
            if tells and _is_told_of(around, i, last):
                return i + 1
            continue
        if _runs_on(gap) and kind not in _LINKS:
            continue
        if gap == "'" and words[i][-1] == "s":
            continue  # "the drivers' union"
        if words[i + 1] in {"of", "for"} and _goes_on(around, i, last):
            continue
        if i and kind == "prep" and kinds[i] == "prep":
            continue
        return i + 1
    return last


def _is_told_of(around: Surroundings, i: int, last: int) -> bool:
    """Tell whether what follows a noun only tells more of it: when, by whom, of what.

    "An update published by", "a poll released this week", "people familiar with".
    """
    if i + 2 >= last:
        return False
    after, later = around.words[i + 1], around.words[i + 2]
    if around.kinds[i + 1] == "ed":
        return around.kinds[i + 2] in {"prep", "day"} or later in _WHEN
    if after in _WHEN:
        return around.kinds[i + 2] == "time" or later in _WHEN
    return _OF_WHAT[after] == later


def _goes_on(around: Surroundings, i: int, last: int) -> bool:
    """Tell whether "of" stands within a name: Ministry of Defence."""
    if i + 2 >= last or not around.capital[i]:
        return around.kinds[i + 1] == "prep" and i < 0
    after = i + 3 if around.kinds[i + 2] == "det" else i + 2
    return bool(after < last and around.capital[after])


def _run(around: Surroundings, first: int, core: int) -> int:
    """Return where the run of capitals that ends the phrase begins."""
    i = dotted(around, first, core)
    if not around.capital[i] and not is_domain(around, core - 1):
        return core
    start = i
    while i > first and _belongs(around, i - 1):
        i -= 1
    while i < start and not around.capital[i]:
        i += 1
    return i


def _belongs(around: Surroundings, i: int) -> bool:
    if not _runs_on(around.gaps[i]):
        return False
    word = around.words[i]
    if word.endswith("'s") and around.capital[i]:
        return False
    return bool(around.capital[i]) or word in _JOINS or word in _INNER


def _runs_on(gap: str) -> bool:
    """Tell whether a phrase goes on after a gap: a blank, "U.S.", a nickname."""
    return gap in {" ", '"', "."} or gap[0] == "~"


def _owner(around: Surroundings, core: int, last: int) -> tuple[str, ...]:
    while core < last and around.kinds[core] in {"ed", "day", "time"}:
        core += 1  # "published by", "on Monday by"
    if core >= last or around.words[core] not in _OWNERS:
        return ()
    first = core + 1
    while first < last - 1 and around.kinds[first] == "det":
        first += 1
    end = _core(around, first, last)
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
            if around.kinds[i] not in _LINKS and around.kinds[i] != "det"
        ]
    )


def _is_body(name: tuple[str, ...]) -> bool:
    """Tell a body's name from a common noun that happens to have a capital."""
    return len(name) > 1 and name[-1] in _BODIES


@lru_cache(maxsize=_MEMORY)
def noun_kind(word: str) -> str:
    """Return the kind of source that a noun stands for, "" if it tells none."""
    for form in (word, word.removesuffix("s"), f"{word}s"):
        if form in _NOUNS:
            return _NOUNS[form]
    return ""


def is_body(word: str) -> bool:
    """Tell whether a noun names a body rather than a person."""
    return word in _BODIES


def is_respondents(mention: Mention) -> bool:
    """Tell "most voters" or "55% of adults", whose words a survey reports."""
    phrase = (*mention.before, mention.head)
    return any(w in _RESPONDENTS or w[:1].isdigit() for w in phrase)


def is_counted(mention: Mention) -> bool:
    """Tell a share of those asked, which says what a survey found: "a third"."""
    phrase = (*mention.before, mention.head)
    return any(w in _SHARES or w[:1].isdigit() for w in phrase)
