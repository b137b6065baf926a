"""Learn given names from how articles name speakers: "Ada Lind said"."""

import gzip
import json
import re
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

from scorer.text.tables import load_table

_SPEAKER = re.compile(
    r"\b([A-Z][a-z]{2,11}) (?:[A-Z]\. )?([A-Z][a-zA-Z'-]{2,})"
    r"(?:, \d\d,| said| says| told| added| wrote)"
)
_LOWERED = re.compile(r"\b[a-z]{3,12}\b")
_CAPITAL = re.compile(r"\b[A-Z][a-z]{2,11}\b")
_LOWER = 0.03  # share of its places in which a name may stand in lower case
_OUTLETS = 4  # outlets that must have used a name
_FAMILIES = 4  # family names that it must have stood before: "White House" has one
_ABOUT = (
    "Given names: words before at least four family names of speakers, in articles of "
    "at least four outlets, counted by `scorer learn`."
)

_PLACES = frozenset({"american", "california", "washington", "york", "texas"})


def learn(corpora: Path, tables: Path) -> dict[str, int]:
    """Write the table of given names; return how many there are."""
    outlets: dict[str, set[str]] = defaultdict(set)
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    families: dict[str, set[str]] = defaultdict(set)
    path = corpora / "articles.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            lower.update(_LOWERED.findall(row["text"]))
            upper.update(w.lower() for w in _CAPITAL.findall(row["text"]))
            for name, family in _SPEAKER.findall(row["text"]):
                outlets[name.lower()].add(row["outlet"])
                families[name.lower()].add(family)
    words = load_table("attributions")
    lists = (*words["kinds"].values(), *words["classes"].values())
    nouns = {*words["office"], *words["titles"], *chain.from_iterable(lists)}
    names = sorted(
        name
        for name, of in outlets.items()
        if len(of) >= _OUTLETS
        and lower[name] <= _LOWER * (lower[name] + upper[name])
        and len(families[name]) >= _FAMILIES
        and name not in nouns
        and name not in _PLACES
    )
    table = {"about": _ABOUT, "names": names}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (tables / "given_names.json").write_text(text + "\n", "utf-8")
    return {"names": len(names)}
