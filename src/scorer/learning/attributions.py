"""Learn the models of the attributions from articles in which they are marked.

PolNeAR's training part tells the bounds of all parts. The articles marked for this
project tell only what is a cue: they are of many outlets, and marked is what a reader
who looks for evidence takes for a source.

Words get weights only where they are common in articles of every sort, so that
neither names nor the topics of one election can be learned.
"""

import gzip
import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from scorer.detectors.attributions import (
    content_weights,
    contents,
    cue_weights,
    cues,
    source_weights,
    sources,
)
from scorer.detectors.attributions.acceptance import accept_values
from scorer.detectors.attributions.find import assemble
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import FINITE, LINKS, Surroundings
from scorer.detectors.attributions.weights import (
    APART,
    load_bias,
    load_choice,
    load_tables,
)
from scorer.learning.credited import read_credited
from scorer.learning.polnear import Marked, read_marked
from scorer.learning.stems import stem_of
from scorer.learning.templates import Examples, Fitted, Row, fit
from scorer.reading import Reading
from scorer.text.tables import load_table
from scorer.text.words import find_words, fold
from scorer.types import Span

Roles = dict[str, Words]

_ABOUT = (
    "Weights of linear models, learned from PolNeAR's training part (840 articles) and,"
    " as to what is a cue, data/annotations/attributions.jsonl.gz (578) by `scorer"
    " learn`; each table belongs to one template of the model."
)
_TABLES = {
    "attribution_cues": {"head": 4000, "left": 800, "right": 1000},
    "attribution_sources": {"anchor": 3000, "start": 1200, "end": 600},
    "attribution_contents": {
        "side": 2000,
        "right_start": 800,
        "right_end": 1800,
        "left_start": 600,
    },
}
_ACCEPT = 2000  # weights of the second judgement
_PENALTY = 1.0
_ACCEPT_PENALTY = 2.0
_SETS = 3  # sets of articles in which a common word must stand
_COMMON = 2  # articles of a set that a word must stand in
_LOWER = 0.5  # share of a common word's places in which it is in lower case
_LEAST = 3  # cues by which a word becomes a candidate
_SHARE = 0.03  # share of a word's places that must be cues
_IDLE = 0.015  # share of a word's places up to which it is not worth asking
_WORD = re.compile(r"[a-z]{3,}")


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Write the tables of weights; return how many examples each model had."""
    marked = list(read_marked(corpora, "train"))
    bounded = len(marked)
    marked += read_credited(corpora)
    arounds = [Surroundings(m.reading) for m in marked]
    roles = [list(_placed(m)) for m in marked]
    single = Counter(
        around.words[row["cue"].first]
        for around, rows in zip(arounds, roles, strict=True)
        for row in rows
        if row["cue"].last - row["cue"].first == 1
    )
    common = _common_words(corpora)
    heads = _heads(arounds, roles, single, common)
    examples: dict[str, Examples] = defaultdict(Examples)
    for number, (around, rows) in enumerate(zip(arounds, roles, strict=True)):
        placed = {_head(around, r["cue"], single): r for r in rows}
        if number < bounded:
            _collect(around, placed, examples)
        for i in around.reading.where(heads):
            row = cue_weights.head_values(around, i, heads[around.words[i]])
            examples["head"].add(row, right=i in placed)

    def allowed(value: str) -> bool:
        return all(w in common or w in _MARKS for w in _WORD.findall(value))

    written: dict[str, dict[str, Any]] = {}
    for name, models in _TABLES.items():
        table = written[name] = {"about": _ABOUT}
        for model, size in models.items():
            table[model] = fit(examples[model], allowed, size, _PENALTY)
        _write(tables, name, table)
    table = written["attribution_cues"]
    _collect_accepted(arounds, roles, single, heads, allowed, examples)
    idle = _idle(examples["head"], Fitted(**table["head"]))
    table["heads"] = {w: stem for w, stem in sorted(heads.items()) if w not in idle}
    table["accept"] = fit(examples["accept"], allowed, _ACCEPT, _ACCEPT_PENALTY)
    _write(tables, "attribution_cues", table)
    return {
        name: {"rows": len(e.rows), "choices": e.groups, "missed": e.missed}
        for name, e in examples.items()
    }


def _write(tables: Path, name: str, table: dict[str, Any]) -> None:
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (tables / f"{name}.json").write_text(text + "\n", "utf-8")
    for read in (load_table, load_tables, load_bias, load_choice):
        read.cache_clear()


def _idle(examples: Examples, model: Fitted) -> set[str]:
    """Return the words that are hardly ever likely cues, to be left unasked."""
    met = Counter(row[0] for row in examples.rows)
    likely = Counter(
        row[0] for row in examples.rows if model.probability(row) >= cues.WEAKEST
    )
    return {word for word, n in met.items() if likely[word] <= _IDLE * n}


def _collect_accepted(
    arounds: Sequence[Surroundings],
    roles: Sequence[list[Roles]],
    single: Counter[str],
    heads: dict[str, str],
    allowed: Callable[[str], bool],
    examples: dict[str, Examples],
) -> None:
    """Judge the candidates of each half of the articles with weights of the other."""
    pairs = list(zip(arounds, roles, strict=True))
    for half in (0, 1):
        other = Examples()
        for around, rows in pairs[1 - half :: 2]:
            placed = {_head(around, r["cue"], single) for r in rows}
            for i in around.reading.where(heads):
                row = cue_weights.head_values(around, i, heads[around.words[i]])
                other.add(row, right=i in placed)
        fitted = fit(other, allowed, _TABLES["attribution_cues"]["head"], _PENALTY)
        model = Fitted(**fitted)
        for around, rows in pairs[half::2]:
            placed = {_head(around, r["cue"], single) for r in rows}
            found = [
                (i, model.probability(cue_weights.head_values(around, i, heads[word])))
                for i in around.reading.where(heads)
                if (word := around.words[i])
            ]
            likely = [(i, p) for i, p in found if p >= cues.WEAKEST]
            for statement in assemble(around, likely):
                row = accept_values(around, statement)
                examples["accept"].add(row, right=statement.head in placed)


_MARKS = frozenset({*["true", "false"]}) | frozenset(
    LINKS | {"title", "pron", "det", "time"}
)


def _common_words(corpora: Path) -> frozenset[str]:
    """Return the words that many sets of articles use, in lower case mostly."""
    path = corpora / "articles.jsonl.gz"
    held: dict[str, Counter[str]] = defaultdict(Counter)
    all_places: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            plain = fold(row["text"])
            words, starts, _ = find_words(plain)
            held[row["set"]].update(set(words))
            all_places.update(words)
            text = row["text"]
            lower.update(
                w for w, a in zip(words, starts, strict=True) if text[a] == plain[a]
            )
    sets: Counter[str] = Counter()
    for counts in held.values():
        sets.update(w for w, n in counts.items() if n >= _COMMON)
    return frozenset(
        w for w, n in sets.items() if n >= _SETS and lower[w] >= _LOWER * all_places[w]
    )


def _placed(marked: Marked) -> Iterator[Roles]:
    for roles in marked.attributions:
        row = {role: _words_of(marked.reading, span) for role, span in roles.items()}
        row = {role: words for role, words in row.items() if words.first < words.last}
        if "cue" in row:
            yield row


def _words_of(reading: Reading, span: Span) -> Words:
    first = bisect_left(reading.ends, span.start + 1)
    return Words(first, bisect_left(reading.starts, span.end))


def _head(around: Surroundings, cue: Words, single: Counter[str]) -> int:
    small = LINKS - FINITE
    return max(
        range(*cue),
        key=lambda i: (around.kinds[i] not in small, single[around.words[i]], i),
    )


def _heads(
    arounds: Sequence[Surroundings],
    roles: Sequence[list[Roles]],
    single: Counter[str],
    common: frozenset[str],
) -> dict[str, str]:
    """Return the forms of every word that is a cue often enough, with their stem."""
    stems = {word: stem_of(word) for word in common}
    met: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for around, rows in zip(arounds, roles, strict=True):
        met.update(stems[w] for w in around.words if w in stems)
        found = (around.words[_head(around, r["cue"], single)] for r in rows)
        heads.update(stems[w] for w in found if w in stems)
    kept = {s for s, n in heads.items() if n >= _LEAST and n >= _SHARE * met[s]}
    return {word: stem for word, stem in stems.items() if stem in kept}


def _collect(
    around: Surroundings, found: dict[int, Roles], examples: dict[str, Examples]
) -> None:
    for head, roles in found.items():
        _collect_cue(around, head, roles["cue"], examples)
        source = roles.get("source")
        _collect_source(around, head, roles["cue"], source, examples)
        if "content" in roles:
            unit = sources.hull(roles["cue"], source or roles["cue"])
            _collect_content(around, head, unit, roles["content"], examples)


def _collect_cue(
    around: Surroundings, head: int, cue: Words, examples: dict[str, Examples]
) -> None:
    sentence = around.reading.sentences[around.reading.sentence_of[head]]
    for last in range(head + 1, min(sentence.last, cue.last + 1)):
        row = cue_weights.right_values(around, head, last)
        examples["right"].add(row, right=last < cue.last)
    for first in range(head, max(sentence.first, cue.first - 1), -1):
        row = cue_weights.left_values(around, head, first)
        examples["left"].add(row, right=first > cue.first)


def _collect_source(
    around: Surroundings,
    head: int,
    cue: Words,
    source: Words | None,
    examples: dict[str, Examples],
) -> None:
    anchors = sources.anchors(around, cue)
    if source is None:
        right = [side == "-" for side, _ in anchors]
    elif source.first < cue.first:
        right = [side in "lL" and i == source.last - 1 for side, i in anchors]
    else:
        right = [side in "rR" and i == source.first for side, i in anchors]
    anchored = [source_weights.anchor_values(around, head, cue, a) for a in anchors]
    if not sources.is_sure(around, cue):
        examples["anchor"].add_choice(anchored, right)
    if source is None:
        return
    if source.first >= cue.first:
        if around.kinds[source.first] != "pron":
            places = sources.ends(around, source.first)
            rows = source_weights.end_values(around, source.first, places)
            _choose(examples["end"], places, rows, source.last - 1)
    elif around.kinds[source.last - 1] not in {"pron", "wh"}:
        last = source.last - 1
        places = sources.starts(around, last)
        rows = source_weights.start_values(around, last, places)
        _choose(examples["start"], places, rows, source.first)


def _choose(
    examples: Examples, places: Sequence[int], rows: Sequence[Row], right: int
) -> None:
    examples.add_choice(rows, [i == right for i in places])


def _collect_content(
    around: Surroundings,
    head: int,
    unit: Words,
    content: Words,
    examples: dict[str, Examples],
) -> None:
    side = "b"
    if content.first >= unit.last:
        side = "r"
    elif content.last <= unit.first:
        side = "l"
    elif content.first >= unit.first or content.last <= unit.last:
        return
    values = content_weights.side_values(around, head, unit)
    rows = [tuple(APART.join((s, v)) for v in values) for s in content_weights.SIDES]
    if unit.first > around.reading.sentences[around.reading.sentence_of[head]].first:
        examples["side"].add_choice(rows, [s == side for s in content_weights.SIDES])
    start = unit.last
    if side == "r":
        start = content.first
        places = contents.right_starts(around, unit)
        rows = content_weights.right_start_values(around, unit, places)
        _choose(examples["right_start"], places, rows, start)
    else:
        lefts = contents.left_starts(around, unit.first)
        rows = content_weights.left_start_values(around, unit, lefts)
        _choose(examples["left_start"], [i for i, _ in lefts], rows, content.first)
    if side != "l":
        ends = contents.right_ends(around, start)
        rows = content_weights.right_end_values(around, head, start, ends)
        _choose(examples["right_end"], [i for i, _ in ends], rows, content.last - 1)
