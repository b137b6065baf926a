"""Learn what the lines of an article are.

Three sets are labelled by hand: segments/lines of the corpora; more of its articles
in `data/annotations/lines.jsonl`; and `data/pages_invented.txt`, made-up pages in the
layouts of tabloids, which the corpora hardly hold. What extractors left of saved
pages is labelled by machine, as body or chrome: it counts little, and which kind of
chrome a line is, is guessed by a first model from the lines labelled by hand.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from scorer.learning.pages import Page, read_all, read_extracted
from scorer.parse.lines import kind_odds
from scorer.parse.surroundings import lines_to_judge

# All by cross-validation over articles and pages.
STRENGTH = 0.3  # C of the logistic regression
INSIDE_WEIGHT, OUTSIDE_WEIGHT = 0.2, 0.01  # of a line labelled by machine
_UNTITLED_WEIGHT = 0.5
_ROUNDS = 2
_LEAST_WEIGHT = 0.02
_MAX_STEPS = 500
_CHROME = ("boilerplate", "byline", "caption", "cross_link")


class Sample(NamedTuple):
    """One judged line: its features, its kind, and how much it counts."""

    features: list[str]
    kind: str
    weight: float


def samples_of(page: Page) -> Iterator[Sample]:
    """Yield the lines to judge of a page as it may arrive.

    A title may be known apart, stand in the first line, or be missing.
    """
    yield from _judged(page.title, page.lines, page.kinds, 1.0)
    yield from _judged(None, page.lines, page.kinds, _UNTITLED_WEIGHT)
    if page.title and "headline" not in page.kinds.values():
        lines = [page.title, "", *page.lines]
        kinds = {i + 2: kind for i, kind in page.kinds.items()} | {0: "headline"}
        yield from _judged(None, lines, kinds, _UNTITLED_WEIGHT)


def extracted_samples_of(page: Page) -> Iterator[Sample]:
    """Yield the lines to judge of a page that was labelled by machine."""
    for place, features in lines_to_judge(page.lines, None):
        kind = page.kinds.get(place, "mixed")
        if kind != "mixed":
            inside = place in page.inside
            yield Sample(features, kind, INSIDE_WEIGHT if inside else OUTSIDE_WEIGHT)


def _judged(
    title: str | None, lines: list[str], kinds: dict[int, str], weight: float
) -> Iterator[Sample]:
    for place, features in lines_to_judge(lines, title):
        kind = kinds.get(place, "unsure")
        if kind != "unsure":
            yield Sample(features, kind, weight)


def fit(samples: list[Sample], extracted: list[Sample]) -> dict[str, Any]:
    """Return the table of a linear model of the kinds."""
    table = _fit(samples)
    for _ in range(_ROUNDS if extracted else 0):
        guessed = [
            s if s.kind == "body" else s._replace(kind=_guess(table, s.features))
            for s in extracted
        ]
        table = _fit(samples + guessed)
    return table


def _guess(table: dict[str, Any], features: list[str]) -> str:
    odds = kind_odds(table, features)
    return max(_CHROME, key=lambda kind: odds[kind])


def _fit(samples: list[Sample]) -> dict[str, Any]:
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
    pages = read_all(corpora, tables.resolve().parents[2] / "data")
    left = read_extracted(corpora)
    samples = [sample for page in pages for sample in samples_of(page)]
    extracted = [sample for page in left for sample in extracted_samples_of(page)]
    table = {
        "about": f"Weights of a line's features by kind (multinomial logistic "
        f"regression), learned by `scorer learn` from {len(pages)} pages labelled by "
        f"hand (segments/lines, annotations/lines.jsonl, pages_invented.txt) and, with "
        f"little weight, {len(left)} labelled by machine (pages/extractor_lines).",
        **fit(samples, extracted),
    }
    text = json.dumps(table, ensure_ascii=True, separators=(",", ":"))
    path = tables / "lines.json"
    path.write_text(text.replace("],", "],\n") + "\n", encoding="utf-8", newline="\n")
    return {
        "pages": len(pages),
        "samples": len(samples),
        "extracted_samples": len(extracted),
    }
