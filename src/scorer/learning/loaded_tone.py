"""Learn the tone of a sentence from all of its ordinary words.

Only very short texts need it: an article shows its tone by its own hot words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from scorer.learning.loaded_counts import grades
from scorer.learning.loaded_gold import Marked

_TONE_COUNT = 4
_TONE_STRENGTH = 1.0
_LEAST = 0.2
_NAME_SHARE = 0.3


def fit_tone(texts: Sequence[Marked], entries: dict[str, int]) -> dict[str, float]:
    """Return what each ordinary word says of the tone of its sentence."""
    babe = [text for text in texts if text.corpus == "babe"]
    left_alone = grades("left_alone")
    bags = [set(text.reading.words) - left_alone for text in babe]
    counts = Counter(word for bag in bags for word in bag)
    names = _mostly_capital(babe, counts)
    known = {word for word, n in counts.items() if n >= _TONE_COUNT} - names
    rows = []
    for text, bag in zip(babe, bags, strict=True):
        row: Counter[str] = Counter(dict.fromkeys(bag & known, 1.0))
        row.update(f"grade={entries[word]}" for word in bag if word in entries)
        scale = 1 / sqrt(len(text.reading.words))
        rows.append({name: n * scale for name, n in row.items()})
    vectorizer = DictVectorizer()
    X = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=_TONE_STRENGTH, max_iter=400)
    model.fit(X, [bool(text.loaded) for text in babe])
    columns = vectorizer.get_feature_names_out()
    learned = dict(zip(columns, model.coef_[0].tolist(), strict=True))
    tone = {word: learned.get(word, 0.0) for word in known | set(entries)}
    for entry, grade in entries.items():
        tone[entry] += learned.get(f"grade={grade}", 0.0)
    return {
        word: round(value, 1)
        for word, value in sorted(tone.items())
        if abs(value) >= _LEAST and " " not in word
    }


def _mostly_capital(texts: Iterable[Marked], counts: Counter[str]) -> set[str]:
    capital = Counter(
        word
        for text in texts
        for word, start in zip(text.reading.words, text.reading.starts, strict=True)
        if text.reading.document.text[start].isupper()
    )
    return {word for word, n in capital.items() if n > _NAME_SHARE * counts[word]}
