"""Learn how much each loaded word weighs, and what its surroundings change.

One logistic regression over the occurrences of all candidate words: a weight for
the word itself (shrunk towards what its grade says), and weights for the features
of its surroundings. The grades are the project's own; see `loaded_grades.json`.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from scorer.learning.loaded_company import Company
from scorer.learning.loaded_counts import Counts
from scorer.learning.loaded_entries import GUESSED, Entries, choose_entries
from scorer.learning.loaded_gold import (
    Marked,
    read_babe,
    read_basil,
    read_own,
    read_spans,
)
from scorer.learning.loaded_settings import GUESSED_IN_LONG, SCARE_QUOTE, TOKENS
from scorer.learning.loaded_tone import fit_tone
from scorer.loadedness import Candidate, Lexicon, describe, take_note
from scorer.text.linear import sigmoid
from scorer.tone import tone_of

_HEAT = {3: 1.0, 2: 0.5, 1: 0.2, 0: 0.1, GUESSED: 0.0}
_IMPORTANCE = {"spans": 4.0, "own": 4.0, "babe": 2.0, "basil": 0.5}
_STRENGTH = 0.25  # inverse of regularisation
_FOLDS = 4
_HOPELESS = -3.0  # no surroundings make such a word loaded
# A loaded word counts so often: waiting for half a chance finds too few.
_GAIN = {"spans": 1.7, "own": 1.7, "babe": 3.0, "basil": 2.0}
_UNGUESSED = -1.0  # the guess of a phrase
_OF_ENTRIES = ("word=", "grade=", "corpus=", "phrase", "guess", "tone")


class Language(NamedTuple):
    """What is known of words before any sentence is marked."""

    counts: Counts
    company: Company

    @classmethod
    def of(cls, corpora: Path) -> "Language":
        """Read the articles."""
        return cls(Counts(corpora), Company(corpora))


class _Row(NamedTuple):
    """One candidate where it stands, and what it is to be told from."""

    text: Marked
    candidate: Candidate
    features: dict[str, float]
    tone: float
    marked: bool

    @property
    def part(self) -> int:
        """The part of BABE that the row is of; -1 for another corpus."""
        return int(self.text.group) % _FOLDS if self.text.corpus == "babe" else -1

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.text.reading.sentence_of[self.candidate[0]]

    def is_of_loaded_sentence(self) -> bool:
        """Tell whether anything is marked in its sentence."""
        span = self.text.reading.sentences[self.sentence].span
        return any(span.overlaps(mark) for mark in self.text.loaded)

    @property
    def weight(self) -> float:
        """How much the row counts."""
        corpus = self.text.corpus
        return _IMPORTANCE[corpus] * (_GAIN[corpus] if self.marked else 1.0)


def fit(texts: Sequence[Marked], language: Language) -> dict[str, Any]:
    """Fit the table on the texts given."""
    babe = [text for text in texts if text.corpus == "babe"]
    entries = choose_entries(language.counts, language.company, babe)
    table = _unlearned(entries.grades, " ".join(language.counts.common()))
    lexicon, tones = Lexicon(table), _tones(babe, entries, language)
    rows = [row for text in texts for row in _rows(text, lexicon, entries, tones)]
    matrix = DictVectorizer()
    X = matrix.fit_transform([row.features for row in rows])
    model = _regress(X, rows)
    learned = dict(zip(matrix.get_feature_names_out(), model.coef_[0], strict=True))
    table |= _tabulate(learned, float(model.intercept_[0]), entries)
    table["tone"] = _by_value(fit_tone(babe, entries.grades, *language))
    table["sentence"] = _fit_sentence(X, rows, matrix.vocabulary_["tone"])
    return table


def _tones(
    babe: Sequence[Marked], entries: Entries, language: Language
) -> dict[str, list[float]]:
    """Return the tone of each sentence of BABE, learned from other ones."""
    tones = {}
    for k in range(_FOLDS):
        rest = [text for n, text in enumerate(babe) if n % _FOLDS != k]
        tone = fit_tone(rest, entries.grades, *language)
        for text in babe[k::_FOLDS]:
            numbers = range(len(text.reading.sentences))
            tones[text.group] = [tone_of(text.reading, tone, n) for n in numbers]
    return tones


def _regress(X: Any, rows: Sequence[_Row]) -> Any:  # noqa: ANN401 - scikit-learn has no types
    model = LogisticRegression(C=_STRENGTH, max_iter=400)
    weights = [row.weight for row in rows]
    return model.fit(X, [row.marked for row in rows], sample_weight=weights)


def _fit_sentence(X: Any, rows: Sequence[_Row], tone: int) -> dict[str, float]:  # noqa: ANN401 - scikit-learn has no types
    """Weigh the best candidate of a sentence against its tone, both held out.

    Args:
        X: The features of the rows.
        rows: The candidates.
        tone: The column of the tone, which a candidate is weighed without.
    """
    part = np.array([row.part for row in rows])
    best: dict[tuple[str, int], tuple[float, _Row]] = {}
    for k in range(_FOLDS):
        rest = np.flatnonzero(part != k).tolist()
        held = np.flatnonzero(part == k).tolist()
        model = _regress(X[rest], [rows[n] for n in rest])
        shown = X[held]
        leans = model.decision_function(shown)
        leans -= model.coef_[0][tone] * shown[:, [tone]].toarray().ravel()
        for n, lean in zip(held, leans.tolist(), strict=True):
            key = rows[n].text.group, rows[n].sentence
            if key not in best or lean > best[key][0]:
                best[key] = lean, rows[n]
    model = LogisticRegression()
    model.fit(
        [(sigmoid(lean), row.tone) for lean, row in best.values()],
        [row.is_of_loaded_sentence() for _, row in best.values()],
    )
    (own, of_tone), bias = model.coef_[0].tolist(), float(model.intercept_[0])
    weights = {"bias": bias, "own": own, "tone": of_tone}
    return {name: round(weight, 3) for name, weight in weights.items()}


def _unlearned(grades: dict[str, int], common: str) -> dict[str, Any]:
    return TOKENS | {
        "entries": {entry: (0.0, _HEAT[grade]) for entry, grade in grades.items()},
        "context": {},
        "tone": {},
        "sentence": {},
        "scare_quote": SCARE_QUOTE,
        "common": common,
    }


def _rows(
    text: Marked, lexicon: Lexicon, entries: Entries, tones: dict[str, list[float]]
) -> Iterator[_Row]:
    noted = take_note(text.reading, lexicon)
    features = describe(text.reading, lexicon, noted)
    for candidate, names in zip(noted.candidates, features, strict=True):
        i, j, _ = candidate
        entry = " ".join(text.reading.words[i:j])
        guessed = entries.grades[entry] == GUESSED
        if text.reading.quoted[i] or (guessed and text.corpus != "babe"):
            continue
        row = dict.fromkeys(names, 1.0)
        row[f"word={entry}"] = 1.0
        row[f"grade={entries.grades[entry]}"] = 1.0
        row["phrase"] = float(j - i > 1)
        row["guess"] = entries.guesses.get(entry, _UNGUESSED)
        row[f"corpus={text.corpus}"] = float(text.corpus == "basil")
        tone = 0.0
        if text.corpus == "babe":
            tone = row["tone"] = tones[text.group][text.reading.sentence_of[i]]
        span = text.reading.span(i, j)
        marked = any(span.overlaps(loaded) for loaded in text.loaded)
        yield _Row(text, candidate, row, tone, marked)


def _by_value(tone: dict[str, float]) -> dict[str, str]:
    """Return the words of each weight: half as long a table."""
    words: dict[str, list[str]] = {}
    for word, value in sorted(tone.items(), key=lambda pair: (pair[1], pair[0])):
        words.setdefault(str(value), []).append(word)
    return {value: " ".join(some) for value, some in words.items()}


def _tabulate(
    learned: dict[str, float], bias: float, entries: Entries
) -> dict[str, Any]:
    weigh = learned.get
    own = {
        entry: bias
        + weigh(f"word={entry}", 0.0)
        + weigh(f"grade={grade}", 0.0)
        + weigh("guess", 0.0) * entries.guesses.get(entry, _UNGUESSED)
        + (weigh("phrase", 0.0) if " " in entry else 0.0)
        for entry, grade in sorted(entries.grades.items())
    }
    return {
        "entries": {
            entry: [round(value, 2), _HEAT[entries.grades[entry]]]
            for entry, value in own.items()
            if value > _HOPELESS
        },
        "context": {
            name: round(value, 3)
            for name, value in sorted(learned.items())
            if not name.startswith(_OF_ENTRIES)
        }
        | GUESSED_IN_LONG,
    }


def read_all(corpora: Path) -> list[Marked]:
    """Return every text in which loaded words are marked."""
    return [
        *read_spans(corpora),
        *read_own(corpora),
        *read_babe(corpora),
        *read_basil(corpora),
    ]


def learn(corpora: Path, tables: Path) -> dict[str, float]:
    """Learn the table and write it."""
    texts = read_all(corpora)
    table = fit(texts, Language.of(corpora))
    about = (
        "Learned by `scorer learn loaded_words` from corpora/spans, "
        "corpora/loaded (BABE, BASIL) and the grades of loaded_grades.json; "
        "`entries` maps a word to its weight and its heat, `tone` a weight to words; "
        "what both lend to words that no sentence has comes from corpora/articles."
    )
    whole = {"about": about} | table
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    text = text.replace('],"', '],\n"')  # a line for each entry
    (tables / "loaded.json").write_text(f"{text}\n", "utf-8")
    return {"entries": float(len(table["entries"])), "texts": float(len(texts))}
