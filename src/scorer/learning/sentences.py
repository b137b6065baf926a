"""Train Punkt's parameters with NLTK and keep what a table needs.

NLTK saves parameters only below its own data folders, so the table is written
here. Rare abbreviations are left out: what few outlets write is mostly a name.
"""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import ascii_lowercase
from typing import Any, NamedTuple

from nltk.probability import FreqDist
from nltk.tokenize.punkt import PunktParameters, PunktTrainer

from scorer.text.words import straighten

COMMAND = "scorer learn --only sentences"
ARTICLES_PER_OUTLET = 12
BATCH = 40  # articles that are trained together
VOTES = 5  # batches that must know an abbreviation
DOTTED_VOTES = 6  # the same for one like "u.s"
SHARE = 0.7  # of the batches that have it before a full stop
SURE = 0.85  # the same for a type in lower case
INSIDE = 0.05  # share of batches with a word in capitals inside a sentence
ABBREVIATION_COUNT = 6
ABBREVIATION_OUTLETS = 5
WORD_OUTLETS = 12
SHARE_LOWER = 0.2  # a word that is seldom in lower case is a name

_BARE = re.compile(r"\b(?:Mrs?|Ms|Dr|St|Prof) [A-Z]")
_FULL_LINE = re.compile(r"^.*[.!?][\"')\]]*\s*$", re.MULTILINE)

_EDGES = "\"'()[].,:;?!"

# What NLTK notes of a word: seen in the middle of a sentence with a capital; with
# a capital anywhere; in lower case anywhere.
MID_UC = 1 << 2
ORTHO_UC = (1 << 1) | (1 << 2) | (1 << 3)
ORTHO_LC = (1 << 4) | (1 << 5) | (1 << 6)


def learn(corpora: Path, tables: Path) -> dict[str, Any]:
    """Train on a few articles of every outlet and write `tables/punkt.json`."""
    sample = list(_sample(corpora / "articles.jsonl.gz"))
    batches = [
        "\n\n".join(text for _, text in sample[at : at + BATCH])
        for at in range(0, len(sample), BATCH)
    ]
    trainer = Books()
    for batch in batches:
        trainer.read(batch)
    seen = spread(sample)
    parameters = trainer.conclude()
    parameters.abbrev_types = {
        word
        for word in parameters.abbrev_types
        if is_abbreviation(seen.get(f"{word}.", _UNSEEN), trainer.share(word))
    }
    table = prune(parameters, seen)
    table["about"] = (
        f"Parameters of Punkt (Kiss and Strunk 2006), trained with NLTK on "
        f"{len(sample)} articles of {len({o for o, _ in sample})} outlets "
        f"(articles.jsonl.gz) by `{COMMAND}`; abbreviations kept if seen "
        f"{ABBREVIATION_COUNT} times in {ABBREVIATION_OUTLETS} outlets, words if "
        f"seen in {WORD_OUTLETS}."
    )
    path = tables / "punkt.json"
    path.write_text(
        json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8"
    )
    return {key: len(value) for key, value in table.items() if key != "about"}


