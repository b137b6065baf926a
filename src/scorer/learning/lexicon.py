"""Which words the wording model may look at: common ones that are no nouns.

Of nouns it may see those that say what a text rests on (`evidence_nouns`).

Word classes are those of the Brill lexicon that TextBlob carries; they are used
here only, when the table is learned.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from scorer.errors import TrainingError
from scorer.learning.corpora import Row
from scorer.learning.evidence_nouns import EVIDENCE_NOUNS
from scorer.text.tables import load_table
from scorer.text.words import find_words, fold

_CLASSES: Final = (
    *("VB", "JJ", "RB", "MD", "PRP", "IN", "DT", "CC", "TO"),
    *("WP", "WR", "WD", "PDT", "EX", "RP", "UH"),
)
_ENDINGS: Final = re.compile(r"(?:ly|ing|ed|ous|ful|ive|able|ible|less)$")
_OUTLETS: Final = 40
_CAPITALS: Final = 0.3  # of its places within a line; a name has more
_TELLTALES: Final = frozenset(load_table("telltales")["words"].split())


def plain_words(articles: Iterable[Row]) -> list[str]:
    """Return the words of many outlets that give no topic away."""
    outlets: dict[str, set[str]] = defaultdict(set)
    capitals, inside = Counter[str](), Counter[str]()
    for article in articles:
        text = article["text"]
        words, starts, _ = find_words(fold(text))
        for word in set(words):
            outlets[word].add(article["outlet"])
        for word, start in zip(words, starts, strict=True):
            if start > 1 and text[start - 2].islower():  # not first in its sentence
                inside[word] += 1
                capitals[word] += text[start].isupper()
    classes = _classes()
    return sorted(
        word
        for word, where in outlets.items()
        if len(where) >= _OUTLETS
        and word not in _TELLTALES
        and (
            word in EVIDENCE_NOUNS
            or (capitals[word] <= _CAPITALS * inside[word] and _is_plain(word, classes))
        )
    )


def _is_plain(word: str, classes: dict[str, str]) -> bool:
    if not word[0].isalpha():
        return False
    if kind := classes.get(word):
        return kind.startswith(_CLASSES)
    return "'" in word or bool(_ENDINGS.search(word))


def _classes() -> dict[str, str]:
    """Read the commonest class of each word."""
    spec = find_spec("textblob")
    if spec is None or spec.origin is None:
        raise TrainingError("textblob is missing; install scorer with '[learn]'.")
    lines = (Path(spec.origin).parent / "en" / "en-lexicon.txt").read_text("utf-8")
    pairs = (line.split() for line in lines.splitlines() if line[:1] != ";")
    return {pair[0]: pair[1] for pair in pairs if len(pair) > 1}
