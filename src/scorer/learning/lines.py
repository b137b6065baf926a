"""Learn what the lines of an article are, from lines labelled by hand.

Three sources: segments/lines of the corpora; `data/lines.jsonl`, more articles of
the corpora labelled in the same way; and `data/pages_invented.txt`, made-up pages
in the layouts of tabloids, which the corpora hardly hold.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from scorer.parse.surroundings import lines_to_judge
from scorer.text.normalise import normalise

STRENGTH = 0.5  # C of the logistic regression, by cross-validation over articles
_LEAST_WEIGHT = 0.02
_MAX_STEPS = 500


class Page(NamedTuple):
    """The lines of one article, and the kind of each that is not blank."""

    id: str
    title: str | None
    lines: list[str]
    kinds: dict[int, str]


class Sample(NamedTuple):
    """One judged line: its features, its kind, and how much it counts."""

    features: list[str]
    kind: str
    weight: float


def read_labelled(corpora: Path, labels: Path) -> list[Page]:
    """Return the articles of the corpora whose lines a file labels."""
    named = {(row["id"], row["set"]): row["labels"] for row in _rows(labels)}
    return [
        _page(row, named[row["id"], row["set"]])
        for row in _rows(corpora / "articles.jsonl.gz")
        if (row["id"], row["set"]) in named
    ]


def read_invented(path: Path) -> list[Page]:
    """Return the pages of a text file that gives each line's kind before a tab."""
    pages: list[Page] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("=== "):
            pages.append(Page(line, None, [], {}))
        elif pages and "\t" in line:
            kind, _, text = line.partition("\t")
            if text:
                pages[-1].kinds[len(pages[-1].lines)] = kind
            pages[-1].lines.append(text)
    return pages


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _page(row: dict[str, Any], labels: dict[str, list[int]]) -> Page:
    lines = [" ".join(normalise(line).text.split()) for line in row["text"].split("\n")]
    kinds = {i: "body" for i, line in enumerate(lines) if line}
    for kind, numbers in labels.items():
        kinds.update(dict.fromkeys([number - 1 for number in numbers], kind))
    return Page(row["id"], row["title"], lines, kinds)


def samples_of(page: Page) -> Iterator[Sample]:
    """Yield the lines to judge of a page as it may arrive.

    A title may be known apart, stand in the first line, or be missing.
    """
    yield from _judged(page.title, page.lines, page.kinds, 1.0)
    yield from _judged(None, page.lines, page.kinds, 0.5)
    if page.title and "headline" not in page.kinds.values():
        lines = [page.title, "", *page.lines]
        kinds = {i + 2: kind for i, kind in page.kinds.items()} | {0: "headline"}
        yield from _judged(None, lines, kinds, 0.5)


def _judged(
    title: str | None, lines: list[str], kinds: dict[int, str], weight: float
) -> Iterator[Sample]:
    for place, features in lines_to_judge(lines, title):
        kind = kinds.get(place, "unsure")
        if kind != "unsure":
            yield Sample(features, kind, weight)


def fit(samples: list[Sample]) -> dict[str, Any]:
    """Return the table of a linear model of the kinds."""
    vectors = DictVectorizer()
    X = vectors.fit_transform([dict.fromkeys(s.features, 1.0) for s in samples])
    model = LogisticRegression(C=STRENGTH, max_iter=_MAX_STEPS)
    model.fit(X, [s.kind for s in samples], sample_weight=[s.weight for s in samples])
    names = vectors.get_feature_names_out()
    columns = zip(names, model.coef_.T.tolist(), strict=True)
    return {
        "kinds": model.classes_.tolist(),
        "bias": [round(b, 3) for b in model.intercept_.tolist()],
        "weights": {
            str(name): [round(w, 3) for w in column]
            for name, column in columns
            if max(map(abs, column)) >= _LEAST_WEIGHT
        },
    }


def read_all(corpora: Path, data: Path) -> list[Page]:
    """Return every labelled page."""
    return [
        *read_labelled(corpora, corpora / "segments" / "lines.jsonl.gz"),
        *read_labelled(corpora, data / "lines.jsonl"),
        *read_invented(data / "pages_invented.txt"),
    ]


def learn(corpora: Path, tables: Path) -> dict[str, float]:
    """Learn the table `lines` and return what it was learned from."""
    pages = read_all(corpora, tables.parents[2] / "data")
    samples = [sample for page in pages for sample in samples_of(page)]
    table = {
        "about": f"Weights of a line's features by kind (multinomial logistic "
        f"regression), learned by `scorer learn` from segments/lines, data/lines.jsonl "
        f"and data/pages_invented.txt ({len(pages)} pages labelled by hand).",
        **fit(samples),
    }
    text = json.dumps(table, ensure_ascii=True, separators=(",", ":"))
    path = tables / "lines.json"
    path.write_text(text.replace("],", "],\n") + "\n", encoding="utf-8", newline="\n")
    return {"pages": len(pages), "samples": len(samples)}
