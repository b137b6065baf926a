"""What anybody would try first: TF-IDF and ridge regression, on the same folds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge

from scorer.learning.agreement import spearman
from scorer.learning.corpora import Row, mean_reading, seen_part

_NEWS: Final = ("news", "brief", "analysis")


def tfidf_reference(
    articles: Sequence[Row], readings: Mapping[tuple[str, str], list[Row]]
) -> dict[str, float]:
    """Return its agreement with the readings, each fold's outlets left out."""
    read = [a for a in articles if _is_rated(readings.get((a["id"], a["set"])))]
    rows = [readings[a["id"], a["set"]] for a in read]
    means = [mean_reading(list(r)) for r in rows]
    wanted = np.array([[m["quality"], m["sensational"]] for m in means])
    texts = [f"{a.get('title') or ''}\n{seen_part(a['text'])}" for a in read]
    folds = np.array([a["fold"] for a in read])
    counts = Counter(a["outlet"] for a in read)
    weights = np.array([counts[a["outlet"]] ** -0.5 for a in read])
    said = np.zeros_like(wanted)
    for k in np.unique(folds):
        inside, outside = np.flatnonzero(folds == k), np.flatnonzero(folds != k)
        words = TfidfVectorizer(min_df=5, sublinear_tf=True, max_features=30_000)
        x = words.fit_transform([texts[i] for i in outside])
        model = Ridge(alpha=1.0, solver="sparse_cg", random_state=0)
        model.fit(x, wanted[outside], sample_weight=weights[outside])
        said[inside] = model.predict(words.transform([texts[i] for i in inside]))
    news = np.array([r[0]["genre"] in _NEWS for r in rows])
    return {
        "quality": spearman(said[:, 0].tolist(), wanted[:, 0].tolist()),
        "quality_news": spearman(said[news, 0].tolist(), wanted[news, 0].tolist()),
        "sensationalism": spearman(said[:, 1].tolist(), wanted[:, 1].tolist()),
    }


def _is_rated(rows: Sequence[Row] | None) -> bool:
    return bool(rows and rows[0]["confidence"] > 0)
