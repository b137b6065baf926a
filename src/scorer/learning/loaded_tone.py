"""Learn the tone of a sentence from all of its ordinary words.

Only very short texts need it: an article shows its tone by its own hot words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Final

from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from scorer.learning.loaded_company import Array, Company
from scorer.learning.loaded_counts import Counts, grades
from scorer.learning.loaded_gold import Marked

_TONE_COUNT: Final = 4
_TONE_STRENGTH: Final = 1.0
_LEAST: Final = 0.4
_ARTICLES: Final = 60  # that have a word which stands in no marked sentence
_NAME_SHARE: Final = 0.3
_SEEN: Final = 5  # articles from which on they tell a name


def fit_tone(
    texts: Sequence[Marked], entries: dict[str, int], counts: Counts, company: Company
) -> dict[str, float]:
    """Return what each ordinary word says of the tone of its sentence.

    A word says what it says itself, if it is not rare, what its grade says, and what
    the company says that it keeps. What sentences of a topic have in common is learned
    apart and thrown away: a word is not to be loaded because its topic is.
    """
    babe = [text for text in texts if text.corpus == "babe"]
    times = Counter(word for text in babe for word in set(text.reading.words))
    left_out = grades("left_alone") | _mostly_capital(babe)
    rows, sums = [], []
    for text in babe:
        bag = sorted({*text.reading.words} - left_out)
        bag = [word for word in bag if not _is_name(word, counts)]
        row = Counter({f"word={w}": 1.0 for w in bag if times[w] >= _TONE_COUNT})
        row.update(f"grade={entries[word]}" for word in bag if word in entries)
        scale = 1 / sqrt(len(text.reading.words))
        topic = {f"topic={text.topic}": 1.0}
        rows.append({name: n * scale for name, n in row.items()} | topic)
        sums.append(scale * sum((company.of(word) for word in bag), company.of("")))
    vectorizer = DictVectorizer()
    X = sparse.hstack([vectorizer.fit_transform(rows), sparse.csr_matrix(sums)])
    model = LogisticRegression(C=_TONE_STRENGTH, max_iter=400)
    model.fit(X.tocsr(), [bool(text.loaded) for text in babe])
    columns = vectorizer.get_feature_names_out()
    weights = model.coef_[0]
    learned = dict(zip(columns, weights[: len(columns)].tolist(), strict=True))
    often = {word for word, n in company.articles.items() if n >= _ARTICLES}
    kept = {w for w in {*times, *often, *entries} if " " not in w} - left_out
    shared = company.vectors @ weights[len(columns) :]
    return {
        word: value
        for word in sorted(kept)
        if not _is_name(word, counts)
        and abs(value := _weigh(word, learned, entries, company, shared)) >= _LEAST
    }


def _weigh(
    word: str,
    learned: dict[str, float],
    entries: dict[str, int],
    company: Company,
    shared: Array,
) -> float:
    place = company.places.get(word)
    value = learned.get(f"word={word}", 0.0)
    if word in entries:
        value += learned.get(f"grade={entries[word]}", 0.0)
    return round(value + (0.0 if place is None else float(shared[place])), 1)


def _is_name(word: str, counts: Counts) -> bool:
    return counts.articles[word] > _SEEN and counts.is_name(word)


def _mostly_capital(texts: Iterable[Marked]) -> set[str]:
    capital: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for text in texts:
        whole = text.reading.document.text
        for word, start in zip(text.reading.words, text.reading.starts, strict=True):
            all_of[word] += 1
            capital[word] += whole[start].isupper()
    return {word for word, n in capital.items() if n > _NAME_SHARE * all_of[word]}
