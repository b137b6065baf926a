"""Count how many articles use each word: the background that rarity is read from."""

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, Final

from scorer.learning.corpora import read_rows, to_document
from scorer.stories.terms import story_words

_LEAST: Final = 9  # articles that use a kept word
_STEP: Final = 1.1  # counts are kept to a tenth
_LONGEST: Final = 18  # letters of a kept word
_ABOUT: Final = (
    "How many articles use each word, rounded to a tenth, from articles.jsonl.gz;"
    " words of fewer than 9 articles are left out. Learned by `scorer learn --only"
    " background`. It says how rare a word is, and nothing of what it means."
)


def rounded(count: int) -> int:
    """Round a count to the nearest power of the step.

    Example:
        >>> rounded(10), rounded(1000)
        (10, 956)
    """
    power, low = 1.0, 1
    while round(power * _STEP) <= count:
        power *= _STEP
        low = round(power)
    high = round(power * _STEP)
    return low if count - low <= high - count else high


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Count words and write the table.

    Returns:
        How many articles were read, and how many words were kept.
    """
    counts: Counter[str] = Counter()
    articles = 0
    for row in read_rows(corpora / "articles.jsonl.gz"):
        words = story_words(to_document(row, seen=False))
        counts.update({word.removesuffix("'s") for word in words})
        articles += 1
    steps: dict[int, list[str]] = defaultdict(list)
    for word, count in sorted(counts.items()):
        if count >= _LEAST and 1 < len(word) <= _LONGEST and not word.isdigit():
            steps[rounded(count)].append(word)
    table = {
        "about": _ABOUT,
        "articles": articles,
        "counts": {str(step): " ".join(steps[step]) for step in sorted(steps)},
    }
    text = json.dumps(table, ensure_ascii=False, indent=0)
    (tables / "background.json").write_text(f"{text}\n", "utf-8")
    return {"articles": articles, "words": sum(map(len, steps.values()))}
