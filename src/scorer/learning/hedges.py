"""Learn which words hedge where, from marked articles and from whole sentences."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from scorer.detectors.hedges.cues import CITES_NOBODY, MODAL_VERBS, candidates
from scorer.detectors.hedges.doubt import DOUBTFUL, describe
from scorer.document import Document
from scorer.learning.doubt import Cue, Evidence, fit
from scorer.learning.uncertain import fit_sentences
from scorer.reading import Reading
from scorer.text.tables import load_table
from scorer.types import Span

_MARK_WEIGHT = 3.0
_LABEL_WEIGHT = 2.0


class Passage(NamedTuple):
    """A sentence with cues: those that make it uncertain, and all that describes it."""

    cues: list[list[str]]
    described: list[str]


def learn(corpora: Path, tables: Path) -> dict[str, float]:
    """Learn the weights of `hedges.json` and write them into it."""
    table = json.loads((tables / "hedges.json").read_text("utf-8"))
    prior = read_prior(table)
    cues = [cue for marked in marked_articles(corpora) for cue in marked]
    labelled = labelled_articles(corpora, annotations_beside(tables))
    cues += [cue for _, own in labelled for cue in own]
    texts, uncertain = read_passages(corpora)
    table["weights"] = fit(gather(cues, texts, uncertain), prior)
    table["doubt"] = learn_doubt(texts, uncertain)
    text = json.dumps(table, ensure_ascii=False, indent=1) + "\n"
    (tables / "hedges.json").write_text(text, "utf-8")
    return {"cues": len(cues), "weights": len(table["weights"])}


def annotations_beside(tables: Path) -> Path:
    """Return where the labels made for this project lie, in its checkout."""
    return tables.parents[2] / "data" / "annotations" / "hedges.jsonl"


def read_prior(table: dict[str, Any] | None = None) -> dict[str, float]:
    """Return what the compiler of the list thinks of each cue, as a weight."""
    kinds = (table or load_table("hedges"))["cues"]
    return {cue: prior for cues in kinds.values() for cue, prior in cues.items()}


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def marked_rows(corpora: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each row of marks with the article that it belongs to."""
    rows = list(read_rows(corpora / "spans.jsonl.gz"))
    wanted = {(row["id"], row["set"]) for row in rows}
    articles = {
        (row["id"], row["set"]): row
        for row in read_rows(corpora / "articles.jsonl.gz")
        if (row["id"], row["set"]) in wanted
    }
    for row in rows:
        yield row, articles[row["id"], row["set"]]


def marked_articles(corpora: Path) -> Iterator[list[Cue]]:
    """Yield the candidates of each article with marked spans."""
    for row, article in marked_rows(corpora):
        document = Document.from_text(article["text"], article.get("title") or None)
        marks = [hedge["text"] for hedge in row["hedges"]]
        yield marked_cues(Reading.of(document), marks)


def labelled_articles(
    corpora: Path, annotations: Path
) -> Iterator[tuple[int, list[Cue]]]:
    """Yield the fold and the cues of each article with single cues labelled by us."""
    by_article: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in annotations.read_text("utf-8").splitlines():
        row = json.loads(line)
        by_article.setdefault((row["id"], row["set"]), []).append(row)
    for article in read_rows(corpora / "articles.jsonl.gz"):
        if labels := by_article.get((article["id"], article["set"])):
            yield article["fold"], labelled_cues(article, labels)


def labelled_cues(
    article: dict[str, Any], labels: Iterable[dict[str, Any]]
) -> list[Cue]:
    """Return the labelled candidates; places count in the article as it came."""
    document = Document.from_text(article["text"], article.get("title") or None)
    reading = Reading.of(document)
    spans = [(c, reading.span(c.first, c.last)) for c in candidates(reading)]
    before = len(document.text) - len(article["text"])
    cues = []
    for label in labels:
        string = article[label["part"]][label["start"] : label["end"]]
        start = label["start"] + (before if label["part"] == "text" else 0)
        span = nearest(document.text, string, start)
        cues += [
            Cue(candidate.features, bool(label["hedge"]), _LABEL_WEIGHT)
            for candidate, place in spans
            if span is not None and place.overlaps(span)
        ]
    return cues


def nearest(text: str, string: str, start: int) -> Span | None:
    """Find the occurrence of a string that is nearest to where it should start."""
    found = [m.start() for m in re.finditer(re.escape(string), text)]
    if not found:
        return None
    at = min(found, key=lambda place: abs(place - start))
    return Span(at, at + len(string))


def marked_cues(reading: Reading, marks: Sequence[str]) -> list[Cue]:
    """Return the candidates of an article; those that touch a mark do hedge."""
    gold = [span for span in places(reading.document.text, marks) if span]
    spans = [(c, reading.span(c.first, c.last)) for c in candidates(reading)]
    return [
        Cue(candidate.features, any(map(span.overlaps, gold)), _MARK_WEIGHT)
        for candidate, span in spans
    ]


def places(text: str, strings: Iterable[str]) -> list[Span | None]:
    """Find marked strings in reading order, each after its last occurrence."""
    found: list[Span | None] = []
    last: Counter[str] = Counter()
    for string in strings:
        pattern = re.compile(rf"(?<!\w){re.escape(string)}(?!\w)")
        match = pattern.search(text, last[string])
        found.append(Span(*match.span()) if match else None)
        if match:
            last[string] = match.start() + 1
    return found


def read_passages(corpora: Path) -> tuple[list[list[Passage]], list[bool]]:
    """Return the passages of each labelled text, and whether the text is uncertain."""
    rows = list(read_rows(corpora / "hedges" / "conll2010_train.jsonl.gz"))
    texts = [
        list(passages(Reading.of(Document.from_text(row["text"])))) for row in rows
    ]
    return texts, [bool(row["uncertain"]) for row in rows]


def passages(reading: Reading) -> Iterator[Passage]:
    """Yield each sentence that has cues."""
    for number, group in groupby(candidates(reading), lambda c: c.sentence):
        found = list(group)
        cues = [c.features for c in found if c.kind in DOUBTFUL]
        yield Passage(cues, describe(reading, number, found))


def gather(
    cues: Sequence[Cue], texts: Sequence[Sequence[Passage]], uncertain: Sequence[bool]
) -> Evidence:
    """Return all evidence about single cues, from marks and from whole texts."""
    found = [[cue for passage in text for cue in passage.cues] for text in texts]
    kept = [i for i, text in enumerate(found) if teaches(text)]
    return Evidence(cues, [found[i] for i in kept], [uncertain[i] for i in kept])


def learn_doubt(
    texts: Sequence[Sequence[Passage]], uncertain: Sequence[bool]
) -> dict[str, Any]:
    """Return the weights of what describes a sentence, from those that have cues."""
    described = [
        (Counter(name for passage in text for name in passage.described), doubt)
        for text, doubt in zip(texts, uncertain, strict=True)
        if text
    ]
    return fit_sentences([d for d, _ in described], [u for _, u in described])


def teaches(sentence: Sequence[Sequence[str]]) -> bool:
    """Tell whether a labelled sentence is evidence about the cues in it.

    Encyclopaedic sentences with "may", "might" or "could" are not: three in four
    are labelled certain, since they say what can happen ("leaves may be hairy"),
    which would teach that these words do not hedge in news. Nor are those that
    cite somebody, as news does: "many" and "some" count for uncertain there, which
    are plain quantities in news.
    """
    if any(cue[1].split()[0] in MODAL_VERBS for cue in sentence):
        return False
    return not sentence or any(cue[-1].endswith(CITES_NOBODY) for cue in sentence)
