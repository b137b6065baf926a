"""The company that words keep: words with the same neighbours get like vectors.

The marked sentences have each a few words of the language. What is learned of a word
there is lent to words that stand where it stands, in articles that nobody marked.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from scorer.learning.loaded_gold import read_rows

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_LONGEST: Final = 1500  # words of an article; a long one is not to drown the others
_LEAST: Final = 8  # articles that have a word
_NEIGHBOURS: Final = 4000  # the commonest words tell what company a word keeps
_WINDOW: Final = 4
_FLATTENED: Final = 0.75  # exponent that keeps rare neighbours from mattering most
_SIZE: Final = 200  # of a vector
_AT_ONCE: Final = 1_500_000  # words counted together

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


class Company:
    """A vector for each word that is not rare in the articles.

    Attributes:
        places: The row of each word.
        vectors: A row of length about one for each word, their mean zero.
    """

    def __init__(self, corpora: Path) -> None:
        """Read the articles; the same ones give the same vectors."""
        texts = [_words(row) for row in read_rows(corpora / "articles.jsonl.gz")]
        articles = Counter(word for words in texts for word in set(words))
        known = sorted(articles, key=lambda word: (-articles[word], word))
        self.articles = {w: articles[w] for w in known if articles[w] >= _LEAST}
        self.places = {word: n for n, word in enumerate(self.articles)}
        gap = [""] * _WINDOW
        ids = np.array(
            [self.places.get(w, -1) for words in texts for w in (*words, *gap)],
            dtype=np.int32,
        )
        self.vectors = _reduce(_count_neighbours(ids, len(self.places)))

    def of(self, word: str) -> Array:
        """Return the vector of a word: nothing for a rare one."""
        place = self.places.get(word)
        return np.zeros(_SIZE) if place is None else self.vectors[place]


def _words(row: dict[str, Any]) -> list[str]:
    text = f"{row['title'] or ''}\n{row['text']}".replace("’", "'").lower()
    return _WORD.findall(text)[:_LONGEST]


def _count_neighbours(ids: Array, size: int) -> Any:  # noqa: ANN401 - SciPy's types say too much
    """Count how often the common words stand near each word, the nearer the more."""
    columns = min(_NEIGHBOURS, size)
    shape = (size, columns)
    none = np.empty(0, np.int32)
    counts: Any = sparse.csr_matrix((np.empty(0, np.float32), (none, none)), shape)
    for at in range(0, len(ids), _AT_ONCE):
        part = ids[at : at + _AT_ONCE]
        for apart in range(1, _WINDOW + 1):
            left, right = part[:-apart], part[apart:]
            for word, near in ((left, right), (right, left)):
                use = (word >= 0) & (near >= 0) & (near < columns)
                ones = np.full(use.sum(), 1 / apart, np.float32)
                counts += sparse.csr_matrix((ones, (word[use], near[use])), shape)
    return counts


def _reduce(counts: Any) -> Array:  # noqa: ANN401 - SciPy's types say too much
    """Return the words' vectors: what stands near them more than by chance."""
    words = np.asarray(counts.sum(axis=1)).ravel()
    near = np.asarray(counts.sum(axis=0)).ravel() ** _FLATTENED
    near /= near.sum()
    cells = counts.tocoo()
    expected = np.maximum(1e-9, words[cells.row] * near[cells.col])
    more = np.log(np.maximum(1e-9, cells.data / expected))
    use = more > 0
    matrix = sparse.csr_matrix(
        (more[use], (cells.row[use], cells.col[use])), shape=counts.shape
    )
    size = min(_SIZE, *(n - 1 for n in matrix.shape))
    left, strength, _ = randomized_svd(matrix, size, n_iter=4, random_state=0)
    vectors: Array = left * np.sqrt(strength)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors -= vectors.mean(axis=0)
    return vectors
