"""Guess how loaded a word is from words like it, in company and in spelling.

Most of the loaded words of a new text stand in no marked sentence. A model of the
words that do, by their vectors and their strings of letters, says of the others how
likely they are to be marked.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from scorer.learning.loaded_company import Array, Company
from scorer.learning.loaded_gold import Marked

_FOLDS: Final = 4
_STRENGTH: Final = 0.15  # inverse of regularisation
_VECTOR: Final = 3.0  # what a vector counts beside strings of letters
_LETTERS: Final = 0.3
_LENGTHS: Final = (3, 4, 5)


def count_marked(texts: Iterable[Marked]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word stands in some texts, and is marked there."""
    all_of: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for text in texts:
        for word, start in zip(text.reading.words, text.reading.starts, strict=True):
            all_of[word] += 1
            marked[word] += any(s.start <= start < s.end for s in text.loaded)
    return all_of, marked


class _Words:
    """What a guess may look at."""

    def __init__(self, company: Company, grades: dict[str, int]) -> None:
        self._company, self._grades = company, grades
        self._vectorizer = DictVectorizer()

    def rows(self, words: Sequence[str], *, first: bool) -> Any:  # noqa: ANN401 - SciPy's types say too much
        """Describe some words; the first ones say which strings are known."""
        described = [self._describe(word) for word in words]
        fill = self._vectorizer
        known = fill.fit_transform(described) if first else fill.transform(described)
        vectors = np.array([self._company.of(word) for word in words])
        return sparse.hstack([known, sparse.csr_matrix(_VECTOR * vectors)]).tocsr()

    def _describe(self, word: str) -> dict[str, float]:
        edged = f"<{word}>"
        names = {
            edged[at : at + n]: _LETTERS
            for n in _LENGTHS
            for at in range(len(edged) - n + 1)
        }
        grade = self._grades.get(word)
        return names | ({f"grade={grade}": 1.0} if grade else {})


def guess(
    babe: Sequence[Marked],
    company: Company,
    grades: dict[str, int],
    wanted: Sequence[str],
) -> dict[str, float]:
    """Return the log odds that a word is marked, told without its own marks.

    Args:
        babe: Marked sentences.
        company: The vectors of words.
        grades: What is known of some words.
        wanted: The words to guess, sorted.
    """
    all_of, marked = count_marked(babe)
    seen = [word for word in wanted if all_of[word] and word in company.places]
    other = [word for word in wanted if not (all_of[word] and word in company.places)]
    words = _Words(company, grades)
    rows = words.rows(seen, first=True)
    times = np.array([all_of[word] for word in seen], dtype=float)
    yes = np.array([marked[word] for word in seen], dtype=float)
    guesses = np.zeros(len(seen))
    part = np.arange(len(seen)) % _FOLDS
    for k in range(_FOLDS):
        model = _fit(rows[part != k], yes[part != k], times[part != k])
        guesses[part == k] = model.decision_function(rows[part == k])
    rest = _fit(rows, yes, times).decision_function(words.rows(other, first=False))
    return dict(zip([*seen, *other], [*guesses.tolist(), *rest.tolist()], strict=True))


def _fit(rows: Any, yes: Array, times: Array) -> Any:  # noqa: ANN401 - scikit-learn has no types
    """Fit how often a word is marked; often is not as many times as telling."""
    weights = np.concatenate([yes, times - yes]) / np.sqrt([*times, *times])
    labels = np.repeat([1, 0], len(times))
    model = LogisticRegression(C=_STRENGTH, max_iter=300)
    return model.fit(sparse.vstack([rows, rows]), labels, sample_weight=weights)
