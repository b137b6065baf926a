"""Learn what the lines of an article are, from lines labelled by hand."""

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


def read_labelled(corpora: Path) -> list[Page]:
    """Return the articles whose lines were labelled by hand."""
    labels = {
        (row["id"], row["set"]): row["labels"]
        for row in _rows(corpora / "segments" / "lines.jsonl.gz")
    }
    return [
        _page(row, labels[row["id"], row["set"]])
        for row in _rows(corpora / "articles.jsonl.gz")
        if (row["id"], row["set"]) in labels
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
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


def learn(corpora: Path, tables: Path) -> dict[str, float]:
    """Learn the table `lines` and return what it was learned from."""
    pages = read_labelled(corpora)
    samples = [sample for page in pages for sample in samples_of(page)]
    table = {
        "about": f"Weights of a line's features by kind (multinomial logistic "
        f"regression), learned by `scorer learn` from segments/lines "
        f"({len(pages)} articles labelled by hand).",
        **fit(samples),
    }
    text = json.dumps(table, ensure_ascii=True, separators=(",", ":"))
    path = tables / "lines.json"
    path.write_text(text.replace("],", "],\n") + "\n", encoding="utf-8", newline="\n")
    return {"articles": len(pages), "samples": len(samples)}
