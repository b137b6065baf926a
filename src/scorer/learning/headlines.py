"""Learn how likely readers find a headline loaded, from what is found in it."""

import json
from pathlib import Path
from typing import Any

from sklearn.linear_model import LogisticRegression

from scorer.detectors.loaded_words import DETECTOR
from scorer.document import Document
from scorer.headline import describe_headline
from scorer.learning.corpora import read_readings
from scorer.learning.loaded_gold import read_articles
from scorer.reading import Reading
from scorer.text.clickbait import clickbait_probability

_LOADED = 2  # `headline_loaded` from which a reader noticed it
_STRENGTH = 10.0


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Fit on the readings and write the weights into `tables/headlines.json`."""
    articles = read_articles(corpora)
    rows, labels = [], []
    for key, read in read_readings(corpora).items():
        title = articles.get(key, {}).get("title") or ""
        for row in read if title else ():
            if row["headline_loaded"] is not None:
                rows.append(describe(title))
                labels.append(row["headline_loaded"] >= _LOADED)
    names = sorted(rows[0])
    model = LogisticRegression(C=_STRENGTH)
    model.fit([[row[name] for name in names] for row in rows], labels)
    weights = dict(zip(names, model.coef_[0].tolist(), strict=True))
    weights["bias"] = float(model.intercept_[0])
    path = tables / "headlines.json"
    table = json.loads(path.read_text("utf-8"))
    table["loaded"] = {name: round(weights[name], 3) for name in sorted(weights)}
    text = json.dumps(table, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", "utf-8")
    return {"headlines": len(rows)}


def describe(title: str) -> dict[str, float]:
    """Return the features of a headline without its article."""
    reading = Reading.of(Document.from_text("", title=title))
    words = [a.weight for a in DETECTOR.annotate(reading)]
    return describe_headline(words, clickbait_probability(title))
