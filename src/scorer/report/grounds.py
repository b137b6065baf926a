"""What a reason can be made of: what was measured, and the words behind it.

Whatever a sentence does not ask for is not looked up: there are many articles, and
most of what is found in one is in no sentence about it.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property
from math import isnan
from operator import itemgetter
from typing import Final

from scorer.stories.media import is_named
from scorer.types import Annotation, Voice

_QUOTED: Final = 3  # words shown as examples
_LONGEST: Final = 60  # characters of a name; longer ones are no names
# A medium's name: capitals throughout, but for "the", "of" and the like.
_NAME: Final = re.compile(
    r"(?:[Tt]he )?[A-Z@][\w.&’'-]*(?: (?:(?:of|the|and|de|la) )*[A-Z\d][\w.&’'-]*)*"
)
_CLAUSE: Final = re.compile(r", wh.*| wh(?:o|ich)$")  # "Ada Lind, who was there"
_ODD: Final = re.compile(r"[\[\]{}|;:!?\"“”]")
_LIST: Final = 2  # commas from which on names are a list
_NO_NAMES: Final = frozenset({"tv", "us", "uk", "radio"})
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "who", "we", "i", "you"})
# "Some say" names nobody, and neither does "he says".
_NOBODY: Final = _PRONOUNS | frozenset(
    {"some", "many", "most", "several", "few", "a few", "others", "another", "one"}
    | {"both", "those", "all", "everyone", "someone", "which", "that"}
)
_SAID: Final = ("attribution.", "source.")
_WORDED: Final = ("hedge.", "loaded.")
_KEY: Final = itemgetter(
    Annotation._fields.index("label"), Annotation._fields.index("span")
)


class Grounds:
    """What a sentence can be made of: values, and the words behind them."""

    def __init__(
        self,
        findings: Collection[tuple[Annotation, ...]],
        features: Mapping[str, float],
        text: str,
    ) -> None:
        """Take what is at hand; most sentences need little of it.

        Args:
            findings: What features were counted from, each tuple once.
            features: What was measured.
            text: Of the document.
        """
        self._findings = findings
        self._features = features
        self._text = text

    def value(self, name: str) -> float:
        """Return a feature's value, 0 where it is undefined."""
        value = self._features.get(name, 0.0)
        return 0.0 if isnan(value) else value

    def examples(self, *prefixes: str) -> str:
        """Quote a few of the words found, the surest first, then the most frequent."""
        marks = Counter(
            [
                (a.span.of(self._text), a.weight)
                for a in self._worded
                if a.label.startswith(prefixes) and a.voice is Voice.OUTLET
            ]
        )
        times: Counter[str] = Counter()
        surest: dict[str, float] = {}
        for (spelling, weight), number in marks.items():
            word = _shown(spelling).lower()
            times[word] += number
            surest[word] = max(weight, surest.get(word, 0.0))
        chosen = [word for word in times if len(word) <= _LONGEST]
        chosen.sort(key=lambda word: (-round(surest[word], 1), -times[word]))
        quoted = ", ".join(f"“{word}”" for word in chosen[:_QUOTED])
        return f" ({quoted})" if quoted else ""

    def main_source(self) -> str | None:
        """Name whose words are most: empty if without a name, None if nobody."""
        source_of = {
            a.group: a.source for a in self._said if a.label == "attribution.source"
        }
        carried: Counter[int | None] = Counter()
        for group, said in self._carried.items():
            carried[source_of.get(group)] += said
        if not carried:  # nothing tells how much each of them carries
            carried.update([a.source for a in self._naming])
        main = max(carried, key=carried.__getitem__, default=-1)
        if main is None:
            return None
        name = self._name(main)
        return f" ({name})" if name else ""

    def relays(self) -> str:
        """Say through which media statements came, those that carry most first.

        A medium that speaks for itself is named before the network that it posts on.
        """
        carried = self._carried
        told: Counter[int] = Counter()
        for a in self._said:
            if a.label.startswith("source."):
                medium = a.source if a.label == "source.media" else a.via
                if medium is not None:
                    told[medium] += carried.get(a.group, 1)
        names = [self._medium(medium) for medium, _ in told.most_common()]
        known = list(dict.fromkeys(filter(None, names)))
        if known:
            return f"is relayed from {', '.join(known[:_QUOTED])}"
        return "comes from statements, posts or other media"

    @cached_property
    def _said(self) -> Collection[Annotation]:
        """What was said, and by whom."""
        return self._found(_SAID)

    @cached_property
    def _worded(self) -> Collection[Annotation]:
        """How it was put."""
        return self._found(_WORDED)

    def _found(self, families: tuple[str, ...]) -> Collection[Annotation]:
        """Return the findings of a few families, each once."""
        found: dict[object, Annotation] = {}
        for several in self._findings:
            if several[0].label.startswith(families):
                found.update(zip(map(_KEY, several), several, strict=True))
        return found.values()

    @cached_property
    def _carried(self) -> Counter[int | None]:
        """How many characters each statement says, by its number."""
        said: Counter[int | None] = Counter()
        for a in self._said:
            if a.label == "attribution.content":
                said[a.group] += a.span.end - a.span.start
        return said

    @cached_property
    def _naming(self) -> list[Annotation]:
        """Where a source is named."""
        return [
            a
            for a in self._said
            if a.source is not None and a.label != "attribution.cue"
        ]

    def _name(self, source: int) -> str:
        names = [
            _closed(_CLAUSE.sub("", _shown(a.span.of(self._text))))
            for a in self._naming
            if a.source == source and a.label.startswith("source.")
            if a.label != "source.named" or _is_proper(a.span.of(self._text))
        ]
        short = [name for name in names if len(name) <= _LONGEST]
        named = [name for name in short if name.lower() not in _NOBODY]
        return max(filter(_is_whole, named), key=len, default="")

    def _medium(self, number: int) -> str:
        """Return the name of a medium, empty if it is only called "the paper"."""
        spelt = Counter(
            _shown(a.span.of(self._text)).removesuffix("'s").removesuffix("’s")
            for a in self._naming
            if a.source == number and a.label.startswith("source.")
        )
        named = [name for name in spelt if _NAME.fullmatch(name)]
        named = [name for name in named if name.lower() not in _NO_NAMES | _PRONOUNS]
        named = [name for name in named if is_named(name)]  # not "Reporters"
        return max(named, key=lambda name: (spelt[name], len(name)), default="")


def _shown(words: str) -> str:
    return " ".join(words.strip("'\"‘’“” ").split())


def _is_proper(name: str) -> bool:
    """Tell a person's name from a phrase that only begins with a capital.

    Example:
        >>> _is_proper("Ada Lind, 45"), _is_proper("Make cute labels")
        (True, False)
    """
    words = name.replace(",", " ").split()
    return sum(word[:1].isupper() for word in words) > 1 or len(words) == 1


def _is_whole(name: str) -> bool:
    """Tell what can stand for a source from what was cut out of a sentence or list."""
    odd = _ODD.search(name) or name.endswith(("'s", "’s"))
    return not odd and name.count(",") < _LIST


def _closed(name: str) -> str:
    """Leave out what belongs to a bracket that a name neither opens nor closes.

    Example:
        >>> _closed("OST)President Ada Lind")
        'President Ada Lind'
    """
    head, closing, rest = name.partition(")")
    if closing and "(" not in head:
        name = rest.strip()
    head, opening, rest = name.partition("(")
    return head.strip() if opening and ")" not in rest else name
