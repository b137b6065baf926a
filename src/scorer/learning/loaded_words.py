"""Learn how much each loaded word weighs, and what its surroundings change.

One logistic regression over the occurrences of all candidate words: a weight for
the word itself (shrunk towards what its grade says), and weights for the features
of its surroundings. The grades are the project's own; see `loaded_grades.json`.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from scorer.learning.loaded_counts import Counts, grades
from scorer.learning.loaded_gold import (
    Marked,
    read_babe,
    read_basil,
    read_own,
    read_spans,
)
from scorer.learning.loaded_tone import fit_tone
from scorer.loadedness import Candidate, Lexicon, describe, take_note
from scorer.text.tables import load_table

_HEAT = {3: 1.0, 2: 0.5, 1: 0.2, 0: 0.1}
_IMPORTANCE = {"spans": 4.0, "own": 4.0, "babe": 2.0, "basil": 0.5}
_STRENGTH = 0.25  # inverse of regularisation
_FOLDS = 4
_HOPELESS = -3.0  # no surroundings make such a word loaded
# A loaded word counts so often: waiting for half a chance finds too few.
_GAIN = {"spans": 2.0, "own": 2.0, "babe": 3.0, "basil": 2.0}
_LEAST_MARKED = 2  # times BABE marks a word before it is a candidate ungraded
_LEAST_SHARE = 0.3
_TOKENS: dict[str, str] = {
    "intensifiers": "absolutely all almost awfully beyond completely deeply "
    "downright even ever extremely fairly highly incredibly just more most "
    "outright particularly perfectly pretty quite rather really simply so "
    "such terribly too totally truly utterly very wildly",
    "persons": "i me my we us our you your",
    "speech": "according added adding admitted alleged announced argued asked "
    "asserted called calling calls claimed claiming claims concluded declared "
    "accused accusing agreed answered arguing bragged criticised criticized "
    "described dubbed explained expressed expressing insisted insisting insists "
    "noted pledged praised promised proposed proposing quoted recalled referred "
    "replied reported said saying says shouted shouting spoke stated statement "
    "suggested tells told tweeted urged vowed vowing warned warning wrote writes",
}


def inflections(word: str) -> set[str]:
    """Return the regular forms of a word, without saying whether they exist."""
    forms = {word + "s", word + "ly"}
    stem = word
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word):
        stem = word + word[-1]
    elif word.endswith("e"):
        stem = word[:-1]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        stem = word[:-1] + "i"
        forms |= {word + "ing", stem + "es", stem + "ly"}
    forms |= {stem + "ed", stem + "est"}
    return forms | ({stem + "ing", word + "es"} if stem[-1] != "i" else set())


def grade_entries(counts: Counts, babe: Sequence[Marked]) -> dict[str, int]:
    """Return the candidates: graded words, their forms, and what BABE marks."""
    phrases = load_table("loaded_grades")
    entries = {
        phrase: grade
        for grade in (1, 2, 3)
        for phrase in phrases[f"phrases_{grade}"].split("|")
    }
    graded = {word: grade for grade in (1, 2, 3) for word in grades(str(grade))}
    for word, grade in graded.items():
        for form in inflections(word):
            if counts.articles[form] > 1 and form not in graded:
                entries[form] = max(grade, entries.get(form, 0))
    entries |= graded
    left_alone = grades("left_alone")
    for word in _marked_often(babe):
        if word in entries or word in left_alone or counts.is_name(word):
            continue
        entries[word] = 0
    return entries


def _marked_often(babe: Iterable[Marked]) -> list[str]:
    all_of: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for text in babe:
        for word, start in zip(text.reading.words, text.reading.starts, strict=True):
            all_of[word] += 1
            marked[word] += any(s.start <= start < s.end for s in text.loaded)
    return [
        word
        for word, n in marked.items()
        if n >= _LEAST_MARKED and n >= _LEAST_SHARE * all_of[word]
    ]


def fit(
    texts: Sequence[Marked], entries: dict[str, int], common: str
) -> dict[str, Any]:
    """Fit the table on the texts given."""
    table = _unlearned(entries, common) | {"tone": fit_tone(texts, entries)}
    rows, labels, weights = [], [], []
    for lexicon, part in _out_of_fold(texts, table, entries):
        for text in part:
            noted = take_note(text.reading, lexicon)
            features = describe(text.reading, lexicon, noted)
            for candidate, names in zip(noted.candidates, features, strict=True):
                if text.reading.quoted[candidate[0]]:
                    continue
                rows.append(_row(text, candidate, names, entries))
                labels.append(_is_marked(text, candidate))
                gain = _GAIN[text.corpus] if labels[-1] else 1.0
                weights.append(_IMPORTANCE[text.corpus] * gain)
    vectorizer = DictVectorizer()
    X = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=_STRENGTH, max_iter=400)
    model.fit(X, labels, sample_weight=weights)
    names = vectorizer.get_feature_names_out()
    learned = dict(zip(names, model.coef_[0], strict=True))
    return table | _tabulate(learned, model.intercept_[0], entries)


def _out_of_fold(
    texts: Sequence[Marked], table: dict[str, Any], entries: dict[str, int]
) -> Iterator[tuple[Lexicon, list[Marked]]]:
    """Yield the texts with a lexicon whose tone was not learned from them."""
    babe = [text for text in texts if text.corpus == "babe"]
    yield Lexicon(table), [text for text in texts if text.corpus != "babe"]
    for k in range(_FOLDS):
        rest = [text for n, text in enumerate(babe) if n % _FOLDS != k]
        yield Lexicon(table | {"tone": fit_tone(rest, entries)}), babe[k::_FOLDS]


def _unlearned(entries: dict[str, int], common: str) -> dict[str, Any]:
    return _TOKENS | {
        "entries": {entry: (0.0, _HEAT[grade]) for entry, grade in entries.items()},
        "context": {},
        "tone": {},
        "scare_quote": _SCARE_QUOTE,
        "common": common,
    }


def _row(
    text: Marked, candidate: Candidate, names: list[str], entries: dict[str, int]
) -> dict[str, float]:
    i, j, _ = candidate
    entry = " ".join(text.reading.words[i:j])
    row = dict.fromkeys(names, 1.0)
    row[f"word={entry}"] = 1.0
    row[f"grade={entries[entry]}"] = 1.0
    row["phrase"] = float(j - i > 1)
    row[f"corpus={text.corpus}"] = float(text.corpus == "basil")
    return row


def _is_marked(text: Marked, candidate: Candidate) -> bool:
    i, j, _ = candidate
    span = text.reading.span(i, j)
    return any(span.overlaps(loaded) for loaded in text.loaded)


def _tabulate(
    learned: dict[str, float], bias: float, entries: dict[str, int]
) -> dict[str, Any]:
    weigh = learned.get
    own = {
        entry: bias
        + weigh(f"word={entry}", 0.0)
        + weigh(f"grade={grade}", 0.0)
        + (weigh("phrase", 0.0) if " " in entry else 0.0)
        for entry, grade in sorted(entries.items())
    }
    return {
        "entries": {
            entry: [round(value, 2), _HEAT[entries[entry]]]
            for entry, value in own.items()
            if value > _HOPELESS
        },
        "context": {
            name: round(value, 3)
            for name, value in sorted(learned.items())
            if not name.startswith(("word=", "grade=", "corpus=", "phrase"))
        },
    }


_SCARE_QUOTE = {
    "bias": 0.6,
    "kind=headline": -1.0,
    "words=2": -0.2,
    "words=3": -0.5,
    "speech": -1.6,
    "stop_inside": -1.0,
    "capital": -1.6,
    "number": -2.0,
    "quoted_beside": -0.6,
    "before=so-called": 1.5,
    "before=as": -1.5,
    "before=called": -1.5,
    "before=dubbed": -1.5,
    "before=known": -1.5,
    "before=labelled": -1.5,
    "before=labeled": -1.5,
    "before=named": -1.5,
    "before=term": -1.5,
    "before=termed": -1.5,
    "before=titled": -2.0,
    "before=word": -1.5,
    "cool": -1.0,
    "fragment": -1.5,
    "glossed": -1.5,
    "markup": -3.0,
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
    counts = Counts(corpora)
    texts = read_all(corpora)
    entries = grade_entries(counts, [t for t in texts if t.corpus == "babe"])
    table = fit(texts, entries, " ".join(counts.common()))
    about = (
        "Learned by `scorer learn loaded_words` from corpora/spans, "
        "corpora/loaded (BABE, BASIL) and the grades of loaded_grades.json; "
        "`entries` maps a word to its weight and its heat."
    )
    whole = {"about": about} | table
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    text = text.replace('],"', '],\n"')  # a line for each entry
    (tables / "loaded.json").write_text(f"{text}\n", "utf-8")
    return {"entries": float(len(entries)), "texts": float(len(texts))}
