"""The figures of the model card, as tables."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from scorer.learning import pictures

_REFERENCES: Final = ("tfidf_ridge", "wording_alone", "length_alone")


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterable[str]:
    """Write a table of Markdown, line by line."""
    head = list(head)
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        cells = ("–" if cell is None else str(cell) for cell in row)
        yield "| " + " | ".join(cells) + " |"
    yield ""


def agreement(metrics: Mapping[str, Any]) -> Iterable[str]:
    """Say how far the model agrees with the readings, whole and part by part."""
    yield "Agreement with the readings, Spearman:\n"
    again = metrics["reader_with_itself"]
    yield from table(
        ("", "all", "news", "opinion", "mean error", "reader with itself"),
        (
            (
                score.replace("_", " "),
                figures["spearman"],
                figures["spearman_news"],
                figures["spearman_opinion"],
                figures["mean_error"],
                again["quality" if score == "evidential_quality" else "sensational"],
            )
            for score, figures in metrics["readings"].items()
        ),
    )
    yield "Part by part, the signal or count against what the reader noted:\n"
    yield from table(
        ("part", "Spearman", "reader with itself"),
        (
            (name.replace("_", " "), figures["spearman"], figures["reader_with_itself"])
            for group in ("parts", "counts")
            for name, figures in metrics[group].items()
        ),
    )
    area = metrics["single_source_auc"]
    yield f"One source or several, by the sourcing signal: AUC {area}.\n"
    yield "Beside it, on the same folds:\n"
    yield from table(
        ("reference", "quality", "quality, news", "sensationalism"),
        (
            (
                name.replace("_", " "),
                *(figures[k] for k in ("quality", "quality_news", "sensationalism")),
            )
            for name, figures in metrics["references"].items()
        ),
    )


def honesty(metrics: Mapping[str, Any]) -> Iterable[str]:
    """Say whether intervals and probabilities hold."""
    yield "Intervals that should hold nine times in ten:\n"
    yield from table(
        ("", "coverage", "mean width", "share given"),
        (
            (score.replace("_", " "), *figures.values())
            for score, figures in metrics["intervals"].items()
        ),
    )
    bands = metrics["bands"]
    yield (
        "Band probabilities, as given and as it happened (calibration error"
        f" {bands['calibration_error']}, Brier score {bands['brier']}):\n"
    )
    yield from table(
        ("given", "happened", "cases"), (row.values() for row in bands["diagram"])
    )
    if pictures.can_draw():
        yield f"![Probabilities as given and as it happened]({pictures.RELIABILITY})\n"


def judgements(metrics: Mapping[str, Any]) -> Iterable[str]:
    """Set the model beside others' judgements, and simpler models beside it."""
    yield "Against judgements made by others for other ends; simpler models beside:\n"
    beside = [metrics["references"][name] for name in _REFERENCES]
    near = metrics["witness_intervals"]
    yield from table(
        (
            "witness",
            "this model",
            "95 % over outlets",
            *(name.replace("_", " ") for name in _REFERENCES),
        ),
        (
            (
                name.replace("_", " "),
                value,
                near.get(name),
                *(other[name] for other in beside),
            )
            for name, value in metrics["witnesses"].items()
        ),
    )
    yield "Low against high outlets, AUC, in parts of the corpus:\n"
    yield from table(
        ("part", "AUC", "articles"),
        (
            (f"{group} {name}", row["auc"], row["articles"])
            for group, rows in metrics["parts_of_the_corpus"].items()
            for name, row in rows.items()
        ),
    )
    alarms, sides = metrics["false_alarms"], metrics["politics"]
    yield (
        f"How often is it wrong on good articles? {_share(alarms, 'good')} of good"
        f" outlets' articles are called thin or worse; of low outlets'"
        f" {_share(alarms, 'low')} are. The reader called"
        f" {alarms['good_read_as_thin']:.1%} and {alarms['low_read_as_thin']:.1%} so.\n"
    )
    yield (
        f"Politics: articles of left outlets average {sides['left']} (read as"
        f" {sides['left_as_read']}), of right ones {sides['right']} (read as"
        f" {sides['right_as_read']}). Where the readings are equal, the right's are"
        f" scored {sides['right_minus_left_equally_read']:+} points from the others.\n"
    )


def _share(alarms: Mapping[str, Any], side: str) -> str:
    low, high = alarms[f"{side}_called_thin_interval"]
    return f"{alarms[f'{side}_called_thin']:.1%} (95 %: {low:.1%} to {high:.1%})"


def leaks(metrics: Mapping[str, Any]) -> Iterable[str]:
    """Say what the features give away, and how many articles a mean needs."""
    found = metrics["leaks"]
    outlet, split = found["outlet"], found["random_split"]
    yield (
        f"What the features give away: of {outlet['outlets']} outlets the right one is"
        f" guessed for {outlet['right']:.1%} of articles"
        f" (the commonest alone: {outlet['right_by_chance']:.1%}); left from right, on"
        f" outlets held out, with an AUC of {found['leaning']['auc']}. With outlets on"
        f" both sides of the split the fit would look like"
        f" {split['fit_quality']} instead of {split['fit_quality_outlets_apart']}"
        f" (TF-IDF: {split['tfidf_quality']} instead of"
        f" {split['tfidf_quality_outlets_apart']}).\n"
    )
    yield "How an outlet's mean settles:\n"
    yield from table(
        (
            "articles",
            "outlets",
            "Spearman with its other articles",
            "points apart",
            "Spearman with its rating",
        ),
        (row.values() for row in metrics["convergence"]),
    )
