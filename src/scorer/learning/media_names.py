"""Learn by which words a name shows that it is a medium's.

"The Lund Herald reported", "told Radio Ostal", "an interview with the Evening Post":
only a medium stands there often. A word of names counts if, in many outlets, a good
share of its places is of that sort.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from scorer.learning.corpora import read_rows
from scorer.text.tables import load_table
from scorer.text.words import find_words, fold

_OUTLETS: Final = 8  # in which a word must name media
_PLACES: Final = 25  # of a word within sentences, with a capital
_SHARE: Final = 0.08  # of these places that must be a medium's
_LONGEST: Final = 5  # words of a name
_TOLD: Final = frozenset({"told", "tells", "telling"})
_TALKS: Final = frozenset({"interview", "interviews", "appearance", "appeared"})
_WITH: Final = frozenset({"with", "on", "for", "to"})
_REPORTED: Final = frozenset({"reported"})
_ABOUT: Final = (
    "Words of names, with the share of their places (with a capital, within a"
    " sentence) that stand before “reported”, after “told” or after “interview with”."
    " Counted by `scorer learn` in articles.jsonl.gz; in at least"
    f" {_OUTLETS} outlets, and in both sorts of places."
)


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Write the table; return how many words it has."""
    outlets: dict[str, set[str]] = defaultdict(set)
    told: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for row in read_rows(corpora / "articles.jsonl.gz"):
        text, plain = row["text"], fold(row["text"])
        words, starts, _ = find_words(plain)
        capital = [text[a] != plain[a] for a in starts]
        words = [w.removesuffix("'s") for w in words]
        places.update(
            w
            for w, a, big in zip(words, starts, capital, strict=True)
            if big and a > 1 and text[a - 1] == " " and text[a - 2].isalnum()
        )
        for found, name in _named(words, capital):
            (reported if found in _REPORTED else told).update({name})
            outlets[name].add(row["outlet"])
    known = _no_media()
    shares = {
        word: round(min(1.0, (told[word] + reported[word]) / places[word]), 2)
        for word in sorted(outlets)
        if len(outlets[word]) >= _OUTLETS
        and places[word] >= _PLACES
        and told[word]
        and reported[word]
        and word not in known
        and len(word) > 1
    }
    kept = {word: share for word, share in shares.items() if share >= _SHARE}
    table = {"about": _ABOUT, "shares": kept}
    text = json.dumps(table, ensure_ascii=False, indent=0)
    (tables / "media_names.json").write_text(text + "\n", "utf-8")
    return {"words": len(kept)}


def _named(words: Sequence[str], capital: Sequence[bool]) -> Iterator[tuple[str, str]]:
    """Yield each word of a name that stands where media stand, with what shows it."""
    for i, word in enumerate(words):
        if word in _REPORTED:
            first = i
            while first and capital[first - 1] and i - first < _LONGEST:
                first -= 1
            yield from ((word, w) for w in {*words[first:i]})
        at = i + 1
        if word in _TALKS and words[at : at + 1] and words[at] in _WITH:
            at += 1
        elif word not in _TOLD:
            continue
        at += words[at : at + 1] == ["the"]
        last = at
        while last < len(words) and capital[last] and last - at < _LONGEST:
            last += 1
        yield from ((word, w) for w in {*words[at:last]})


def _no_media() -> frozenset[str]:
    """Return words that are known to be something else: grammar, given names."""
    table = load_table("attributions")
    grammar = (w for words in table["classes"].values() for w in words)
    kinds = (w for k, ws in table["kinds"].items() if k != "media" for w in ws)
    given = load_table("given_names")["names"]
    media = frozenset(table["kinds"]["media"])
    return frozenset((*grammar, *kinds, *given, *table["countries"])) - media
