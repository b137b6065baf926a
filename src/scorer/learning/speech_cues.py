"""Learn which cues credit somebody with information: "said", not "called for".

A cue that reports speech or evidence leads to a clause or a quotation: "said that
the bridge was closed". One that tells what somebody wants, does or is about leads to
a thing: "called for a new bridge". The share of clauses tells one from the other.
"""

import json
from bisect import bisect_left
from collections import Counter
from pathlib import Path
from typing import Any, Final

from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.speech import cue_form, is_clause
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.learning.polnear import read_marked
from scorer.text.tables import load_table

_LEAST: Final = 8  # places of a cue that must be known
_USUAL: Final = 2.0  # places by which a rare cue is drawn to the share of all
_ABOUT: Final = (
    "Cues, with the share of their places in PolNeAR's training part (840 articles)"
    " in which what they lead to is a clause or a quotation; counted by `scorer learn`."
)


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Write the table of cues; return how many there are."""
    heads = frozenset(load_table("attribution_cues")["heads"])
    places: Counter[str] = Counter()
    clauses: Counter[str] = Counter()
    for marked in read_marked(corpora, "train"):
        around = Surroundings(marked.reading)
        starts = marked.reading.starts
        for roles in marked.attributions:
            if "cue" not in roles or "content" not in roles:
                continue
            first = bisect_left(starts, roles["cue"].start)
            cue = Words(first, max(first + 1, bisect_left(starts, roles["cue"].end)))
            for head in range(*cue):
                if around.words[head] in heads:
                    form = cue_form(around, head)
                    places[form] += 1
                    clauses[form] += is_clause(around, cue, roles["content"])
    usual = sum(clauses.values()) / sum(places.values())
    shares = {
        form: round((clauses[form] + _USUAL * usual) / (n + _USUAL), 2)
        for form, n in sorted(places.items())
        if n >= _LEAST
    }
    table = {"about": _ABOUT, "usual": round(usual, 2), "shares": shares}
    text = json.dumps(table, ensure_ascii=False, indent=0)
    (tables / "speech_cues.json").write_text(text + "\n", "utf-8")
    return {"cues": len(shares)}
