"""Learn the weights of the attribution models from PolNeAR's training part."""

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from scorer.detectors.attributions import contents, cues, sources
from scorer.detectors.attributions.parts import Words
from scorer.detectors.attributions.surroundings import Surroundings
from scorer.learning.polnear import Marked, read_marked
from scorer.reading import Reading
from scorer.types import Span

Row = tuple[str, ...]
TABLE = "attribution_weights"
RARE = 4  # values met less often get no weight


def words_of(reading: Reading, span: Span) -> Words:
    first = bisect_left(reading.ends, span.start + 1)
    last = bisect_left(reading.starts, span.end)
    return Words(first, last)


class Choices:
    """Examples of a choice among candidates."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.right: list[bool] = []
        self.group: list[int] = []
        self.missed = 0
        self.groups = 0

    def add(self, rows: Sequence[Row], right: Sequence[bool]) -> None:
        if sum(right) != 1:
            self.missed += 1
            return
        self.rows += rows
        self.right += right
        self.group += [self.groups] * len(rows)
        self.groups += 1

    def add_single(self, row: Row, right: bool) -> None:
        self.rows.append(row)
        self.right.append(right)
        self.group.append(-1)


def fit(data: Choices, allowed: Callable[[str], bool], penalty: float, rare: int=RARE, binary: bool=False) -> dict[str, Any]:
    n = len(data.rows[0])
    counts = [Counter(r[t] for r in data.rows) for t in range(n)]
    index: dict[tuple[int, str], int] = {}
    for t in range(n):
        for v, c in sorted(counts[t].items()):
            if c >= rare and allowed(v):
                index[t, v] = len(index)
    indptr, indices = [0], []
    for r in data.rows:
        indices += [index[t, v] for t, v in enumerate(r) if (t, v) in index]
        indptr.append(len(indices))
    X = csr_matrix((np.ones(len(indices)), indices, indptr), shape=(len(data.rows), len(index)))
    y = np.array(data.right, float)
    XT = X.T.tocsr()
    if binary:
        def loss(w):
            s = X @ w[:-1] + w[-1]
            p = 1 / (1 + np.exp(-s))
            l = np.sum(np.logaddexp(0, s) - y * s) + penalty / 2 * (w[:-1] @ w[:-1])
            g = p - y
            return l, np.append(XT @ g + penalty * w[:-1], g.sum())
        w = minimize(loss, np.zeros(len(index) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
        bias = w[-1]; w = w[:-1]
    else:
        g_of = np.array(data.group); G = data.groups
        def loss(w):
            s = X @ w
            m = np.full(G, -1e9); np.maximum.at(m, g_of, s)
            e = np.exp(s - m[g_of]); z = np.bincount(g_of, e, G)
            p = e / z[g_of]
            l = np.sum(np.log(z) + m) - s @ y + penalty / 2 * (w @ w)
            return l, XT @ (p - y) + penalty * w
        w = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
        bias = 0.0
    tables = [{} for _ in range(n)]
    for (t, v), k in index.items():
        x = round(float(w[k]), 2)
        if abs(x) >= .04:
            tables[t][v] = x
    return {"bias": round(float(bias), 3), "templates": tables}


def head_of(words: Sequence[str], cue: Words, single: Counter[str]) -> int:
    return max(range(*cue), key=lambda i: (single[words[i]], i))


def learn(corpora: Path, tables: Path, penalty: float = 1.0) -> dict[str, float]:
    marked = list(read_marked(corpora, "train"))
    weights, info = learn_from(marked, penalty)
    weights["about"] = "Weights of linear models, learned from PolNeAR's training part (840 articles) by `scorer learn`."
    (tables / f"{TABLE}.json").write_text(json.dumps(weights, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return info


def learn_from(marked: list[Marked], penalty: float = 1.0):
    arounds = [Surroundings(m.reading) for m in marked]
    single: Counter[str] = Counter(); seen: Counter[str] = Counter(); low: Counter[str] = Counter()
    gold = []
    for m, a in zip(marked, arounds):
        seen.update(a.words); low.update(w for w, c in zip(a.words, a.capital) if not c)
        rows = []
        for roles in m.attributions:
            row = {k: words_of(m.reading, s) for k, s in roles.items()}
            if "cue" in row and row["cue"].first < row["cue"].last:
                rows.append((row, roles))
                if row["cue"].last - row["cue"].first == 1:
                    single[a.words[row["cue"].first]] += 1
        gold.append(rows)
    headcount: Counter[str] = Counter()
    for a, rows in zip(arounds, gold):
        for row, _ in rows:
            headcount[a.words[head_of(a.words, row["cue"], single)]] += 1
    heads = sorted(w for w, c in headcount.items() if c >= 3 and c / seen[w] >= .03 and low[w] >= .6 * seen[w])
    heads = frozenset(heads)
    data: dict[str, Choices] = defaultdict(Choices)
    for a, rows in zip(arounds, gold):
        collect(a, rows, single, heads, data)
    plain = {w for w, c in seen.items() if c >= 8 and low[w] >= .8 * c}
    def allowed(value: str) -> bool:
        return True
    out: dict[str, Any] = {"heads": sorted(heads)}
    info = {}
    for name, d in data.items():
        binary = d.group[0] == -1
        out[name] = fit(d, allowed, penalty, binary=binary)
        info[name] = (len(d.rows), d.groups, d.missed, sum(map(len, out[name]["templates"])))
    return out, info


def collect(a: Surroundings, rows, single, heads, data) -> None:
    words = a.words
    at = {}
    for row, roles in rows:
        at[head_of(words, row["cue"], single)] = (row, roles)
    for i in a.reading.where(heads):
        data["head"].add_single(cues.head_values(a, i), i in at)
    for h, (row, roles) in at.items():
        cue = row["cue"]
        s = a.reading.sentences[a.reading.sentence_of[h]]
        for last in range(h + 1, min(s.last, cue.last + 1, h + 9)):
            data["right"].add_single(cues.right_values(a, h, last), last < cue.last)
        for first in range(h, max(s.first, cue.first - 1, h - 8), -1):
            data["left"].add_single(cues.left_values(a, h, first), first > cue.first)
        anchors = sources.anchors(a, cue)
        src = row.get("source")
        if src is None:
            right = [x.side == "-" for x in anchors]
        elif src.first < cue.first:
            right = [x.side in "lL" and x.word == src.last - 1 for x in anchors]
        else:
            right = [x.side in "rR" and x.word == src.first for x in anchors]
        data["anchor"].add([sources.anchor_values(a, h, cue, x) for x in anchors], right)
        if src is not None and src.first < src.last:
            if src.first < cue.first:
                if a.kinds[src.last - 1] not in {"pron", "wh"}:
                    c = sources.starts(a, src.last - 1)
                    data["start"].add([sources.start_values(a, src.last - 1, x) for x in c], [x == src.first for x in c])
            elif a.kinds[src.first] != "pron":
                c = sources.ends(a, src.first)
                data["end"].add([sources.end_values(a, src.first, x) for x in c], [x == src.last - 1 for x in c])
        con = row.get("content")
        if con is None or con.first >= con.last: continue
        unit = cue if src is None else sources.hull([cue, src])
        side = "r" if con.first >= unit.last else "l" if con.last <= unit.first else "b"
        if side == "b" and not (con.first < unit.first and con.last > unit.last): continue
        v = contents.side_values(a, h, unit)
        data["side"].add([tuple(f"{z} {x}" for x in v) for z in contents.SIDES], [z == side for z in contents.SIDES])
        if side == "r":
            c = contents.right_starts(a, unit)
            data["right_start"].add([contents.right_start_values(a, h, unit, x) for x in c], [x == con.first for x in c])
            st = con.first
        else:
            c = contents.left_starts(a, unit.first)
            data["left_start"].add([contents.left_start_values(a, h, unit, x) for x in c], [x[0] == con.first for x in c])
            st = unit.last
        if side != "l":
            c = contents.right_ends(a, st)
            data["right_end"].add([contents.right_end_values(a, h, st, x) for x in c], [x[0] == con.last - 1 for x in c])
