"""What the words of a source say of it: a name, a title, a common noun, its owner."""

from functools import lru_cache
from typing import Final

from scorer.detectors.attributions.parts import Mention, Words
from scorer.detectors.attributions.surroundings import Surroundings
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
_VOICES: Final = frozenset(_TABLE["voices"])
_OWNERS: Final = frozenset({"for", "at", "of", "from", "with", "in", "by", "on"})
_OFFICE: Final = frozenset(_TABLE["office"]) | frozenset(_TITLES)
_MEMORY: Final = 4096  # nouns to remember
_LETTERS: Final = 7  # letters of an abbreviation
_LINKS: Final = frozenset(
    {"prep", "wh", "that", "and", "but", "conj", "to", "be", "sub"}
)
_INNER: Final = frozenset({"of", "for", "the", "and"})
_JOINS: Final = frozenset(
    {"de", "la", "von", "van", "der", "den", "bin", "al", "el", "da"}
)


def mention_of(around: Surroundings, source: Words) -> Mention:
    """Take the words of a source apart."""
    words, kinds = around.words, around.kinds
    first, last = source
    if last - first == 1 and words[first] in PRONOUNS:
        return Mention(pronoun=PRONOUNS[words[first]])
    lead = ""
    while first < last - 1 and kinds[first] in {"det", "adv"}:
        lead = lead or words[first]
        first += 1
    core = _core(around, first, last)
    named = _named_after(around, core, last)
    if named is not None:
        first, core = named
    noun = plain(words[core - 1])
    owned = _owner(around, core, last) if noun in _SPOKEN or noun in _VOICES else ()
    run = _run(around, first, core)
    name = tuple([plain(w) for w in words[run:core]])
    before = tuple([plain(w) for w in words[first:run]])
    gender = next(filter(None, map(_TITLES.get, before + name)), "")
    office = _office(name)
    before, name = before + name[:office], name[office:]
    role = _role(around, core, last)
    if not name or (name[-1] in _NOUNS and not _is_body(name)) or name[-1] in _SPOKEN:
        before = (*before, *name[:-1]) if name else before[:-1]
        if noun in _SPOKEN and not owned:
            owned = before
        if noun in _VOICES and not owned:
            owned = _capitals(around, first, core - 1)
        return Mention(
            gender=gender, head=noun, before=before, lead=lead, owner=owned, role=role
        )
    return Mention(
        name=name,
        title=before,
        gender=gender,
        lead=lead,
        role=role,
        letters=len(name) == 1 and _is_short(around, core - 1),
    )


def _office(name: tuple[str, ...]) -> int:
    """Return how many words at the start of a name tell an office."""
    last = len(name) - 1
    return next((i for i in range(last, 0, -1) if name[i - 1] in _OFFICE), 0)


def _named_after(around: Surroundings, core: int, last: int) -> tuple[int, int] | None:
    """Return the name that follows a noun: "her brother, Ada Lind"."""
    if around.capital[core - 1] or core >= last or around.gaps[core - 1] != ",":
        return None
    end = core
    while end < last and around.capital[end]:
        end += 1
        if around.gaps[end - 1] != " ":
            break
    return (core, end) if end - core > 1 else None


def _is_short(around: Surroundings, i: int) -> bool:
    """Tell whether a word is an abbreviation: all capitals, or with a figure."""
    reading = around.reading
    word = reading.document.text[reading.starts[i] : reading.ends[i]]
    return 1 < len(word) <= _LETTERS and word.isupper()


def plain(word: str) -> str:
    """Return a word without its possessive ending."""
    return word.removesuffix("'s").removesuffix("'") if "'" in word else word


def _core(around: Surroundings, first: int, last: int) -> int:
    """Return the word after the head of the noun phrase."""
    for i in range(first, last):
        if i + 1 >= last:
            break
        gap, kind = around.gaps[i], around.kinds[i + 1]
        if kind == "ed" and i + 2 < last and around.kinds[i + 2] == "prep":
            return i + 1  # "an update published by"
        if not _runs_on(gap) or (kind in _LINKS and i >= first):
            if around.words[i + 1] in {"of", "for"} and _goes_on(around, i, last):
                continue
            if i and kind == "prep" and around.kinds[i] == "prep":
                continue
            return i + 1
    return last


def _goes_on(around: Surroundings, i: int, last: int) -> bool:
    """Tell whether "of" stands within a name: Ministry of Defence."""
    if i + 2 >= last or not around.capital[i]:
        return around.kinds[i + 1] == "prep" and i < 0
    after = i + 3 if around.kinds[i + 2] == "det" else i + 2
    return bool(after < last and around.capital[after])


def _run(around: Surroundings, first: int, core: int) -> int:
    """Return where the run of capitals that ends the phrase begins."""
    if not around.capital[core - 1]:
        return core
    i = core - 1
    while i > first and _belongs(around, i - 1):
        i -= 1
    while i < core - 1 and not around.capital[i]:
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
