"""What anybody would try first: TF-IDF and ridge regression, on the same folds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge

from scorer.learning.corpora import Row, mean_reading, seen_part
from scorer.learning.frame import Array

NAMES: Final = ("tfidf_quality", "tfidf_sensational", "tfidf_quality_random_split")


def tfidf_columns(
    articles: Sequence[Row], readings: Mapping[tuple[str, str], list[Row]]
) -> dict[str, Array]:
    """Say what TF-IDF makes of each article, its fold left out.

    The last column leaves out a random fifth instead: what an outlet's other articles
    give away.
    """
    rows = [readings.get((a["id"], a["set"])) for a in articles]
    rated = np.array([bool(r and r[0]["confidence"] > 0) for r in rows])
    means = [mean_reading(list(r)) if r else {} for r in rows]
    wanted = np.array(
        [[m.get("quality", np.nan), m.get("sensational", np.nan)] for m in means]
    )
    texts = [f"{a.get('title') or ''}\n{seen_part(a['text'])}" for a in articles]
    counts = Counter(a["outlet"] for a, r in zip(articles, rated, strict=True) if r)
    weights = np.array([(counts[a["outlet"]] or 1) ** -0.5 for a in articles])
    folds = np.array([a["fold"] for a in articles])
    apart = _said(texts, wanted, weights, rated, folds)
    mixed = np.random.default_rng(0).integers(0, 5, len(articles))
    random = _said(texts, wanted, weights, rated, mixed)
    columns = (apart[:, 0], apart[:, 1], random[:, 0])
    return dict(zip(NAMES, columns, strict=True))


def _said(
    texts: Sequence[str],
    wanted: Array,
    weights: Array,
    rated: NDArray[np.bool_],
    folds: NDArray[np.int64],
) -> Array:
    said = np.zeros_like(wanted)
    for k in np.unique(folds):
        inside = np.flatnonzero(folds == k).tolist()
        outside = np.flatnonzero((folds != k) & rated).tolist()
        words = TfidfVectorizer(min_df=5, sublinear_tf=True, max_features=30_000)
        x = words.fit_transform([texts[i] for i in outside])
        model = Ridge(alpha=1.0, solver="sparse_cg", random_state=0)
        model.fit(x, wanted[outside], sample_weight=weights[outside])
        said[inside] = model.predict(words.transform([texts[i] for i in inside]))
    return said