class Books(PunktTrainer):
    """A trainer that reads each batch as a book of its own and lets them vote.

    Punkt unlearns an abbreviation that is ever seen without its full stop, by a
    factor for each time: right in one book, but in all the world's news "rep" is
    a word too.
    """

    def __init__(self) -> None:
        """Start without having read anything."""
        super().__init__()
        self._params: PunktParameters = PunktParameters()
        self.books = 0
        self.votes: Counter[str] = Counter()
        self.stopped: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self.types: FreqDist = FreqDist()
        self.stops = 0

    def read(self, book: str) -> None:
        """Learn from one book alone, then remember what it says."""
        whole, self._params = self._params, PunktParameters()
        self._type_fdist, self._num_period_toks = FreqDist(), 0
        self.train(book, finalize=False)
        self.books += 1
        self.types.update(self._type_fdist)
        self.stops += self._num_period_toks
        self.votes.update(self._params.abbrev_types)
        self.stopped.update(t[:-1] for t in self._type_fdist if t.endswith("."))
        for word, flags in self._params.ortho_context.items():
            self.inside[word] += bool(flags & MID_UC)
            whole.ortho_context[word] |= flags & ~MID_UC
        self._params = whole

    def share(self, word: str) -> float:
        """Return in how many of the books that have "word." it is an abbreviation."""
        return self.votes[word] / max(1, self.stopped[word])

    def is_agreed(self, word: str) -> bool:
        """Tell whether enough of the books take "word." for an abbreviation."""
        least = DOTTED_VOTES if "." in word else VOTES
        return self.votes[word] >= least and self.share(word) >= SHARE

    def conclude(self) -> PunktParameters:
        """Return what enough of the books agree on."""
        self._type_fdist, self._num_period_toks = self.types, self.stops
        self._params.abbrev_types = {
            word
            for word, n in self.votes.items()
            if n >= (DOTTED_VOTES if "." in word else VOTES)
            and self.share(word) >= SHARE
        }
        for word, n in self.inside.items():
            if n > INSIDE * self.books:
                self._params.ortho_context[word] |= MID_UC
        return self.get_params()


def _sample(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (outlet, text) of the first few articles of every outlet.

    Texts that write "Mr" without a full stop are left out: they would make Punkt
    unlearn it for those that write "Mr.". So are lines without a full stop at the
    end: in titles, capitals say nothing.
    """
    taken: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = straighten(row["text"])
            if taken[row["outlet"]] < ARTICLES_PER_OUTLET and not _BARE.search(text):
                taken[row["outlet"]] += 1
                yield row["outlet"], "\n\n".join(_FULL_LINE.findall(text))


class Spread(NamedTuple):
    """How often a token is seen in any case, in how many outlets, how often small."""

    times: int
    outlets: int
    lower: int


_UNSEEN = Spread(0, 0, 0)


def spread(sample: Iterable[tuple[str, str]]) -> dict[str, Spread]:
    """Return how far each token, in lower case, is spread over the sample."""
    counts: Counter[str] = Counter()
    small: Counter[str] = Counter()
    outlets: defaultdict[str, set[str]] = defaultdict(set)
    for outlet, text in sample:
        for token in text.split():
            for form in {token, token.strip(_EDGES)}:
                lower = form.lower()
                counts[lower] += 1
                small[lower] += form[:1].islower()
                outlets[lower].add(outlet)
    return {t: Spread(n, len(outlets[t]), small[t]) for t, n in counts.items()}


def prune(parameters: PunktParameters, seen: dict[str, Spread]) -> dict[str, Any]:
    """Keep the parameters that many outlets bear out, as a JSON object.

    Of the letter cases that a word was seen in, the tokenizer asks only two things,
    and of those never seen in lower case (names) neither.
    """
    context = parameters.ortho_context

    def is_word(word: str) -> bool:
        flags, wide = context[word], seen.get(word, _UNSEEN)
        small = word == "i" or wide.lower > SHARE_LOWER * wide.times
        known = flags & ORTHO_UC and (word == "i" or flags & ORTHO_LC)
        return bool(small and known and wide.outlets >= WORD_OUTLETS)

    abbreviations = parameters.abbrev_types
    first = abbreviations | {"##number##"} | set(ascii_lowercase)
    words = sorted(filter(is_word, list(context)))
    return {
        "abbreviations": sorted(abbreviations),
        "starters": sorted(filter(is_word, parameters.sent_starters)),
        "collocations": sorted(
            [a, b] for a, b in parameters.collocations if a in first and is_word(b)
        ),
        "lower_unless_first": [w for w in words if not context[w] & MID_UC],
        "lower_or_upper": [w for w in words if context[w] & MID_UC],
    }


def is_abbreviation(wide: Spread, share: float) -> bool:
    """Tell whether a type with its full stop is spread widely and surely enough.

    What is mostly in lower case may be a short word that happened to end sentences.
    """
    common = wide.times >= ABBREVIATION_COUNT and wide.outlets >= ABBREVIATION_OUTLETS
    return common and (2 * wide.lower <= wide.times or share >= SURE)
