"""Train on labels of one's own: a CSV of path, label and outlet.

The labels are marks for evidential quality, 0 to 10, as `docs/codebook.md` says how to
give them. They are fitted and measured as the shipped model was: no outlet on both
sides. Sensationalism and the signals stay as they were.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from scorer.features import NAMES
from scorer.learning.crossfit import Fitted, fit
from scorer.learning.extractor import FeatureExtractor
from scorer.learning.figures import correlation
from scorer.learning.frame import Array, Frame
from scorer.learning.intervals import coverage
from scorer.learning.labels import Label, read_labels
from scorer.learning.training import score_data, write_json
from scorer.model.additive import compile_model
from scorer.model.artifact import DEFAULT, find_model, read_data

_FOLDS: Final = 5
_CARD: Final = """\
# Model card: {name}

Fitted by `scorer train --labels` to {articles} articles of {outlets} outlets, labelled
by whoever made this model. Sensationalism and signals are those of `{base}`.

Measured on outlets held out, five times over: Spearman {spearman} with the labels, mean
error {mean_error} points of 100. Intervals hold for {coverage:.0%} and are {width}
points wide. The model it started from agrees with the labels to {spearman_base}, length
alone to {spearman_length}. With outlets on both sides of the split it would look like
{spearman_random_split}: do not quote that figure.
"""


def train_own(labels: Path, out: Path, base: str = DEFAULT) -> dict[str, Any]:
    """Fit evidential quality to labels; write `model.json`, its figures and card.

    Args:
        labels: The CSV; paths in it start from its folder.
        out: Folder of the new model; its name becomes the model's.
        base: The model that everything else is taken from.

    Returns:
        The figures.

    Raises:
        TrainingError: The labels cannot be split by outlet, or a file is unfit.
    """
    rows = read_labels(labels)
    folds = fold_outlets([row.outlet for row in rows])
    data = read_data(find_model(base))
    frame = _frame(rows, folds)
    target = 10 * frame["reading_quality"]
    breaks = [np.array(data["breaks"][name]) for name in NAMES]
    fitted = fit(frame, "evidential_quality", target, breaks)
    figures = _figures(frame, target, fitted, data)
    data["name"] = out.name
    data["about"] = "Fitted by `scorer train --labels`; see CARD.md."
    data["scores"]["evidential_quality"] = score_data(fitted)
    data.pop("table_sha256", None)
    out.mkdir(parents=True, exist_ok=True)
    write_json(out / "model.json", data)
    write_json(out / "metrics.json", figures)
    card = _CARD.format(name=out.name, base=base, **figures)
    (out / "CARD.md").write_text(card, "utf-8")
    return figures


def fold_outlets(outlets: Sequence[str]) -> list[int]:
    """Give each outlet to one of five folds, the largest first to the emptiest."""
    sizes = [0] * _FOLDS
    fold_of = {}
    for outlet, count in sorted(Counter(outlets).items(), key=lambda p: (-p[1], p[0])):
        fold_of[outlet] = sizes.index(min(sizes))
        sizes[fold_of[outlet]] += count
    return [fold_of[outlet] for outlet in outlets]


def _frame(rows: Sequence[Label], folds: Sequence[int]) -> Frame:
    features = FeatureExtractor().transform([row.document for row in rows])
    outlets = sorted({row.outlet for row in rows})
    numbers = dict(zip(NAMES, features.T, strict=True)) | {
        "outlet": np.array([outlets.index(row.outlet) for row in rows], float),
        "fold": np.array(folds, float),
        "reading_quality": np.array([row.label for row in rows]),
    }
    ids = tuple(row.document.id for row in rows)
    return Frame(ids, ("own",) * len(rows), numbers, {})


def _figures(
    frame: Frame, target: Array, fitted: Fitted, data: dict[str, Any]
) -> dict[str, Any]:
    held = fitted.held_out
    model = compile_model(data)
    base = [
        model.predict(row.tolist()).values["evidential_quality"]
        for row in frame.features
    ]
    mixed = np.random.default_rng(0).integers(0, _FOLDS, len(frame)).astype(float)
    lazy = Frame(frame.ids, frame.sets, frame.numbers | {"fold": mixed}, {})
    random = fit(lazy, fitted.score, target, fitted.shapes.breaks).held_out.value
    return {
        "articles": len(frame),
        "outlets": int(frame["outlet"].max()) + 1,
        "spearman": correlation(held.value, target),
        "mean_error": round(float(np.abs(held.value - target).mean()), 2),
        "coverage": round(coverage(held.low, held.high, target), 4),
        "width": round(float((held.high - held.low).mean()), 2),
        "spearman_base": correlation(np.array(base), target),
        "spearman_length": correlation(frame["words"], target),
        "spearman_random_split": correlation(random, target),
    }
