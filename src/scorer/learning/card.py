"""Write the model card from the model's own files."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from scorer.errors import ModelError
from scorer.learning import pictures
from scorer.learning.card_tables import agreement, honesty, judgements, leaks, table
from scorer.learning.priors import CHOSEN, KNOWN, Push
from scorer.model.artifact import read_data

_STRONGEST: Final = 12
_OWN: Final = """\
Of these articles {own:,} were read for this project, in the same way, after ten
examples of readings that came with the corpora; they lie in
`data/annotations/readings.csv.gz`. They teach; no figure below is measured on them.
Where both readers read an article, they agree as closely as the first with itself
(Spearman {quality:.2f} for quality, {sensational:.2f} for sensationalism).

"""
_INTRODUCTION: Final = """\
# Model card: {name}

What a careful reader would give a news article for its **evidential quality** and
its **sensationalism**, each 0–100, with a 90 % interval, the probability of five
bands, and five signals. *This is not a verdict on truth.* It says how well an
article shows what it rests on, as far as that can be seen in its text.

## What it was fitted to, and who made that

{read:,} articles of {outlets:,} outlets, each read by a codebook: attribution, sources,
certainty, headline, wording, and an overall mark. **The reader was a large language
model**, not a person; it saw headline and text, but no outlet, address or other label.
Where it read an article twice it agreed with itself closely (Spearman {again:.2f} for
quality, {again_sensational:.2f} for sensationalism). That is the consistency of one
reader, not agreement between people. What speaks for the readings is that they agree
with judgements made by others for other ends, which the reader never saw: the
reputation of outlets, medical journalists' criteria, crowd labels of hyperpartisan
articles.

{own}What the model sees are the features below, all counted from the text. It sees no
outlet's name, byline, dateline, wire credit, topic or party.

## How it works

One additive score for each estimate: every feature adds the points of the step that
its value falls on (`model.json` lists them), and nothing else is added. The steps
follow a line for each feature that bends little and is not steep without need; where
the direction of a feature is beyond dispute it is held to it. Articles that nobody read
teach quality too, with half the weight: outlets' ratings (within one political leaning
only), medical journalists' criteria and crowd labels say what their reading may be,
as far as such judgements told of readings where there are both; readings of quality
are drawn three tenths of the way to what is supposed so. Sensationalism is fitted to a
power of the reading, which parts the dry from the very dry. Ordered cut points on the
additive score give the chance of every level of the reading; the estimate is the
expected reading. What stands beside an article (teasers, captions) may cost it at most
five points.

A few pushes are not fitted but laid down by hand, and the rest is fitted around them:
{known}. Features that are measured with noise get too little weight from any fit, and
these are thought to matter (`learning/priors.py` says why). One more is laid on top of
the fit, which would only undo it, since it is what the tool is meant to show, though
it costs agreement with the readings (the additive score agrees by {with_chosen} in rank
instead of {without_chosen}):
{chosen}. Their sizes were chosen with some of these readings in view: they
are a choice, not a finding.

Intervals are cross-conformal by outlet: their reach comes from residuals of models
that had seen nothing of the article's outlet, scaled by how hard the article looks.

## How good it is

Every figure is measured on articles of outlets that were held out: wording, fit,
calibration and intervals included, and the detectors' tables that were learned from
articles of this corpus too. The four weights of `attributed_share` are rounded from a
line that saw all readings; its figure below is that of lines fitted fold by fold.
An outlet of n articles counts as n^⅗ in fitting and as √n in calibrating; figures count
articles unless they say otherwise.
"""
_LIMITS: Final = """\
## What to keep in mind

- The readings are one machine reader's. Where that reader errs, the model learns to.
- English only; at least 100 words of body; news and comment of 2007–2022.
- Opinion pieces are rated by the support they show, and score lower than news.
- An outlet's reputation is not an article's: do not rank outlets by a few articles.
- The score can be raised by writing that looks sourced. It does not check sources.
- Not for deciding about persons, or for blocking publications, without a reader.

Fitted by `scorer train` from `data/features.csv.gz` (SHA-256 `{table}`), features
`{features}`. The figures are in `metrics.json`.
"""


def write(model: Path) -> None:
    """Write `CARD.md` beside a model, from `model.json` and `metrics.json`.

    The pictures are drawn where the plotting library is installed.

    Raises:
        ModelError: The model has no metrics yet.
    """
    data = read_data(model)
    path = model / "metrics.json"
    if not path.exists():
        raise ModelError(f"{path} is missing; make it with 'scorer train'.")
    metrics = json.loads(path.read_text("utf-8"))
    if pictures.can_draw():
        diagram = metrics["bands"]["diagram"]
        pictures.draw_reliability(diagram, model / pictures.RELIABILITY)
        pictures.draw_shapes(data, strongest(data), model / pictures.SHAPES)
    text = "\n".join(_sections(data, metrics))
    (model / "CARD.md").write_text(text, "utf-8")


def _sections(data: Mapping[str, Any], metrics: Mapping[str, Any]) -> Iterable[str]:
    again = metrics["reader_with_itself"]
    yield _INTRODUCTION.format(
        name=data["name"],
        known=", ".join(_pushes(KNOWN)),
        chosen=", ".join(_pushes(CHOSEN)),
        with_chosen=metrics["chosen_pushes"]["spearman"],
        without_chosen=metrics["chosen_pushes"]["spearman_without"],
        read=metrics["table"]["rows_read"],
        own=_own_readings(metrics),
        outlets=metrics["table"]["outlets"],
        again=again["quality"],
        again_sensational=again["sensational"],
    )
    yield from agreement(metrics)
    yield from honesty(metrics)
    yield from judgements(metrics)
    yield from leaks(metrics)
    yield from _features(data)
    yield _LIMITS.format(table=data["table_sha256"][:16], features=data["features"])


def _pushes(laid: Mapping[str, Mapping[str, Push]]) -> Iterable[str]:
    for pushes in laid.values():
        for name, push in pushes.items():
            yield f"`{name}` {push.points:+.1f} points from {push.full:g} on"


def strongest(data: Mapping[str, Any]) -> list[str]:
    """Return the features that can move quality furthest."""
    shapes = data["scores"]["evidential_quality"]["shapes"]
    reach = {name: max(steps) - min(steps) for name, steps in shapes.items()}
    return sorted(reach, key=lambda name: (-reach[name], name))[:_STRONGEST]


def _features(data: Mapping[str, Any]) -> Iterable[str]:
    """List the features that can move quality furthest, with their reach."""
    yield f"## What moves quality most, of {len(data['names'])} features\n"
    shapes = data["scores"]["evidential_quality"]["shapes"]
    yield from table(
        ("feature", "least points", "most points"),
        (
            (f"`{name}`", min(shapes[name]), max(shapes[name]))
            for name in strongest(data)
        ),
    )
    if pictures.can_draw():
        yield f"![The points of these features at each value]({pictures.SHAPES})\n"


def _own_readings(metrics: Mapping[str, Any]) -> str:
    """Say what this project's own readings are; nothing if there are none."""
    agreement = metrics["agreement_of_own"]
    if not metrics["table"].get("rows_read_own") or not agreement:
        return ""
    return _OWN.format(
        own=metrics["table"]["rows_read_own"],
        quality=agreement["quality"],
        sensational=agreement["sensational"],
    )
