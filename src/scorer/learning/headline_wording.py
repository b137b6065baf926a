"""Learn what the wording of headlines tells of how loaded readers found them."""

from pathlib import Path
from typing import Any, Final

from scorer.features.headline_wording import TABLE, masked_headline
from scorer.features.masking import count_terms, spelled
from scorer.learning.wording import Terms, choose_terms, learned_table, mask_articles
from scorer.reading import Reading

TARGETS: Final = ("headline_loaded", "sensational")
_OUTLETS: Final = 10  # that use a term in a headline at least; 5 and 20 did as well
_ABOUT: Final = (
    "Rarity of words and pairs of words in headlines, then their weights for what a"
    " careful reader would say, in hundredths of the codebook's scales. N is a name, #"
    " a number, _ another word, . the headline's start and end. Learned by `scorer"
    " learn` from articles.jsonl.gz, ratings.jsonl.gz and"
    " data/annotations/readings.csv.gz; at least 10 outlets use every term."
)


def headline_terms(reading: Reading) -> Terms:
    """Count the terms of a masked headline."""
    return spelled(count_terms(masked_headline(reading)))


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Learn the table of headlines from the readings, with the words of `wording`.

    Returns:
        Rank correlations on folds whose outlets were left out.
    """
    texts = mask_articles(corpora, headline_terms, TARGETS)
    rarity = choose_terms(*texts.read(), _OUTLETS)
    text, found = learned_table(texts, rarity, TARGETS, {"about": _ABOUT})
    (tables / f"{TABLE}.json").write_text(text, "utf-8")
    return {"terms": len(rarity)} | found
