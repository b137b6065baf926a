"""How often words occur in the corpora, and how they were graded."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from scorer.learning.loaded_gold import read_rows
from scorer.text.tables import load_table

_COMMON = 60  # articles that have an ordinary word at least
_LONGEST_ACRONYM = 3
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")


@cache
def grades(name: str) -> frozenset[str]:
    """Return a list of words of the table of grades."""
    return frozenset(load_table("loaded_grades")[name].split())


class Counts:
    """How often words occur in the corpora, and in what company."""

    def __init__(self, corpora: Path) -> None:
        """Count the words of all articles, by article and by outlet."""
        self.articles: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.shouted: Counter[str] = Counter()
        for row in read_rows(corpora / "articles.jsonl.gz"):
            text = f"{row['title'] or ''}\n{row['text']}".replace("’", "'")
            forms = set(_WORD.findall(text))
            lower = {form.lower() for form in forms}
            self.articles.update(lower)
            self.capital.update(lower - forms)
            self.shouted.update({f.lower() for f in forms if f.isupper()})

    def is_name(self, word: str) -> bool:
        """Tell whether most articles that have the word only capitalise it."""
        return self.capital[word] > 0.5 * self.articles[word]

    def common(self) -> list[str]:
        """Return ordinary words that are no acronym when they are in capitals."""
        return sorted(
            word
            for word, n in self.articles.items()
            if n >= _COMMON
            and self.shouted[word] < 0.08 * n
            and not self.is_name(word)
            and (len(word) > _LONGEST_ACRONYM or word in grades("short_cries"))
        )
